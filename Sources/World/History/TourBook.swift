import Model

/// The calendar while history is written: finds times that suit the office, and keeps an agent from
/// being in two places, but for the overlaps that real calendars have.
struct TourBook: Sendable {
    private var taken: [AgentID: [Range<Int64>]] = [:]
    private let now: Timestamp
    private let dirt: Bool

    init(now: Timestamp, dirt: Bool) {
        self.now = now
        self.dirt = dirt
    }

    /// A time within the next days, in opening hours.
    static func time(after day: LocalDate, _ chance: inout Chance) -> LocalDateTime {
        var date = day.adding(days: 1 + chance.weighted([26, 24, 16, 11, 8, 6, 5, 2, 2]))
        if date.weekday == .sunday { date = date.adding(days: 1) }
        let isSaturday = date.weekday == .saturday
        let slot = isSaturday ? chance.within(20...30) : chance.within(19...34)
        return LocalDateTime(date: date, secondOfDay: slot * 1_800)
    }

    /// A time after that day, with somebody who is free then.
    mutating func reserve(
        _ site: PropertyCast,
        after day: LocalDate,
        _ chance: inout Chance
    ) -> (local: LocalDateTime, tour: TourCast) {
        let minutes = [30, 45, 60][chance.weighted([70, 10, 20])]
        var local = Self.time(after: day, &chance)
        var agent = site.agents.isEmpty ? nil : chance.pick(Array(site.agents.prefix(2)))
        if chance.happens(0.12) { agent = nil }
        let mayOverlap = dirt && chance.happens(0.03)
        for _ in 0..<12 where !mayOverlap {
            guard let busy = agent, isTaken(busy, site.zone.instant(local), minutes) else { break }
            local = Self.time(after: day, &chance)
            if chance.happens(0.3) { agent = chance.pick(site.agents) }
        }
        let start = site.zone.instant(local)
        if let agent { taken[agent, default: []].append(Self.span(start, minutes)) }
        let tour = TourCast(
            id: chance.id(),
            start: start,
            minutes: minutes,
            agent: agent,
            type: ["in_person", "self_guided", "virtual"][chance.weighted([72, 19, 9])],
            status: status(start, &chance),
            source: "chat"
        )
        return (local, tour)
    }

    /// Forgets what lies before a day.
    mutating func forget(before day: LocalDate) {
        let limit = Int64(day.dayNumber - 1) * 86_400
        for agent in taken.keys { taken[agent]?.removeAll { $0.upperBound < limit } }
    }

    private func isTaken(_ agent: AgentID, _ start: Timestamp, _ minutes: Int) -> Bool {
        let span = Self.span(start, minutes)
        return taken[agent]?.contains { $0.overlaps(span) } ?? false
    }

    private static func span(_ start: Timestamp, _ minutes: Int) -> Range<Int64> {
        start.seconds..<start.seconds + Int64(minutes) * 60
    }

    /// What became of it by now.
    private func status(_ start: Timestamp, _ chance: inout Chance) -> String {
        guard start < now else { return chance.happens(0.94) ? "scheduled" : "cancelled" }
        // The newest past tours are where offices fall behind with writing down how they went.
        let isRecent = now.since(start) < .seconds(4 * 86_400)
        let weights = isRecent ? [55, 11, 16, 18] : [69, 12, 18, dirt ? 1 : 0]
        let outcome = chance.weighted(weights)
        guard dirt, chance.happens(0.05) else {
            return ["completed", "no_show", "cancelled", "scheduled"][outcome]
        }
        return ["Completed", "no-show", "Cancelled", "scheduled"][outcome]
    }
}
