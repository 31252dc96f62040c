/// The visits of a conversation's visitor, or of the same browser, before it.
package struct VisitsPage: Hashable, Sendable {
    /// Whose earlier visits they are.
    package var conversation: ConversationID
    /// The latest first, at most `PageSize.visits`.
    package var visits: [EarlierVisit]

    package init(conversation: ConversationID, visits: [EarlierVisit]) {
        self.conversation = conversation
        self.visits = visits
    }
}

/// A conversation that began before the one that is open.
package struct EarlierVisit: Hashable, Sendable, Identifiable {
    package var lead: LeadRow
    package var startedAt: Timestamp?
    /// When the session ended, else when the last message was written; nil where neither is known.
    package var endedAt: Timestamp?
    package var source: String?
    package var messages: Int
    package var tours: [TourRow]

    package var id: ConversationID { lead.id }

    package init(
        lead: LeadRow,
        startedAt: Timestamp?,
        endedAt: Timestamp?,
        source: String?,
        messages: Int,
        tours: [TourRow]
    ) {
        self.lead = lead
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.source = source
        self.messages = messages
        self.tours = tours
    }

    /// How long the visitor stayed; nil where nobody knows.
    package var length: Duration? {
        guard let startedAt, let endedAt, startedAt <= endedAt else { return nil }
        return endedAt.since(startedAt)
    }
}
