import Model
import Screen

/// What a wished time means, and what stands in the way, while one types or moves a tour.
struct BookingCheck {
    /// `Tuesday 24 November, 15:00–15:30 PST`; nil where nothing is typed.
    private(set) var meaning: String?
    /// The wished time on the property's wall; nil where nothing that is understood is typed.
    private(set) var local: LocalDateTime?
    /// The wished tour, where its time is understood.
    private(set) var slot: BookingSlot?
    private(set) var property: PropertyID
    /// Sentences, and whether each forbids.
    private(set) var obstacles: [(words: String, forbids: Bool)] = []
    /// Times nearby that are free.
    private(set) var offers: [Offer] = []
    /// Whether the calendar of the wished day has been looked at.
    private(set) var isChecked = false

    /// A time that is free.
    struct Offer: Equatable {
        var start: Timestamp
        /// `Wed 25 Nov 15:00`.
        var words: String
        /// As one types it into a form.
        var typed: String
    }

    /// Nil where the form has no time.
    init?(_ form: Form, _ desk: DeskState) {
        guard let property = form.purpose.property else { return nil }
        self.property = property
        guard form.filled("when") != nil else {
            offerNext(form, desk)
            return
        }
        guard let entry = desk.wish(of: form) else {
            meaning = "…"
            return
        }
        let zone = desk.zone(of: property)
        let minutes = Self.minutes(form)
        local = entry.local
        meaning = "\(desk.weekday(entry.local.date)), \(entry.local.clock)"
        if case .once(let start) = entry.occurrence(in: zone) {
            meaning = desk.meaning(of: start, minutes: minutes, in: zone)
        }
        let slot = BookingSlot(
            start: entry.instant.map { .instant($0) } ?? .wall(entry.local),
            minutes: minutes,
            manager: Self.manager(form, desk),
            moving: Self.moving(form)
        )
        check(slot, on: entry.local.date, desk)
    }

    /// Of a tour that is held.
    init(_ grab: TourGrab, _ desk: DeskState) {
        property = grab.tour.property
        local = grab.localStart
        meaning = desk.meaning(of: grab.start, minutes: grab.tour.minutes, in: grab.zone)
        check(grab.slot, on: grab.localStart.date, desk)
    }

    /// The next free times, where none is wished yet.
    private mutating func offerNext(_ form: Form, _ desk: DeskState) {
        let quarter: Int64 = 900_000_000
        let next = (desk.now.microseconds / quarter + 1) * quarter
        let slot = BookingSlot(
            start: .instant(Timestamp(microseconds: next)),
            minutes: Self.minutes(form),
            manager: Self.manager(form, desk),
            moving: Self.moving(form)
        )
        let today = desk.zone(of: property).local(desk.now).date
        guard let page = page(of: today, desk) else { return }
        offer(Booking(office: page.office, tours: page.tours, now: desk.now), slot, page, desk)
    }

    /// The calendar, where it is here and knows the tours of a day.
    private func page(of day: LocalDate, _ desk: DeskState) -> BookingPage? {
        desk.booking.flatMap { page in
            page.query.property == property && page.query.days.contains(day) ? page : nil
        }
    }

    private mutating func check(_ slot: BookingSlot, on day: LocalDate, _ desk: DeskState) {
        self.slot = slot
        guard let page = page(of: day, desk) else { return }
        isChecked = true
        let booking = Booking(office: page.office, tours: page.tours, now: desk.now)
        obstacles = booking.obstacles(to: slot).map { obstacle in
            let name = obstacle.tour.flatMap { page.names[$0.id] }.map { " (\($0))" } ?? ""
            return (obstacle.words(in: page.office.zone) + name, obstacle.forbids)
        }
        if obstacles.contains(where: \.forbids) { offer(booking, slot, page, desk) }
    }

    private mutating func offer(
        _ booking: Booking,
        _ slot: BookingSlot,
        _ page: BookingPage,
        _ desk: DeskState
    ) {
        let days = page.query.from...page.query.to.adding(days: -1)
        let zone = page.office.zone
        let today = zone.local(desk.now).date
        offers = booking.nearestFree(to: slot, within: days).map { start in
            Offer(
                start: start,
                words: Words.time(zone.local(start), from: today),
                typed: desk.typed(start, in: zone)
            )
        }
    }

    private static func minutes(_ form: Form) -> Int {
        if case .move(let tour) = form.purpose { return tour.minutes }
        return Int(form.text("minutes")) ?? 30
    }

    private static func manager(_ form: Form, _ desk: DeskState) -> AgentID? {
        if case .move(let tour) = form.purpose { return tour.manager }
        return form.agent
    }

    private static func moving(_ form: Form) -> TourID? {
        if case .move(let tour) = form.purpose { tour.id } else { nil }
    }
}
