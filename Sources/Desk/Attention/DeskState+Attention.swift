import Model
import Screen

// Writes that were refused: what was wanted, why not, and what to do.
extension DeskState {
    mutating func retryRefused() -> [DeskEffect] {
        guard let row = attention.selected else { return [] }
        return [.settle(row.id, again: row.intent)]
    }

    /// The first key asks, the second does it.
    mutating func discardRefused() -> [DeskEffect] {
        guard let row = attention.selected else { return [] }
        guard attention.discarding == row.id else {
            attention.discarding = row.id
            notice = Notice(text: "Discard what you wrote? D does it.")
            return []
        }
        attention.discarding = nil
        return [.settle(row.id, again: nil)]
    }

    /// Opens the form again with what was wanted in it.
    mutating func editRefused() -> [DeskEffect] {
        guard let row = attention.selected else { return [] }
        switch row.intent {
        case .answerQuestion(let rule):
            let first = (rule.asked.tasks + rule.asked.messages + rule.asked.knowledge).first
            guard let id = first else { return [] }
            openAnswer(id.cast())
            _ = changeForm { $0.edit("answer") { $0.replace(with: rule.answer) } }
        case .logActivity(let rule) where rule.activity == .note:
            open(Form(.note(rule.conversation), [.text("note", rule.note ?? "")]))
        case .writeEmail(let rule):
            open(
                Form(
                    .email(rule.conversation),
                    [
                        .line("subject", rule.letter.subject), .text("text", rule.letter.body),
                        .line("send at"),
                    ]
                )
            )
        case .bookTour(let rule):
            let fields: [FormField] = [
                .line("who", rule.prospect.name), .line("phone", rule.prospect.phone ?? ""),
                .line("when"), .choice("minutes", Self.lengths, 1),
                .choice("how", WrittenTourType.allCases.map(\.words)),
                .line("unit", rule.unit ?? ""), .choice("agent", ["you", "the team"]),
            ]
            var form = Form(.book(rule.property, rule.conversation), fields)
            form.focus = 2
            open(form)
        default:
            notice = Notice(text: "Do it again from its pane; d discards this one.")
            return []
        }
        return [.settle(row.id, again: nil)]
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
        for (index, row) in attention.rows.enumerated() {
            let isSelected = index == attention.selection
            content.lines += lines(of: row, isSelected, room: width)
        }
        let place = max(0, attention.selection * 4 - height + 5)
        content.lines = Array(content.lines.dropFirst(place))
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
        if let wanted = row.intent.text { lines.append(quoted("yours:", wanted, room)) }
        if let standing = row.standing?["answer"] ?? row.standing?["content"] {
            lines.append(quoted("theirs:", standing, room))
        }
        return lines + [Line(room: room)]
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
        case .logActivity(let rule): rule.note
        case .writeEmail(let rule): rule.letter.body
        case .editEmail(let rule): rule.letter.body
        case .bookTour(let rule): rule.prospect.name
        default: nil
        }
    }
}
