import Model

extension DeskState {
    /// Why a command is not possible now; nil where it is.
    func obstacle(to need: Need) -> String? {
        isMet(need) ? nil : need.sentence(self)
    }

    private func isMet(_ need: Need) -> Bool {
        switch need {
        case .nothing: true
        case .lead: leadAtHand != nil
        case .someoneWaiting: isSomebodyWaiting
        case .conversation: conversation.id != nil
        case .search: conversation.search.isOn
        case .questionWithConversation: questions.selected?.conversation != nil
        case .tourWithConversation: tours.selectedConversation != nil || tourView == .month
        case .hubAway: freshness != .live
        case .themes: !themes.names.isEmpty
        case .somethingToLeave: hasSomethingToLeave
        case .question: questionAtHand != nil
        case .leadWithAddress: leadAtHand.map(mayHaveAddress) ?? false
        case .scheduledTour: selectedTour?.status == .scheduled
        case .tourAhead: selectedTour.map { $0.status == .scheduled && $0.start > now } ?? false
        case .tourRequest: selectedRequest != nil
        case .begunTour: selectedTour.map { $0.start <= now && $0.status != .cancelled } ?? false
        case .somethingToUndo: outbox.undo != nil
        case .answerInDoubt: questions.selected?.origin == .review
        case .discardAsked: attention.discarding != nil
        case .openEmail: emails.selected?.state.isOpen ?? false
        case .scheduledEmail: emails.selected?.state == .scheduled
        case .emailWithConversation: emails.selected?.conversation != nil
        case .shiftRow: shift.selected != nil
        case .shorterPeriod: insights.period != .week
        case .longerPeriod: insights.period != .quarter
        case .mergedLead: mayBeMerged
        case .longText: longText != nil
        case .formOfStanding: form?.purpose.isOfStanding ?? false
        }
    }

    /// Whether an email can reach the lead, as far as is known.
    private func mayHaveAddress(_ lead: LeadRow) -> Bool {
        guard let card = conversation.card, card.lead.id == lead.id else { return lead.hasContact }
        return card.email != nil
    }

    /// A lead, a question or a refused write that wants a person.
    private var isSomebodyWaiting: Bool {
        leads.rows.contains { $0.waitingSince != nil } || !questions.rows.isEmpty
            || outbox.attention > 0
            || leads.query.order != .waiting && (overview?.waiting ?? 0) > 0
    }

    /// Why there is nothing to answer, and where there is.
    fileprivate var noQuestionWords: String {
        guard focus != .questions else { return "No question is here that waits for an answer." }
        return "This lead waits for no answer; \(key(.focusQuestions)) shows all questions."
    }

    private var hasSomethingToLeave: Bool {
        if isZoomed || focus != .leads || fullView != nil { return true }
        return !leads.filterText.isEmpty
    }
}

extension Need {
    /// What to say where it is not met.
    fileprivate func sentence(_ desk: DeskState) -> String {
        switch self {
        case .nothing: ""
        case .lead where desk.focus == .conversation && desk.conversation.id != nil:
            "This lead is not on your desk any more; \(desk.key(.focusLeads)) shows who is."
        case .lead: "No lead is selected; \(desk.key(.focusLeads)) shows them."
        case .someoneWaiting: "Nobody waits for a person."
        case .conversation: "No conversation is open."
        case .search: "Nothing is searched for yet; \(desk.key(.searchConversation)) searches."
        case .questionWithConversation: "This question came from no conversation."
        case .tourWithConversation: "This tour came from no conversation."
        case .hubAway: "The hub is connected; every change arrives as it happens."
        case .themes: "No themes were found."
        case .somethingToLeave:
            "This is where \(desk.key(.back)) leads; \(desk.key(.quit)) leaves the desk."
        case .question: desk.noQuestionWords
        case .leadWithAddress: "The lead left no email address."
        case .scheduledTour, .tourAhead: "No tour is selected that is still to come."
        case .tourRequest: "No request is selected; b books for anybody."
        case .begunTour: "No tour is selected that has begun."
        case .answerInDoubt: "No answer is selected that is in doubt."
        case .discardAsked: "\(desk.key(.askToDiscard)) asks first."
        case .openEmail: "No email is selected that can still be changed."
        case .scheduledEmail: "No email is selected that is to be sent."
        case .emailWithConversation: "This email belongs to no conversation."
        case .shiftRow: "Nothing is selected."
        case .shorterPeriod: "7 days is the shortest period."
        case .longerPeriod: "90 days is the longest period."
        case .mergedLead: "This visitor was not merged with another."
        case .longText: "Only a text of several lines goes to your editor."
        case .formOfStanding: "Only an answer or an email that is there already can be dropped."
        case .somethingToUndo: "There is nothing that can be taken back now."
        }
    }
}
