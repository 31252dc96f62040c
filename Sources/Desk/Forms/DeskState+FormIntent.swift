import Model

// What a filled-in form means.
extension DeskState {
    func intent(of form: Form, confirmed: Bool) throws(FormProblem) -> Intent {
        switch form.purpose {
        case .answer: return try answer(form)
        case .book(let property, let lead): return try book(form, property, lead, confirmed)
        case .move(let tour): return try move(form, tour, confirmed)
        case .cancel(let tour):
            let side: TourSide = form.choice("asked by") == 0 ? .visitor : .office
            return outcome(tour, .cancelled(by: side, reason: form.filled("reason")))
        case .complete(let tour):
            return outcome(
                tour,
                .completed(interest: form.text("interest"), unit: form.filled("unit"))
            )
        case .note(let lead):
            return .logActivity(
                LogActivity(conversation: lead, activity: .note, note: form.text("note"))
            )
        case .call(let lead):
            return .logActivity(
                LogActivity(
                    conversation: lead,
                    activity: .call,
                    outcome: form.text("outcome"),
                    note: form.filled("note")
                )
            )
        case .followUp(let lead):
            let due = try instant(form.text("when"), in: zone(of: form), isLater: false)
            guard due >= now.minute else { throw .past }
            return .logActivity(
                LogActivity(
                    conversation: lead,
                    activity: .followUp,
                    note: form.filled("what"),
                    due: due
                )
            )
        case .email(let lead): return try email(form, lead)
        case .editEmail(let row):
            return .editEmail(
                EditEmail(
                    draft: row.id,
                    seenBody: row.letter.body,
                    letter: try letter(form, in: zone(of: form))
                )
            )
        case .schedule(let row): return try schedule(form, row)
        case .office(let purpose): return try officeIntent(form, purpose)
        }
    }

    /// What is known of the question that a form answers; nil until it is here: the card of another
    /// one may be, and an answer never goes to that.
    func questionCard(of form: Form) -> QuestionCard? {
        guard case .answer(let id) = form.purpose else { return nil }
        return questionCard?.question.id == id ? questionCard : nil
    }

    private func answer(_ form: Form) throws(FormProblem) -> Intent {
        guard let card = questionCard(of: form) else {
            throw FormProblem(words: "The question is still being read.")
        }
        return .answerQuestion(
            AnswerQuestion(
                property: card.question.property,
                question: card.question.text,
                answer: form.text("answer").trimmingBlanks,
                asked: card.asked,
                publishes: form.isOn("publish"),
                category: card.category,
                drafts: form.isOn("email")
            )
        )
    }

    private func book(
        _ form: Form,
        _ property: PropertyID,
        _ lead: ConversationID?,
        _ confirmed: Bool
    ) throws(FormProblem) -> Intent {
        guard let who = form.filled("who") else { throw FormProblem(words: "Who comes?") }
        let zone = zone(of: property)
        let start = try instant(
            form.text("when"),
            in: zone,
            isLater: form.isLater
        )
        let card = conversation.card.flatMap { $0.lead.id == lead ? $0 : nil }
        return .bookTour(
            BookTour(
                property: property,
                conversation: lead,
                manager: form.agent,
                prospect: Prospect(
                    name: who,
                    email: form.filled("email") ?? card?.email,
                    phone: form.filled("phone") ?? card?.phone
                ),
                start: start,
                minutes: Int(form.text("minutes")) ?? 30,
                type: WrittenTourType.allCases[form.choice("how")],
                unit: form.filled("unit"),
                isWalkIn: lead == nil && start <= now.advanced(by: .seconds(900)),
                confirmed: confirmed
            )
        )
    }

    private func move(
        _ form: Form,
        _ tour: TourRow,
        _ confirmed: Bool
    ) throws(FormProblem) -> Intent {
        let start = try instant(
            form.text("when"),
            in: zone(of: tour.property),
            isLater: form.isLater,
            moving: form.purpose.movedFrom
        )
        return .moveTour(
            MoveTour(
                tour: tour.id,
                seenStart: tour.start,
                start: start,
                askedBy: form.choice("asked by") == 0 ? .office : .visitor,
                reason: form.filled("reason"),
                confirmed: confirmed
            )
        )
    }

    private func email(_ form: Form, _ lead: ConversationID) throws(FormProblem) -> Intent {
        .writeEmail(
            WriteEmail(conversation: lead, letter: try letter(form, in: zone(of: form)))
        )
    }

    private func schedule(_ form: Form, _ row: EmailRow) throws(FormProblem) -> Intent {
        guard let time = try sendTime(form, in: zone(of: form)) else {
            throw FormProblem(words: "When is it sent? Try now, or tomorrow 9am.")
        }
        return .setEmailStatus(
            SetEmailStatus(draft: row.id, status: .scheduled(time), seen: row.statusWord)
        )
    }

    func outcome(_ tour: TourRow, _ outcome: SetTourOutcome.Outcome) -> Intent {
        .setTourOutcome(SetTourOutcome(tour: tour.id, outcome: outcome, seen: tour.statusWord))
    }

    func zone(of property: PropertyID) -> Zone { self.property(property)?.zone ?? zone }

    /// The zone of the office that a lead asks; the desk's own where the lead is not here.
    func zone(ofLead lead: ConversationID) -> Zone {
        self.lead(lead).map { zone(of: $0.property) } ?? zone
    }

    /// The zone in which the times of a form are meant.
    func zone(of form: Form) -> Zone {
        switch form.purpose {
        case .editEmail(let row), .schedule(let row): emailZone(row)
        // As it was when the form was opened: what was typed then must not mean another time.
        case .note, .call, .followUp, .email: form.lead.map { zone(of: $0.property) } ?? zone
        case .answer, .book, .move, .cancel, .complete, .office:
            form.purpose.property.map { zone(of: $0) } ?? zone
        }
    }

    /// The instant that words mean; where the wall shows the time twice, the one that was chosen,
    /// and nil asks.
    func instant(
        _ words: String,
        in zone: Zone,
        isLater: Bool?,
        moving start: Timestamp? = nil
    ) throws(FormProblem) -> Timestamp {
        switch DateEntry.parse(words, now: now, in: zone, moving: start) {
        case .failure(let problem): throw FormProblem(words: "When? Try \(problem.remedy).")
        case .success(let entry):
            switch entry.occurrence(in: zone) {
            case .once(let instant): return instant
            case .twice(let earlier, let later):
                if let isLater { return isLater ? later : earlier }
                let names = [earlier, later].map { zone.abbreviation(at: $0) }
                throw FormProblem(
                    words: """
                        The clock shows that time twice: Ctrl-s takes \(names[0]), Alt-y \
                        \(names[1]).
                        """,
                    isDouble: true
                )
            case .never(_, let next):
                throw FormProblem(
                    words: "The clock is put forward over that time; next is \(next.clock)."
                )
            }
        }
    }
}
