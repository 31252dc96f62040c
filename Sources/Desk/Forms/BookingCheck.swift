import Model
import Screen

/// What a typed time means, and what stands in the way, while one types.
struct BookingCheck {
    /// `Tuesday 24 November, 15:00–15:30 PST`; nil where nothing is typed.
    var meaning: String?
    /// Sentences, and whether each forbids.
    var obstacles: [(words: String, forbids: Bool)] = []
    /// Times nearby that are free.
    var offers: [(words: String, typed: String)] = []

    /// Nil where the form has no time.
    init?(_ form: Form, _ desk: DeskState) {
        guard let property = form.purpose.property else { return nil }
        guard let words = form.filled("when") else { return }
        let zone = desk.zone(of: property)
        guard case .success(let entry) = DateEntry.parse(words, now: desk.now, in: zone) else {
            meaning = "…"
            return
        }
        let minutes = Self.minutes(form)
        let local = entry.local
        meaning = "\(Words.weekday(local.date)), \(local.clock)"
        if case .once(let start) = entry.occurrence(in: zone) {
            let end = zone.local(start.advanced(by: .seconds(minutes * 60)))
            meaning? += "\(desk.glyphs.dash)\(end.clock) \(zone.abbreviation(at: start))"
        }
        guard let page = desk.booking, page.query.property == property else { return }
        check(form, entry, minutes, page, desk)
    }

    private mutating func check(
        _ form: Form,
        _ entry: DateEntry,
        _ minutes: Int,
        _ page: BookingPage,
        _ desk: DeskState
    ) {
        let slot = BookingSlot(
            start: entry.instant.map { .instant($0) } ?? .wall(entry.local),
            minutes: minutes,
            manager: Self.manager(form, desk),
            moving: Self.moving(form)
        )
        let booking = Booking(office: page.office, tours: page.tours, now: desk.now)
        obstacles = booking.obstacles(to: slot).map { obstacle in
            let name = obstacle.tour.flatMap { page.names[$0.id] }.map { " (\($0))" } ?? ""
            return (obstacle.words(in: page.office.zone) + name, obstacle.forbids)
        }
        guard obstacles.contains(where: \.forbids) else { return }
        let days = page.query.from...page.query.to.adding(days: -1)
        offers = booking.nearestFree(to: slot, within: days).map {
            let local = page.office.zone.local($0)
            let (_, month, day) = local.date.components
            return (Words.time(local), "\(month)/\(day) \(local.clock)")
        }
    }

    private static func minutes(_ form: Form) -> Int {
        if case .move(let tour) = form.purpose { return tour.minutes }
        return Int(form.text("minutes")) ?? 30
    }

    private static func manager(_ form: Form, _ desk: DeskState) -> AgentID? {
        if case .move(let tour) = form.purpose { return tour.manager }
        return form.choice("agent") == 0 ? desk.overview?.agent?.id : nil
    }

    private static func moving(_ form: Form) -> TourID? {
        if case .move(let tour) = form.purpose { tour.id } else { nil }
    }
}
