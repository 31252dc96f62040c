import Model

// The form of a write that was refused, with what was wanted in it.
extension DeskState {
    func form(again row: AttentionRow) throws(FormProblem) -> Form {
        switch row.intent {
        case .answerQuestion(let rule): return try form(again: rule)
        case .logActivity(let rule): return try form(again: rule)
        case .writeEmail(let rule):
            let zone = zone(ofLead: rule.conversation)
            return Form(.email(rule.conversation), fields(of: rule.letter, in: zone))
        case .bookTour(let rule): return form(again: rule)
        case .moveTour(let rule): return try form(again: rule)
        case .reviseKnowledge(let rule):
            guard let answer = rule.revision.text else { throw .elsewhere }
            guard case .knowledge(let present)? = row.present else { throw .gone }
            return Form(.office(.knowledge(present)), [.text("answer", answer)])
        case .editEmail(let rule):
            guard case .email(let present)? = row.present, present.state.isOpen else { throw .gone }
            let fields = fields(of: rule.letter, in: emailZone(present))
            return Form(.editEmail(present), fields)
        case .correctContact(let rule):
            guard case .contact(let present)? = row.present else { throw .gone }
            let name = VisitorFace(id: rule.visitor, contact: present).words
            return Form(
                .office(.contact(rule.visitor, present, name: name)),
                Self.fields(of: rule.contact)
            )
        default: throw .elsewhere
        }
    }

    /// The question is in the list under one of its rows, and nobody knows which: as the list has
    /// it, else the rows are tried one after the other.
    private func form(again rule: AnswerQuestion) throws(FormProblem) -> Form {
        let listed = questions.rows.filter { row in
            row.property == rule.property && row.text == rule.question
        }
        let asked = (rule.asked.tasks + rule.asked.messages + rule.asked.knowledge)
            .map { $0.cast() as QuestionID }
        let places = listed.map(\.id) + asked.filter { id in !listed.contains { $0.id == id } }
        guard let first = places.first else { throw .elsewhere }
        var form = Form(
            .answer(first),
            [
                .text("answer", rule.answer), .toggle("publish", rule.publishes),
                .toggle("email", rule.drafts),
            ]
        )
        form.otherPlaces = Array(places.dropFirst())
        return form
    }

    private func form(again rule: LogActivity) throws(FormProblem) -> Form {
        switch rule.activity {
        case .note:
            return Form(.note(rule.conversation), [.text("note", rule.note ?? "")])
        case .call:
            return Form(
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
            let zone = zone(ofLead: rule.conversation)
            return Form(
                .followUp(rule.conversation),
                [
                    .line("when", rule.due.map { typed($0, in: zone) } ?? ""),
                    .line("what", rule.note ?? ""),
                ]
            )
        case .email, .text, .visit: throw .elsewhere
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

    private func form(again rule: MoveTour) throws(FormProblem) -> Form {
        guard let tour = tours.page?.tours.first(where: { $0.id == rule.tour }) else {
            throw .elsewhere
        }
        return Form(
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
}

extension FormProblem {
    /// There is no form in which it could be changed.
    fileprivate static let elsewhere = FormProblem(
        words: "Do it again from its pane; d discards this one."
    )
    /// There is nothing any more that could be changed.
    fileprivate static let gone = FormProblem(
        words: "What it changes is not here any more, or is settled; d discards this one."
    )
}
