import Model
import Screen

// Writes that were refused: what was wanted, why not, and what to do.
extension DeskState {
    mutating func retryRefused() -> [DeskEffect] {
        guard let row = attention.selected else { return [] }
        return [.settle(row.id, again: row.intent)]
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
        return [.settle(row.id, again: nil)]
    }

    /// Opens the form again with what was wanted in it; the refused write stays until the new one
    /// is kept.
    mutating func editRefused() -> [DeskEffect] {
        guard let row = attention.selected else { return [] }
        guard var form = form(again: row.intent) else {
            notice = Notice(text: "Do it again from its pane; d discards this one.")
            return []
        }
        form.settles = row.id
        form.lead = form.purpose.conversation.flatMap { lead($0) }
        mode = .form(form)
        return keep(form.drafts.filter { !$0.value.isEmpty })
    }

    private func form(again intent: Intent) -> Form? {
        switch intent {
        case .answerQuestion(let rule):
            let first = (rule.asked.tasks + rule.asked.messages + rule.asked.knowledge).first
            return first.map { id in
                Form(
                    .answer(id.cast()),
                    [
                        .text("answer", rule.answer), .toggle("publish", rule.publishes),
                        .toggle("email", rule.drafts),
                    ]
                )
            }
        case .logActivity(let rule): return form(again: rule)
        case .writeEmail(let rule):
            let zone = zone(ofLead: rule.conversation)
            return Form(.email(rule.conversation), fields(of: rule.letter, in: zone))
        case .bookTour(let rule): return form(again: rule)
        case .moveTour(let rule):
            let tour = tours.page?.tours.first { $0.id == rule.tour }
            return tour.map { tour in
                Form(
                    .move(tour),
                    [
                        .line("when", typed(rule.start, in: zone(of: tour.property))),
                        .choice(
                            "asked by",
                            ["the office", "the visitor"],
                            rule.askedBy == .office ? 0 : 1
                        ), .line("reason", rule.reason ?? ""),
                    ]
                )
            }
        default: return nil
        }
    }

    private func form(again rule: LogActivity) -> Form? {
        switch rule.activity {
        case .note: Form(.note(rule.conversation), [.text("note", rule.note ?? "")])
        case .call:
            Form(
                .call(rule.conversation),
                [
                    .choice(
                        "outcome",
                        Self.callOutcomes,
                        Self.callOutcomes.firstIndex(of: rule.outcome ?? "") ?? 0
                    ), .line("note", rule.note ?? ""),
                ]
            )
        case .followUp:
            Form(
                .followUp(rule.conversation),
                [
                    .line(
                        "when",
                        rule.due.map { typed($0, in: zone(ofLead: rule.conversation)) } ?? ""
                    ),
                    .line("what", rule.note ?? ""),
                ]
            )
        case .email, .text, .visit: nil
        }
    }

    private func form(again rule: BookTour) -> Form {
        let minutes = String(rule.minutes)
        let lengths = Self.lengths.contains(minutes) ? Self.lengths : Self.lengths + [minutes]
        let agents = agentsOffered(at: rule.property, and: rule.manager)
        let place = agents.firstIndex { $0?.id == rule.manager } ?? 0
        var form = Form(
            .book(rule.property, rule.conversation),
            [
                .line("who", rule.prospect.name), .line("phone", rule.prospect.phone ?? ""),
                .line("email", rule.prospect.email ?? ""),
                .line("when", typed(rule.start, in: zone(of: rule.property))),
                .choice("minutes", lengths, lengths.firstIndex(of: minutes) ?? 0),
                .choice(
                    "how",
                    WrittenTourType.allCases.map(\.words),
                    WrittenTourType.allCases.firstIndex(of: rule.type) ?? 0
                ), .line("unit", rule.unit ?? ""),
                .choice("agent", agents.map(words), place),
            ]
        )
        form.agents = agents
        return form
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
        for index in lines.indices { lines[index].aim(at: .refused(row.id)) }
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
