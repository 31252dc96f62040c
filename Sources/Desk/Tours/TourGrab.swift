import Model

/// A tour that is held and moved over the calendar until it is dropped or let go.
struct TourGrab: Equatable, Sendable {
    /// As it stands.
    let tour: TourRow
    /// The zone of its property's wall.
    let zone: Zone
    /// When it would begin.
    private(set) var start: Timestamp
    /// What was dropped and is not answered; keys wait until it is.
    var sending: Intent?

    init(_ tour: TourRow, in zone: Zone) {
        self.tour = tour
        self.zone = zone
        start = tour.start
    }

    /// Whether it would begin at another time than it does.
    var isMoved: Bool { start != tour.start }

    /// On its property's wall.
    var localStart: LocalDateTime { zone.local(start) }

    var end: Timestamp { start.advanced(by: .seconds(tour.minutes * 60)) }

    /// The same as it is drawn where names are not for everybody's eyes.
    func covered(by veil: Veil) -> TourGrab {
        var grab = TourGrab(veil.tour(tour), in: zone)
        grab.start = start
        grab.sending = sending.map(veil.intent)
        return grab
    }

    /// Moves it by so many quarters of an hour, onto the quarters of the wall; where the clock is
    /// changed, time goes on.
    mutating func move(quarters: Int) {
        let rest = localStart.secondOfDay % Self.quarter
        var seconds = quarters * Self.quarter - rest
        if rest > 0, quarters < 0 { seconds += Self.quarter }
        take(start.advanced(by: .seconds(seconds)))
    }

    /// Moves it by so many days, to the same time of the wall, or the next that it shows.
    mutating func move(days: Int) {
        take(zone.instant(localStart.adding(days: days)))
    }

    /// Moves it to a time.
    mutating func move(to start: Timestamp) {
        take(start)
    }

    /// The tour where it is held.
    var row: TourRow {
        var row = tour
        row.start = start
        row.localStart = localStart
        return row
    }

    var slot: BookingSlot {
        BookingSlot(
            start: .instant(start),
            minutes: tour.minutes,
            manager: tour.manager,
            moving: tour.id
        )
    }

    private mutating func take(_ start: Timestamp) {
        guard Self.calendar.contains(zone.local(start).date) else { return }
        self.start = start
    }

    /// Seconds.
    private static let quarter = 900
    /// As far as the calendar's arrows go.
    private static let calendar = ToursState.calendar
}
