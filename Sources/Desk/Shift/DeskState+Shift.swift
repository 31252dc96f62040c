import Model
import Screen

// The beginning of a shift on the screen.
extension DeskState {
    /// The name of the unfinished text that says when the desk was left: the next shift begins with
    /// what came in since.
    package static let leftName = "shift/left"

    var shiftContent: PaneContent {
        let room = fullRect.inner.width
        var content = PaneContent()
        guard let page = shift.page else {
            content.lines = teaching("Reading…", room: room)
            return content
        }
        content.note = "since \(Words.time(zone.local(page.query.since)))"
        var lines: [Line] = []
        var selectedLine = 0
        for section in sections(page) {
            lines.append(Line(DisplayText(outside: " \(section.title)"), .title, room: room))
            if section.rows.isEmpty {
                lines.append(Line(DisplayText(outside: "   none"), .muted, room: room))
            }
            for row in section.rows {
                if row.row == shift.selected { selectedLine = lines.count }
                lines.append(line(row, room: room))
            }
            lines.append(Line(room: room))
        }
        let height = fullRect.inner.height
        let top = min(max(0, selectedLine - height * 2 / 3), max(0, lines.count - height))
        content.lines = Array(lines.dropFirst(top))
        return content
    }

    private struct Section {
        var title: String
        var rows: [Entry]
    }

    private struct Entry {
        var row: ShiftRow
        var time: String
        var name: String
        var text: String
        var note: String
        var role: Role
    }

    private func sections(_ page: ShiftPage) -> [Section] {
        [
            Section(
                title: "Tours without an outcome  \(Words.count(page.missing.count))",
                rows: page.missing.map { entry($0, .missing($0.id), isToday: false) }
            ),
            Section(
                title: "Tours today  \(Words.count(page.tours.count))",
                rows: page.tours.map { entry($0, .tour($0.id), isToday: true) }
            ),
            Section(
                title: "Leads with something new  \(Words.count(page.leadsTotal))",
                rows: page.leads.map(entry)
            ),
            Section(
                title: "Questions asked  \(Words.count(page.questions.count))",
                rows: page.questions.map(entry)
            ),
        ]
    }

    private func entry(_ tour: TourRow, _ row: ShiftRow, isToday: Bool) -> Entry {
        Entry(
            row: row,
            time: (isToday ? tour.localStart.clock : Words.time(tour.localStart))
                + zoneEnding(of: tour.property, at: tour.start),
            name: tour.prospect,
            text: [tour.type.words, tour.unit ?? ""].filter { !$0.isEmpty }
                .joined(separator: " \(glyphs.separator) "),
            note: isToday ? tour.status.words : tour.managerName ?? "the team",
            role: isToday ? .muted : .waiting
        )
    }

    private func entry(_ lead: LeadRow) -> Entry {
        Entry(
            row: .lead(lead.id),
            time: age(lead.lastActivity),
            name: lead.displayName,
            text: String((lead.lastLine ?? "").prefix(300)),
            note: lead.waitingSince == nil ? lead.stage.words : "waits",
            role: lead.waitingSince == nil ? .muted : .waiting
        )
    }

    private func entry(_ question: QuestionRow) -> Entry {
        Entry(
            row: .question(question.id),
            time: age(question.askedAt),
            name: question.propertyName,
            text: question.text,
            note: question.askers > 1 ? "\(question.askers) asked" : "",
            role: .muted
        )
    }

    private func age(_ time: Timestamp?) -> String {
        time.map { Words.short(max(.zero, now.since($0))) } ?? glyphs.dash
    }

    private func line(_ entry: Entry, room: Int) -> Line {
        var line = Line(room: room)
        let isSelected = entry.row == shift.selected
        line.isSelected = isSelected
        line.aim(at: .shift(entry.row))
        line.add(DisplayText(outside: isSelected ? " \(glyphs.selected) " : "   "), .selected)
        line.add(DisplayText(outside: entry.time), column: 17 + zoneColumns, .muted)
        line.add(
            DisplayText(outside: entry.name),
            column: min(24, room / 4),
            isSelected ? .selected : .name
        )
        line.add(.blanks(1))
        let note = DisplayText(outside: entry.note).fitted(to: room / 4)
        line.add(
            DisplayText(outside: entry.text),
            column: max(1, line.left - note.width - 2),
            .quote
        )
        line.addAtEdge(note, entry.role)
        return line
    }

    mutating func moveInShift(_ step: Step) {
        shift.move(step, rows: max(1, fullRect.inner.height - 8))
    }

    /// Goes to what the selected row is about.
    mutating func openShiftRow() -> [DeskEffect] {
        switch shift.selected {
        case .lead(let id):
            let lead = shift.page?.leads.first { $0.id == id }
            leads.select(id, rows: leadRows)
            open(id)
            return markRead(lead)
        case .question(let id):
            questions.select(id, rows: questionRows)
            moveFocus(to: .questions)
        case .missing, .tour:
            open(shift.selectedTour?.conversation)
        case nil: break
        }
        return []
    }
}
