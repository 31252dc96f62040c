import Model
import Screen

// What the office's forms mean, and what is said below their fields.
extension DeskState {
    func officeIntent(_ form: Form, _ purpose: OfficeForm) throws(FormProblem) -> Intent {
        switch purpose {
        case .contact(let visitor, let seen, name: _):
            return .correctContact(
                CorrectContact(
                    visitor: visitor,
                    contact: CorrectContact.Contact(
                        first: form.filled("first"),
                        last: form.filled("last"),
                        email: form.filled("email"),
                        phone: form.filled("phone")
                    ),
                    seen: seen
                )
            )
        case .knowledge(let row):
            return revision(row, .edit(answer: form.text("answer").trimmingBlanks))
        case .absence: return try cover(form)
        case .settings(let page):
            return .setPropertySettings(
                SetPropertySettings(
                    property: page.property,
                    zone: form.filled("time zone"),
                    bufferMinutes: try minutes("pause", of: form),
                    noticeMinutes: try minutes("notice", of: form)
                )
            )
        case .assign(let page):
            guard let agent = form.agent else { throw FormProblem(words: "Who is it?") }
            let zone = zone(of: page.property)
            return .assignManager(
                AssignManager(
                    property: page.property,
                    manager: agent,
                    from: try day(form.text("from"), in: zone),
                    until: try form.filled("until").map { words throws(FormProblem) in
                        try day(words, in: zone)
                    },
                    isPrimary: form.isOn("primary")
                )
            )
        case .end(let row):
            let day = try day(form.text("last day"), in: zone(of: row.property))
            return .endAssignment(EndAssignment(assignment: row.id, lastDay: day))
        }
    }

    func revision(_ row: KnowledgeRow, _ revision: ReviseKnowledge.Revision) -> Intent {
        .reviseKnowledge(
            ReviseKnowledge(entry: row.id, seenAnswer: row.answer, revision: revision)
        )
    }

    private func minutes(_ label: String, of form: Form) throws(FormProblem) -> Int? {
        guard let text = form.filled(label) else { return nil }
        guard let number = Int(text) else {
            throw FormProblem(words: "The \(label) is a number of minutes, such as 15.")
        }
        return number
    }

    /// `2026-11-23`, of that or of what an agent types.
    private func day(_ words: String, in zone: Zone) throws(FormProblem) -> String {
        if let date = LocalDate(words.trimmingBlanks) { return date.text }
        // A time of the day goes with what an agent types; here it is none of theirs.
        for time in ["", " 12:00"] {
            if case .success(let entry) = DateEntry.parse(words + time, now: now, in: zone) {
                return entry.local.date.text
            }
        }
        throw FormProblem(words: "Which day? Try 12/4 or \(zone.local(now).date.text).")
    }

    /// Drops what the form is about: an answer is retired, an email cancelled.
    mutating func dropInForm() -> [DeskEffect] {
        guard case .form(var form) = mode, form.sending == nil else { return [] }
        let intent: Intent
        switch form.purpose {
        case .office(.knowledge(let row)): intent = revision(row, .retire)
        case .editEmail(let row):
            intent = .setEmailStatus(
                SetEmailStatus(draft: row.id, status: .cancelled, seen: row.statusWord)
            )
        default: return []
        }
        form.sending = intent
        form.problem = nil
        mode = .form(form)
        return [.write(intent)]
    }

    /// Retires the answer in doubt that was read.
    mutating func retireQuestion(_ id: QuestionID) -> [DeskEffect] {
        guard let card = questionCard, card.question.id == id,
            let entry = card.asked.knowledge.first
        else { return [] }
        let rule = ReviseKnowledge(
            entry: entry.cast(),
            seenAnswer: card.seenAnswer,
            revision: .retire
        )
        return [.write(.reviseKnowledge(rule))]
    }

    /// Gives conversations back to whom they were merged away from.
    mutating func split(_ lead: ConversationID) -> [DeskEffect] {
        guard let card = conversation.card, card.lead.id == lead, let visitor = card.visitor,
            let merge = card.merge
        else {
            notice = Notice(text: "This visitor was not merged with another.")
            return []
        }
        let rule = MoveConversations(
            conversations: merge.conversations,
            from: visitor,
            to: merge.from
        )
        return [.write(.moveConversations(rule))]
    }

    /// Whether the lead at hand may go back to another visitor, as far as is known.
    var mayBeMerged: Bool {
        guard let lead = leadAtHand else { return false }
        guard let card = conversation.card, card.lead.id == lead.id else { return true }
        return card.merge != nil
    }

    /// Sentences below the fields.
    func remarks(on form: Form, _ purpose: OfficeForm) -> [(words: String, role: Role)] {
        switch purpose {
        case .absence: absenceRemarks(form)
        case .settings(let page):
            [
                ("Without a time zone it is \(page.assumedZone), by the address.", .muted),
                ("pause: minutes between two tours; notice: minutes before one.", .muted),
            ]
        case .assign: [("Without an end it goes on until somebody ends it.", .muted)]
        case .contact, .knowledge, .end: []
        }
    }
}
