import Model

// Opening a form with what is known already.
extension DeskState {
    mutating func openAnswer(_ id: QuestionID?) {
        guard let id else { return }
        open(
            Form(
                .answer(id),
                [
                    .text("answer"), .toggle("publish", true),
                    .toggle("email", true),
                ]
            )
        )
    }

    /// From the lead at hand, or anew at the property at hand where the focus is on the tours.
    mutating func openBooking() {
        let lead = focus == .tours ? nil : leadAtHand
        guard let property = lead?.property ?? propertyAtHand else { return }
        openBooking(at: property, for: lead?.id, name: lead?.name)
    }

    /// For whom asked for a tour and has none.
    mutating func openRequest() {
        guard let request = selectedRequest else { return }
        conversation.show(request.conversation, isOfLeads: false)
        openBooking(at: request.property, for: request.conversation, name: request.name)
    }

    /// The request without a time under the cursor.
    var selectedRequest: TourRequest? {
        guard case .request(let id) = tours.selected else { return nil }
        return tours.page?.requests.first { $0.conversation == id }
    }

    private mutating func openBooking(
        at property: PropertyID,
        for lead: ConversationID?,
        name: String?
    ) {
        let card = conversation.card.flatMap { $0.lead.id == lead ? $0 : nil }
        var fields = [
            FormField.line("who", name ?? ""), .line("when"),
            .choice("minutes", Self.lengths, 1),
            .choice("how", WrittenTourType.allCases.map(\.words)), .line("unit"),
            .choice("agent", agentsOffered(at: property).map(words)),
        ]
        if name == nil {
            fields.insert(.line("phone", card?.phone ?? ""), at: 1)
        }
        var form = Form(.book(property, lead), fields)
        form.focus = name == nil ? 0 : 1
        form.agents = agentsOffered(at: property)
        open(form)
    }

    /// Minutes that a tour takes, as they are offered.
    static let lengths = ["15", "30", "45", "60", "90"]

    mutating func openMove() {
        guard let tour = selectedTour else { return }
        open(
            Form(
                .move(tour),
                [
                    .line("when"), .line("reason"),
                    .choice("asked by", ["the office", "the visitor"]),
                ]
            )
        )
    }

    mutating func openCancel() {
        guard let tour = selectedTour else { return }
        open(
            Form(
                .cancel(tour),
                [.choice("asked by", ["the visitor", "the office"]), .line("reason")]
            )
        )
    }

    mutating func openComplete() {
        guard let tour = selectedTour else { return }
        open(
            Form(
                .complete(tour),
                [.choice("interest", ["high", "medium", "low", "none"]), .line("unit")]
            )
        )
    }

    mutating func openNote() {
        guard let lead = leadAtHand else { return }
        let purpose = FormPurpose.note(lead.id)
        open(Form(purpose, [.text("note")]))
    }

    mutating func openCall() {
        guard let lead = leadAtHand else { return }
        open(Form(.call(lead.id), [.choice("outcome", Self.callOutcomes), .line("note")]))
    }

    /// What comes of a call, as it is offered.
    static let callOutcomes = ["reached", "voicemail", "no answer", "wrong number"]

    mutating func openFollowUp() {
        guard let lead = leadAtHand else { return }
        open(Form(.followUp(lead.id), [.line("when", "tomorrow 10"), .line("what")]))
    }

    /// Opens a form with what was typed into it before; the list behind it stays where it is.
    mutating func open(_ form: Form) {
        var form = form.filled(from: drafts)
        form.lead = form.purpose.conversation.flatMap { lead($0) }
        mode = .form(form)
        if focus == .leads { leads.hold() }
    }

    /// A lead of those that are here.
    func lead(_ id: ConversationID) -> LeadRow? {
        if let card = conversation.card, card.lead.id == id { return card.lead }
        return leads.rows.first { $0.id == id }
    }

    /// The lead that writing keys are about: in the conversation the one that is open, and no other
    /// where that is not here yet; else the selected one.
    var leadAtHand: LeadRow? {
        focus == .conversation ? conversation.id.flatMap { lead($0) } : leads.selected
    }

    /// The tour under the cursor.
    var selectedTour: TourRow? {
        if fullView == .shift { return shift.selectedTour }
        guard case .tour(let id) = tours.selected else { return nil }
        return tours.page?.tours.first { $0.id == id }
    }

    /// The question that came from the lead at hand, else the one under the cursor.
    var questionAtHand: QuestionRow? {
        guard focus != .questions else { return questions.selected }
        guard let lead = leadAtHand else { return nil }
        return questions.rows.first { $0.conversation == lead.id }
    }
}
