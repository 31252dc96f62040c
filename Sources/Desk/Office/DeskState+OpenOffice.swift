import Model

// Opening the office's forms with what is known already.
extension DeskState {
    mutating func openContact(_ lead: ConversationID) {
        guard let card = conversation.card, card.lead.id == lead, let visitor = card.visitor,
            let contact = card.contact
        else {
            notice = Notice(text: "This conversation has no visitor who could be corrected.")
            return
        }
        open(
            Form(
                .office(.contact(visitor, contact, name: card.lead.displayName)),
                Self.fields(of: contact)
            )
        )
    }

    /// The fields of a contact's form.
    static func fields(of contact: CorrectContact.Contact) -> [FormField] {
        [
            .line("first", contact.first ?? ""), .line("last", contact.last ?? ""),
            .line("email", contact.email ?? ""), .line("phone", contact.phone ?? ""),
        ]
    }

    /// Opens the answer in doubt that was read.
    mutating func openRevision(_ id: QuestionID) {
        guard let card = questionCard, card.question.id == id,
            let entry = card.asked.knowledge.first
        else { return }
        openKnowledge(
            KnowledgeRow(
                id: entry.cast(),
                property: card.question.property,
                propertyName: card.question.propertyName,
                question: card.question.text,
                answer: card.seenAnswer,
                isInDoubt: true
            )
        )
    }

    mutating func openKnowledge(_ row: KnowledgeRow) {
        open(Form(.office(.knowledge(row)), [.text("answer", row.answer ?? "")]))
    }

    /// Who is away is whose tour or lead is under the cursor, where that is a colleague's.
    mutating func openAbsence() {
        guard let page = office.absence else { return }
        let me = overview?.agent
        let others = page.agents.filter { $0.id != me?.id }
        let holder = focus == .tours ? selectedTour?.manager : leadAtHand?.claimedBy
        let first = others.filter { $0.id == holder }
        let away = first + others.filter { $0.id != holder } + [me].compactMap(\.self)
        let covers = [me].compactMap(\.self).map(Optional.some) + others.map(Optional.some) + [nil]
        open(
            Form(
                .office(.absence(away: away, covers: covers)),
                [
                    .choice("away", away.map(words)), .choice("covers", covers.map(words)),
                    .choice("tours", AbsenceSpan.allCases.map(\.words)),
                    .toggle("questions", true), .toggle("leads", true),
                ]
            )
        )
    }

    mutating func openSettings() {
        guard let page = office.page else { return }
        open(
            Form(
                .office(.settings(page)),
                [
                    .line("time zone", page.zone ?? ""),
                    .line("pause", page.bufferMinutes.map(String.init) ?? ""),
                    .line("notice", page.noticeMinutes.map(String.init) ?? ""),
                ]
            )
        )
    }

    mutating func openAssignment(_ page: OfficePage) {
        let today = zone(of: page.property).local(now).date.text
        var form = Form(
            .office(.assign(page)),
            [
                .choice("agent", page.colleagues.map(words)), .line("from", today),
                .line("until"), .toggle("primary", false),
            ]
        )
        form.agents = page.colleagues.map(Optional.some)
        open(form)
    }

    mutating func openEnd(_ row: AssignmentRow) {
        let today = zone(of: row.property).local(now).date.text
        open(Form(.office(.end(row)), [.line("last day", row.until ?? today)]))
    }
}
