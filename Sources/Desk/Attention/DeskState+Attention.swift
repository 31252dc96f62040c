import Model
import Screen

// Writes that were refused: what was wanted, why not, and what to do.
extension DeskState {
    mutating func retryRefused() -> [DeskEffect] {
        guard let row = attention.selected else { return [] }
        return forgetEdits(of: row.id) + [.settle(row.id, again: row.intent)]
    }

    /// Asks; a key of its own does it.
    mutating func askToDiscard() {
        guard let row = attention.selected else { return }
        attention.discarding = row.id
        notice = Notice(text: "Discard what you wrote? D does it, any other key does not.")
    }

    mutating func discardRefused() -> [DeskEffect] {
        guard let row = attention.selected, attention.discarding == row.id else { return [] }
        attention.discarding = nil
        return forgetEdits(of: row.id) + [.settle(row.id, again: nil)]
    }

    /// Opens the form again with what was wanted in it; the refused write stays until the new one
    /// is kept.
    mutating func editRefused() {
        guard let row = attention.selected else { return }
        do throws(FormProblem) {
            var form = try form(again: row)
            form.settles = row.id
            open(form)
        } catch {
            notice = Notice(text: error.words)
        }
    }

    /// Forgets what was typed while a refused write was edited: it is settled without it.
    private mutating func forgetEdits(of id: MutationID) -> [DeskEffect] {
        let name = Form.draftName(settling: id) + "/"
        return keep(drafts.filter { $0.key.hasPrefix(name) }.mapValues { _ in "" })
    }

    func attentionContent(width: Int, height: Int) -> PaneContent {
        var content = PaneContent(note: Words.count(attention.rows.count))
        guard !attention.rows.isEmpty else {
            content.lines = teaching(
                "Nothing needs you. What the hub refuses appears here.",
                room: width
            )
            return content
        }
        var top = 0
        for (index, row) in attention.rows.enumerated() {
            let isSelected = index == attention.selection
            let lines = lines(of: row, isSelected, room: width)
            // The selected one is seen whole, or from its first line.
            let start = content.lines.count
            if isSelected { top = min(start, max(0, start + lines.count - height)) }
            content.lines += lines
        }
        content.lines.removeFirst(top)
        return content
    }

    private func lines(of row: AttentionRow, _ isSelected: Bool, room: Int) -> [Line] {
        var head = Line(room: room)
        head.isSelected = isSelected
        head.add(DisplayText(outside: isSelected ? " \(glyphs.selected) " : "   "), .selected)
        head.add(DisplayText(outside: glyphs.cross + " "), .problem)
        head.add(DisplayText(outside: zone.local(row.madeAt).clock), column: 7, .muted)
        head.add(DisplayText(outside: row.intent.words), isSelected ? .selected : .name)
        head.addAtEdge(DisplayText(outside: row.refusal.words), .problem)
        var lines = [head]
        if let wanted = wanted(row.intent) { lines.append(quoted("yours:", wanted, room)) }
        let standing = row.standing?["answer"] ?? row.standing?["content"]
        if let standing = row.present?.text ?? standing {
            lines.append(quoted("theirs:", standing, room))
        }
        for index in lines.indices { lines[index].aim(at: .refused(row.id)) }
        return lines + [Line(room: room)]
    }

    /// What the agent typed, with the time of a follow-up.
    func wanted(_ intent: Intent) -> String? {
        guard case .logActivity(let rule) = intent, let due = rule.due else { return intent.text }
        let time = words(due, in: zone(ofLead: rule.conversation))
        return [time, rule.note ?? ""].filter { !$0.isEmpty }
            .joined(separator: " \(glyphs.separator) ")
    }

    private func quoted(_ label: String, _ text: String, _ room: Int) -> Line {
        var line = Line(room: room)
        line.pad(to: 5)
        line.add(DisplayText(outside: label), column: 9, .muted)
        line.add(DisplayText(outside: glyphs.openQuote + text + glyphs.closeQuote), .quote)
        return line
    }
}

extension Intent {
    /// What the agent typed, where it was a text.
    var text: String? {
        switch self {
        case .answerQuestion(let rule): rule.answer
        case .reviseKnowledge(let rule): rule.revision.text
        case .logActivity(let rule): rule.note
        case .writeEmail(let rule): rule.letter.body
        case .editEmail(let rule): rule.letter.body
        case .bookTour(let rule): rule.prospect.name
        case .correctContact(let rule): rule.contact.words
        default: nil
        }
    }
}

extension PresentRow {
    /// What it says, to be set against what the agent typed.
    fileprivate var text: String? {
        switch self {
        case .knowledge(let row): row.answer
        case .email(let row): row.letter.body
        case .contact(let contact): contact.words
        }
    }
}

extension ReviseKnowledge.Revision {
    /// The answer that was typed.
    var text: String? { if case .edit(let answer) = self { answer } else { nil } }
}

extension CorrectContact.Contact {
    /// Name and addresses, one behind the other; nil where nothing is known.
    fileprivate var words: String? {
        let name = [first, last].compactMap(\.self).joined(separator: " ")
        let parts = [name, email ?? "", phone ?? ""].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
