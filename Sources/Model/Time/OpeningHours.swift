/// When an office is open in a usual week, in its own local time.
package struct OpeningHours: Hashable, Sendable {
    /// For each day of the week from Monday, stretches of minutes since midnight that do not
    /// overlap, in order; empty is closed.
    package let week: [[Range<Int>]]
    /// False where the platform's text was not understood: the hours are then not known, and every
    /// hour counts.
    package let isKnown: Bool

    /// Takes seven days; a minute of a day is 0 to 1,440.
    package init(week: [[Range<Int>]]) {
        precondition(week.count == 7, "a week has seven days")
        self.week = week
        isKnown = true
    }

    private init(unknown: Void) {
        week = Array(repeating: [0..<1_440], count: 7)
        isKnown = false
    }

    /// Hours that nobody could read or that nobody gave.
    package static let unknown = OpeningHours(unknown: ())

    /// The open time between two instants: how long somebody has waited, as an office counts it.
    ///
    /// Counts at most 60 days; what has waited longer has waited 60 days of open hours and more.
    package func openTime(from start: Timestamp, to end: Timestamp, in zone: Zone) -> Duration {
        guard start < end else { return .zero }
        let first = zone.local(start)
        let last = zone.local(end)
        if first.date == last.date {
            return .seconds(seconds(on: first.date, from: first.secondOfDay, to: last.secondOfDay))
        }
        let days = min(last.date.dayNumber - first.date.dayNumber, Self.countedDays)
        var total = seconds(on: first.date, from: first.secondOfDay, to: 86_400)
        for day in 1..<max(days, 1) {
            total += seconds(on: first.date.adding(days: day), from: 0, to: 86_400)
        }
        total += seconds(on: last.date, from: 0, to: last.secondOfDay)
        return .seconds(total)
    }

    /// Whether the office is open at that time of its wall.
    package func isOpen(_ local: LocalDateTime) -> Bool {
        week[local.date.weekday.rawValue].contains { $0.contains(local.minuteOfDay) }
    }

    /// Whether the office is open the whole time between two of its wall, `end` itself left out.
    ///
    /// Holds for less than two days; an end before the beginning, as in the hour that a clock shows
    /// twice, counts as the beginning.
    package func isOpen(from start: LocalDateTime, to end: LocalDateTime) -> Bool {
        let days = end.date.dayNumber - start.date.dayNumber
        guard days > 0 else {
            let last = max(start.minuteOfDay, days == 0 ? end.minuteOfDay : 0)
            return isOpen(on: start.date, from: start.minuteOfDay, to: last)
        }
        return days == 1 && isOpen(on: start.date, from: start.minuteOfDay, to: 1_440)
            && isOpen(on: end.date, from: 0, to: end.minuteOfDay)
    }

    /// Stretches that touch are one.
    private func isOpen(on date: LocalDate, from start: Int, to end: Int) -> Bool {
        var reached = start
        let ranges = week[date.weekday.rawValue].sorted { $0.lowerBound < $1.lowerBound }
        for open in ranges where open.contains(reached) {
            reached = open.upperBound
        }
        return reached >= end && (reached > start || end == 0)
    }

    private static let countedDays = 60

    private func seconds(on date: LocalDate, from start: Int, to end: Int) -> Int {
        week[date.weekday.rawValue].reduce(0) { sum, open in
            sum + max(0, min(open.upperBound * 60, end) - max(open.lowerBound * 60, start))
        }
    }
}
