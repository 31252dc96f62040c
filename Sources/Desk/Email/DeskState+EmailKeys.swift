import Model

// What keys do among the emails.
extension DeskState {
    mutating func moveInEmails(_ step: Step) {
        if let count = step.rows(of: emailRows) {
            emails.move(by: count, rows: emailRows)
        } else if step == .first {
            emails.moveToFirst()
        } else {
            emails.moveToLast(rows: emailRows)
        }
    }

    mutating func runInEmail(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .nextFilter: emails.turnFilter(by: 1)
        case .previousFilter: emails.turnFilter(by: -1)
        case .openEmailLead: open(emails.selected?.conversation)
        case .editEmail: if let row = emails.selected { openEditEmail(row) }
        case .scheduleEmail: openSchedule()
        case .unscheduleEmail: return set(.draft)
        case .discardEmail: return set(.cancelled)
        // `run` sends no other here.
        default: break
        }
        return []
    }

    /// What it says, its priority, tags and time; from the emails as from a lead.
    mutating func openEditEmail(_ row: EmailRow) {
        open(Form(.editEmail(row), fields(of: row.letter, in: emailZone(row))))
    }

    private mutating func openSchedule() {
        guard let row = emails.selected else { return }
        open(Form(.schedule(row), [.line("send at")]))
    }

    private func set(_ status: SetEmailStatus.Status) -> [DeskEffect] {
        guard let row = emails.selected else { return [] }
        return [
            .write(
                .setEmailStatus(
                    SetEmailStatus(draft: row.id, status: status, seen: row.statusWord)
                )
            )
        ]
    }

    /// The fields of an email's form.
    func fields(of letter: Letter, in zone: Zone) -> [FormField] {
        let priority = Self.priorities.firstIndex(of: letter.priority) ?? 1
        return [
            .line("subject", letter.subject), .text("text", letter.body),
            .choice("priority", Self.priorities, priority),
            .line("tags", letter.tags.joined(separator: ", ")),
            .line("send at", letter.sendAt.map { typed($0, in: zone) } ?? ""),
        ]
    }

    private static let priorities = ["low", "medium", "high"]
}
