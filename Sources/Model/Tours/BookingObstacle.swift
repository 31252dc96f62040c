/// What stands in the way of a tour.
package enum BookingObstacle: Hashable, Sendable {
    /// It is shorter or longer than `BookingSlot.allowedMinutes`.
    case duration(minutes: Int)
    /// The clock is put forward over the time: the last minute it shows before, the first after.
    case skipped(last: LocalDateTime, next: LocalDateTime)
    /// The clock shows the time twice: one is to be chosen.
    case shownTwice(earlier: Timestamp, later: Timestamp)
    /// It would begin before the present minute.
    case past
    /// The property wants longer notice.
    case tooSoon(earliest: Timestamp)
    /// The office is closed on that day, or may be.
    case holiday(Closing)
    /// The office is not open all the time: when it is on that day, in minutes since midnight.
    case closed(open: [Range<Int>])
    /// Nobody knows when the office is open.
    case hoursUnknown
    /// The manager has this tour at the time.
    case overlap(BookedTour)
    /// The manager has this tour so shortly before or after that the buffer is not kept.
    case tooClose(BookedTour, bufferMinutes: Int)
    /// So many agents as the property has are busy with these tours, assigned or not.
    case nobodyFree(agents: Int, tours: [BookedTour])

    /// Whether nobody can book against it; else it is a warning that one may confirm.
    ///
    /// Notice is for those who book from afar: somebody who stands in the office is shown around.
    package var forbids: Bool {
        switch self {
        case .duration, .skipped, .shownTwice, .past, .closed, .tooClose, .nobodyFree: true
        case .tooSoon, .hoursUnknown: false
        case .holiday(let closing): closing.isCertain
        case .overlap(let tour): tour.holding == .held
        }
    }
}
