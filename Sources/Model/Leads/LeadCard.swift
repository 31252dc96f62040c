/// Everything that is known of a lead, for the card above its conversation.
package struct LeadCard: Hashable, Sendable {
    package var lead: LeadRow
    package var visitor: VisitorID?
    package var email: String?
    package var phone: String?
    package var source: String?
    package var summary: String?
    package var occupants: Int?
    package var workLocation: String?
    package var reasonForMoving: String?
    /// JSON as the platform keeps it.
    package var petDetails: String?
    package var desiredFeatures: String?
    package var startedAt: Timestamp?
    /// Visits of the same visitor or browser before this one.
    package var earlierVisits: Int
    package var tours: [TourRow]
    /// Email drafts that are not sent, and emails that are.
    package var draftsOpen: Int
    package var emailsSent: Int
    package var metrics: EngagementMetrics?
    /// The conversation's status in the platform's own word, and the visitor's names as kept.
    package var status: String?
    package var contact: CorrectContact.Contact?
    /// Who the visitor was before a merge; nil where none was merged into this one.
    package var merge: PastMerge?
    /// Whose the lead is.
    package var claimedBy: AgentID?
    package var claimedByName: String?
    /// Who speaks for the bot.
    package var takenOverBy: AgentID?
    package var takenOverByName: String?
    /// What persons did and mean to do, newest first, no more than a card shows.
    package var activities: [LeadActivity]
    /// Emails that are not sent, newest first.
    package var drafts: [EmailRow]

    package init(lead: LeadRow) {
        self.lead = lead
        earlierVisits = 0
        tours = []
        activities = []
        drafts = []
        draftsOpen = 0
        emailsSent = 0
    }
}

/// The 18 engagement metrics; several rows of one conversation are one: booleans OR-ed, counters by
/// maximum.
package struct EngagementMetrics: Hashable, Sendable {
    /// Metrics that are counts, by column name in the catalogue's order.
    package var counts: [String: Int]
    /// Metrics that are true.
    package var flags: Set<String>
    package var contactMethod: String?
    package var tourType: String?
    /// Seconds.
    package var sessionDuration: Int?

    package init(
        counts: [String: Int],
        flags: Set<String>,
        contactMethod: String?,
        tourType: String?,
        sessionDuration: Int?
    ) {
        self.counts = counts
        self.flags = flags
        self.contactMethod = contactMethod
        self.tourType = tourType
        self.sessionDuration = sessionDuration
    }
}
