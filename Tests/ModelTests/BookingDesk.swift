import Model
import Testing

/// An office to book at, with what is in its calendar.
struct BookingDesk {
    static let northgate = PropertyID(high: 1, low: 1)
    static let southgate = PropertyID(high: 1, low: 2)
    static let zone = Zone("America/Los_Angeles") ?? .utc

    let dana = AgentID(high: 2, low: 1)
    let luis = AgentID(high: 2, low: 2)
    var agents: Set<AgentID>
    var hours = OpeningHours.parse(#""Mon-Fri 9am-6pm; Sat 10-4""#)
    var holidays = Holidays()
    var bufferMinutes = 0
    var noticeMinutes = 0
    private(set) var tours: [BookedTour] = []

    init() {
        agents = [dana, luis]
    }

    var booking: Booking {
        let office = BookingOffice(
            property: Self.northgate,
            zone: Self.zone,
            hours: hours,
            holidays: holidays,
            bufferMinutes: bufferMinutes,
            noticeMinutes: noticeMinutes,
            agents: agents
        )
        // Monday 23 November 2026, 14:32:40.
        let now = Timestamp(microseconds: 1_795_473_160_000_000)
        return Booking(office: office, tours: tours.reversed(), now: now)
    }

    func wall(_ text: String) throws -> LocalDateTime {
        Zone.utc.local(try #require(Timestamp("\(text):00")))
    }

    func instant(_ text: String) throws -> Timestamp {
        Self.zone.instant(try wall(text))
    }

    @discardableResult
    mutating func add(
        _ start: String,
        _ minutes: Int,
        _ manager: AgentID?,
        _ status: TourStatus = .scheduled,
        property: PropertyID = northgate
    ) -> BookedTour {
        let instant = Timestamp("\(start):00").map { Self.zone.instant(Zone.utc.local($0)) }
        return add(instant ?? .init(microseconds: 0), minutes, manager, status, property: property)
    }

    @discardableResult
    mutating func add(
        _ start: Timestamp,
        _ minutes: Int,
        _ manager: AgentID?,
        _ status: TourStatus = .scheduled,
        property: PropertyID = northgate
    ) -> BookedTour {
        let tour = BookedTour(
            id: TourID(high: 3, low: UInt64(tours.count)),
            property: property,
            manager: manager,
            start: start,
            minutes: minutes,
            status: status
        )
        tours.append(tour)
        return tour
    }

    func obstacles(
        _ start: String,
        minutes: Int = 30,
        moving: TourID? = nil
    ) throws
        -> [BookingObstacle]
    {
        try obstacles(start, minutes: minutes, manager: dana, moving: moving)
    }

    func obstacles(
        _ start: String,
        minutes: Int = 30,
        manager: AgentID?,
        moving: TourID? = nil
    ) throws -> [BookingObstacle] {
        let slot = BookingSlot(
            start: .wall(try wall(start)),
            minutes: minutes,
            manager: manager,
            moving: moving
        )
        return booking.obstacles(to: slot)
    }

    /// What is offered for Dana, on the office's wall.
    func nearest(
        _ start: String,
        minutes: Int = 30,
        within days: ClosedRange<LocalDate>? = nil
    ) throws -> [String] {
        let wish = try wall(start)
        let slot = BookingSlot(start: .wall(wish), minutes: minutes, manager: dana)
        let around = wish.date.adding(days: -7)...wish.date.adding(days: 7)
        return booking.nearestFree(to: slot, within: days ?? around).map { start in
            let local = Self.zone.local(start)
            return "\(local.date.text) \(local.clock)"
        }
    }
}
