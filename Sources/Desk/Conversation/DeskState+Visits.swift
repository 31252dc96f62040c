import Model

/// A conversation that was left for an earlier visit, and where one was in it.
struct VisitReturn: Equatable, Sendable {
    /// The visit that was opened from there.
    var visit: ConversationID
    var conversation: ConversationState
    var focus: Pane
}

// Earlier visits of the same browser: into one, and back.
extension DeskState {
    /// Visits that lie open behind one another; beyond it the first is forgotten.
    private static let mostReturns = 8

    /// The conversation that going back returns to; nil where this one was not opened from another.
    var visitReturn: VisitReturn? {
        visitReturns.last.flatMap { $0.visit == conversation.id ? $0 : nil }
    }

    mutating func open(_ visit: EarlierVisit) {
        guard visit.id != conversation.id else { return }
        if visitReturn == nil { visitReturns = [] }
        let back = VisitReturn(visit: visit.id, conversation: conversation, focus: focus)
        visitReturns = (visitReturns + [back]).suffix(Self.mostReturns)
        conversation.show(visit.id, isOfLeads: false)
        moveFocus(to: .conversation)
    }

    /// Goes back to the conversation that the visit was opened from, to where one was in it.
    mutating func leaveVisit() {
        guard let back = visitReturn else { return }
        visitReturns.removeLast()
        conversation = back.conversation
        // What came in meanwhile is read around the place.
        conversation.replicaChanged()
        moveFocus(to: back.focus)
    }
}
