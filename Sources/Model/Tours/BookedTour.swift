/// A tour as it takes somebody's time.
package struct BookedTour: Hashable, Sendable, Identifiable {
    package let id: TourID
    package let property: PropertyID
    /// Nil is the property's team.
    package let manager: AgentID?
    package let start: Timestamp
    /// 0 to 1,440, whatever the platform's row says.
    package let minutes: Int
    package let status: TourStatus

    package init(
        id: TourID,
        property: PropertyID,
        manager: AgentID?,
        start: Timestamp,
        minutes: Int,
        status: TourStatus
    ) {
        self.id = id
        self.property = property
        self.manager = manager
        self.start = start
        self.minutes = min(max(0, minutes), 1_440)
        self.status = status
    }

    /// A tour of the calendar.
    package init(_ row: TourRow) {
        self.init(
            id: row.id,
            property: row.property,
            manager: row.manager,
            start: row.start,
            minutes: row.minutes,
            status: row.status
        )
    }

    /// When it is over.
    package var end: Timestamp { start.advanced(by: .seconds(minutes * 60)) }

    /// When somebody is busy with it, the buffer behind it included.
    func span(bufferMinutes: Int) -> Range<Timestamp> {
        start..<end.advanced(by: .seconds(bufferMinutes * 60))
    }

    /// Whether its time is taken: not where it has been cancelled, or was given or missed.
    ///
    /// A status that nobody knows may mean that it is.
    package var holding: Holding {
        switch status {
        case .scheduled: .held
        case .completed, .cancelled, .noShow: .free
        case .unknown: .unclear
        }
    }

    /// Whether a tour takes time.
    package enum Holding: Hashable, Sendable {
        case held
        case unclear
        case free
    }
}
