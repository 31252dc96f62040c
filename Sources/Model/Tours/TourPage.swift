/// The tours between two instants, earliest first, and the requests that have no time yet.
package struct TourQuery: Hashable, Sendable {
    /// The first day shown, in each property's own zone.
    package var from: LocalDate
    /// The day after the last.
    package var to: LocalDate
    package var limit: Int
    /// Days whose tours are only counted, such as those of a month.
    package var counted: Range<LocalDate>?
    /// Only of this property; nil is all.
    package var property: PropertyID?

    package init(
        from: LocalDate,
        to: LocalDate,
        limit: Int = PageSize.tours,
        counted: Range<LocalDate>? = nil,
        property: PropertyID? = nil
    ) {
        self.from = from
        self.to = to
        self.limit = limit
        self.counted = counted
        self.property = property
    }
}

/// How many tours a day has.
package struct TourCount: Hashable, Sendable {
    /// Scheduled, given, or of a status that nobody knows.
    package var held = 0
    /// Cancelled, or nobody came.
    package var lost = 0
    /// Those of `held` that are still scheduled and nobody's.
    package var unmanaged = 0

    package init(held: Int = 0, lost: Int = 0, unmanaged: Int = 0) {
        self.held = held
        self.lost = lost
        self.unmanaged = unmanaged
    }

    /// Counts one more.
    package mutating func add(_ status: TourStatus, isManaged: Bool) {
        switch status {
        case .scheduled:
            held += 1
            if !isManaged { unmanaged += 1 }
        case .completed, .unknown: held += 1
        case .cancelled, .noShow: lost += 1
        }
    }
}

/// A stretch of the calendar.
package struct TourPage: Hashable, Sendable {
    package var query: TourQuery
    /// By the times on their properties' walls.
    package var tours: [TourRow]
    /// Conversations that asked for a tour and have none.
    package var requests: [TourRequest]
    /// Tours in the range, beyond `limit` too.
    package var total: Int
    /// The days of `query.counted` that have tours.
    package var counts: [LocalDate: TourCount]

    package init(
        query: TourQuery,
        tours: [TourRow],
        requests: [TourRequest],
        total: Int,
        counts: [LocalDate: TourCount] = [:]
    ) {
        self.query = query
        self.tours = tours
        self.requests = requests
        self.total = total
        self.counts = counts
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
    /// How often it was moved, cancelled, given or corrected.
    package var revision: Int

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
        isPending: Bool = false,
        revision: Int = 0
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
        self.revision = revision
    }
}

extension TourRow {
    /// When it is over.
    package var end: Timestamp { start.advanced(by: .seconds(minutes * 60)) }

    /// Whether one stands before another where both are shown: by the times on the walls of their
    /// properties, for these are what one reads, and of the same time by which begins first.
    package static func standsBefore(_ one: TourRow, _ other: TourRow) -> Bool {
        (one.localStart, one.start, one.id) < (other.localStart, other.start, other.id)
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
