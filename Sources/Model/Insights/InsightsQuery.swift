/// How an office did over the last days, today included.
///
/// Read along indexes by time: it costs what happened in those days, however long the history is.
package struct InsightsQuery: Hashable, Sendable {
    package var period: InsightsPeriod
    /// The last day, in each property's own zone.
    package var last: LocalDate
    /// Only of this property; nil is all.
    package var property: PropertyID?

    package init(period: InsightsPeriod, last: LocalDate, property: PropertyID? = nil) {
        self.period = period
        self.last = last
        self.property = property
    }

    package var days: OfficeDays { OfficeDays(last: last, count: period.rawValue) }
}

/// The periods that can be looked at, in days.
package enum InsightsPeriod: Int, CaseIterable, Hashable, Sendable {
    case week = 7
    case month = 30
    case quarter = 90

    /// The next longer one, or the next shorter; the same at the ends.
    package func advanced(by step: Int) -> InsightsPeriod {
        let all = Self.allCases
        let index = (all.firstIndex(of: self) ?? 0) + step
        return all[min(max(0, index), all.count - 1)]
    }
}

/// Some days in a row.
package struct OfficeDays: Hashable, Sendable {
    package var first: LocalDate
    package var count: Int

    package init(last: LocalDate, count: Int) {
        self.first = last.adding(days: 1 - count)
        self.count = count
    }

    package var last: LocalDate { first.adding(days: count - 1) }

    /// The place of a day, from 0; nil for others.
    package func index(of day: LocalDate) -> Int? {
        let index = day.dayNumber - first.dayNumber
        return (0..<count).contains(index) ? index : nil
    }
}
