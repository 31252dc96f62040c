/// The emails to leads, newest first, those of one conversation together.
package struct EmailQuery: Hashable, Sendable {
    package var filter: EmailFilter
    package var limit: Int
    /// Only of this property; nil is all.
    package var property: PropertyID?

    package init(
        filter: EmailFilter = .open,
        limit: Int = PageSize.emails,
        property: PropertyID? = nil
    ) {
        self.filter = filter
        self.limit = limit
        self.property = property
    }
}

/// The list of emails, and the campaigns beside it.
package struct EmailPage: Hashable, Sendable {
    package var query: EmailQuery
    package var rows: [EmailRow]
    /// How many emails each filter lets through, counted up to `PageSize.countedEmails`.
    package var counts: [EmailFilter: Int]
    /// Newest first.
    package var campaigns: [CampaignRow]

    package init(
        query: EmailQuery,
        rows: [EmailRow],
        counts: [EmailFilter: Int],
        campaigns: [CampaignRow]
    ) {
        self.query = query
        self.rows = rows
        self.counts = counts
        self.campaigns = campaigns
    }
}

/// One email to a lead.
package struct EmailRow: Hashable, Sendable, Identifiable {
    package var id: DraftID
    package var conversation: ConversationID?
    /// The lead's name; nil where they are anonymous.
    package var lead: String?
    package var property: PropertyID?
    package var propertyName: String
    package var letter: Letter
    package var state: EmailState
    /// The status in the platform's own word; nil where it has none.
    package var statusWord: String?
    package var createdAt: Timestamp?
    package var sentAt: Timestamp?
    /// Whether something of it is not on the hub yet.
    package var isPending: Bool

    package init(
        id: DraftID,
        conversation: ConversationID?,
        lead: String?,
        property: PropertyID?,
        propertyName: String,
        letter: Letter,
        state: EmailState,
        statusWord: String?,
        createdAt: Timestamp?,
        sentAt: Timestamp?,
        isPending: Bool = false
    ) {
        self.id = id
        self.conversation = conversation
        self.lead = lead
        self.property = property
        self.propertyName = propertyName
        self.letter = letter
        self.state = state
        self.statusWord = statusWord
        self.createdAt = createdAt
        self.sentAt = sentAt
        self.isPending = isPending
    }

    /// When it was sent, or is to be sent, or was written.
    package var time: Timestamp? { sentAt ?? letter.sendAt ?? createdAt }
}

/// A campaign of a property: one text to many.
package struct CampaignRow: Hashable, Sendable {
    package var title: String
    package var propertyName: String
    package var sent: Int
    package var createdAt: Timestamp?

    package init(title: String, propertyName: String, sent: Int, createdAt: Timestamp?) {
        self.title = title
        self.propertyName = propertyName
        self.sent = sent
        self.createdAt = createdAt
    }
}
