/// The tours between two instants, earliest first, and the requests that have no time yet.
package struct TourQuery: Hashable, Sendable {
    /// The first day shown, in each property's own zone.
    package var from: LocalDate
    /// The day after the last.
    package var to: LocalDate
    package var limit: Int

    package init(from: LocalDate, to: LocalDate, limit: Int = PageSize.tours) {
        self.from = from
        self.to = to
        self.limit = limit
    }
}

/// A stretch of the calendar.
package struct TourPage: Hashable, Sendable {
    package var query: TourQuery
    package var tours: [TourRow]
    /// Conversations that asked for a tour and have none.
    package var requests: [TourRequest]
    /// Tours in the range, beyond `limit` too.
    package var total: Int

    package init(query: TourQuery, tours: [TourRow], requests: [TourRequest], total: Int) {
        self.query = query
        self.tours = tours
        self.requests = requests
        self.total = total
    }
}

/// One tour.
package struct TourRow: Hashable, Sendable, Identifiable {
    package var id: TourID
    package var property: PropertyID
    package var propertyName: String
    package var conversation: ConversationID?
    package var prospect: String
    package var unit: String?
    package var start: Timestamp
    /// Date and time on the property's wall.
    package var localStart: LocalDateTime
    package var minutes: Int
    package var type: TourType
    package var status: TourStatus
    package var manager: AgentID?
    /// `Dana W.`; nil is the property's team.
    package var managerName: String?
    /// Whether it overlaps another scheduled tour of the same manager.
    package var overlaps: Bool
    /// The status in the platform's own word.
    package var statusWord: String?
    /// Whether something of it is not on the hub yet.
    package var isPending: Bool

    package init(
        id: TourID,
        property: PropertyID,
        propertyName: String,
        conversation: ConversationID?,
        prospect: String,
        unit: String?,
        start: Timestamp,
        localStart: LocalDateTime,
        minutes: Int,
        type: TourType,
        status: TourStatus,
        manager: AgentID?,
        managerName: String?,
        overlaps: Bool = false,
        statusWord: String? = nil,
        isPending: Bool = false
    ) {
        self.id = id
        self.property = property
        self.propertyName = propertyName
        self.conversation = conversation
        self.prospect = prospect
        self.unit = unit
        self.start = start
        self.localStart = localStart
        self.minutes = minutes
        self.type = type
        self.status = status
        self.manager = manager
        self.managerName = managerName
        self.overlaps = overlaps
        self.statusWord = statusWord
        self.isPending = isPending
    }
}

/// A conversation that wants a tour and has none.
package struct TourRequest: Hashable, Sendable {
    package var conversation: ConversationID
    package var property: PropertyID
    package var name: String?
    package var askedAt: Timestamp?

    package init(
        conversation: ConversationID,
        property: PropertyID,
        name: String?,
        askedAt: Timestamp?
    ) {
        self.conversation = conversation
        self.property = property
        self.name = name
        self.askedAt = askedAt
    }
}
