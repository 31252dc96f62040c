/// A tour that is wished: booked anew, or moved.
package struct BookingSlot: Hashable, Sendable {
    package var start: BookingStart
    package var minutes: Int
    /// Nil is the property's team.
    package var manager: AgentID?
    /// The tour that is moved; it does not stand in its own way.
    package var moving: TourID?

    package init(
        start: BookingStart,
        minutes: Int,
        manager: AgentID? = nil,
        moving: TourID? = nil
    ) {
        self.start = start
        self.minutes = minutes
        self.manager = manager
        self.moving = moving
    }

    /// How long a tour may be.
    package static let allowedMinutes = 5...480
}

/// When a tour is wished.
package enum BookingStart: Hashable, Sendable {
    /// That instant, which is all that ever travels to the hub.
    case instant(Timestamp)
    /// When the property's wall shows this, which it may never do, or twice.
    case wall(LocalDateTime)
}
