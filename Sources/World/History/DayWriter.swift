import Model

/// Writes the visitors who came to a property for the first time on one day, with all their visits.
struct DayWriter {
    private let plan: WorldPlan
    private var contacts = Contacts(.history)
    private var tours: TourBook
    private var output: VisitRows

    init(plan: WorldPlan) {
        self.plan = plan
        tours = TourBook(now: plan.now, dirt: plan.dirt)
        output = VisitRows(dirt: plan.dirt)
    }

    mutating func forget(before day: LocalDate) { tours.forget(before: day) }

    mutating func write(_ day: LocalDate, _ site: PropertyCast, into rows: inout [TableRow]) {
        var chance = Chance(
            seed: plan.seed,
            0xDA,
            UInt64(site.number),
            UInt64(bitPattern: Int64(day.dayNumber))
        )
        output.removeAll()
        let midnight = site.zone.instant(LocalDateTime(date: day, secondOfDay: 0))
        for _ in 0..<chance.poisson(mean: mean(of: day)) {
            journey(site, day, midnight, &chance)
        }
        if chance.happens(0.1 * scale) { walkIn(site, day, &chance) }
        rows += output.rows
    }

    /// How busy the properties of this plan are, beside those of a usual office.
    private var scale: Double { Double(plan.scale.conversationsPerMonth) / 400 }

    /// First visits of a day; those that come back make the rest.
    private func mean(of day: LocalDate) -> Double {
        let usual = Double(plan.scale.conversationsPerMonth) / 30.437 / (1 + Pace.returning * 1.15)
        let month = day.components.month
        return usual * Pace.weekdays[day.weekday.rawValue] * Pace.seasons[month - 1]
    }

    /// A visitor from the first visit to the last.
    private mutating func journey(
        _ site: PropertyCast,
        _ day: LocalDate,
        _ midnight: Timestamp,
        _ chance: inout Chance
    ) {
        let visitor = Visitor.draw(&contacts, &chance)
        var visits = 1
        if chance.happens(Pace.returning) { visits += 1 + chance.weighted([86, 14]) }
        var date = day
        var start = Self.moment(after: midnight, &chance)
        var done: [Visit] = []
        for number in 0..<visits {
            if number > 0 {
                let days = chance.within(1...9)
                date = date.adding(days: days)
                start = Self.moment(
                    after: site.zone.instant(LocalDateTime(date: date, secondOfDay: 0)),
                    &chance
                )
            }
            guard start < plan.now else { break }
            let visit = visit(visitor, site, date, start, returns: number > 0, &chance)
            // Who was here a moment ago belongs to the present.
            guard plan.now.since(visit.end) > Self.quiet else { break }
            done.append(visit)
        }
        guard let first = done.first, let last = done.last else { return }
        output.add(visitor, visits: done.count, first: first.start, last: last.end)
        for (number, visit) in done.enumerated() {
            output.add(number == 0 ? visit : sameBrowser(visit, &chance), at: site, &chance)
        }
    }

    /// How long before now the last of what history writes has ended.
    static let quiet = Duration.seconds(12 * 60)

    /// Some come back with their browser's memory and nothing else: a new visitor to the platform.
    private mutating func sameBrowser(_ visit: Visit, _ chance: inout Chance) -> Visit {
        guard !visit.visitor.hasContact, chance.happens(0.25) else { return visit }
        let again = visit.visitor.anonymous(id: chance.id())
        output.add(again, visits: 1, first: visit.start, last: visit.end)
        return visit.by(again)
    }

    private mutating func visit(
        _ visitor: Visitor,
        _ site: PropertyCast,
        _ day: LocalDate,
        _ start: Timestamp,
        returns: Bool,
        _ chance: inout Chance
    ) -> Visit {
        var intent = Intent.draw(hasContact: visitor.hasContact, returns: returns, &chance)
        var tour: TourCast?
        if intent.booksTour {
            let booking = tours.reserve(site, after: day, &chance)
            intent.tour = booking.local
            intent.tourType = booking.tour.type
            tour = booking.tour
        }
        var visit = Visit.write(visitor, site, day, start, intent, &chance)
        visit.tour = tour
        if plan.dirt, chance.happens(0.03) { visit.score = 0 }
        if chance.happens(0.06) { visit.score = nil }
        Office(site: site, now: plan.now, dirt: plan.dirt).deal(with: &visit, &chance)
        return visit
    }

    /// Somebody who came through the door or called.
    private mutating func walkIn(_ site: PropertyCast, _ day: LocalDate, _ chance: inout Chance) {
        var visitor = Visitor.draw(&contacts, &chance)
        if visitor.given == nil { visitor = visitor.named(VisitorNames.draw(&chance)) }
        let booking = tours.reserve(site, after: day.adding(days: -1), &chance)
        let created = booking.tour.start.advanced(by: .seconds(-chance.within(600...80_000)))
        guard created < plan.now else { return }
        let source = ["walk_in", "manual", "calendly"][chance.weighted([45, 35, 20])]
        output.addTour(
            booking.tour.from(source),
            of: visitor,
            at: site,
            created: created
        )
    }

    /// A moment of a day by the curve of its hours.
    private static func moment(after midnight: Timestamp, _ chance: inout Chance) -> Timestamp {
        let hour = chance.weighted(Pace.hours)
        return midnight.advanced(by: .seconds(hour * 3_600 + chance.below(3_600)))
    }
}
