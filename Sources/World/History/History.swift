package import Model

/// Everything that is in a plan's world at its now: rows of all tables, parents before children.
///
/// It is written while it is read, a day of a property at a time, so that it needs the memory of a
/// day, however long it is. Iterating it again gives the same rows.
package struct History: Sequence, Sendable {
    /// What it is made from.
    package let plan: WorldPlan
    /// Who and what its rows are about.
    package let cast: WorldCast

    /// A plan's history; costs nothing until it is read.
    package init(_ plan: WorldPlan) {
        self.plan = plan
        cast = WorldCast(plan)
    }

    /// The rows from the first; about half a million a second.
    package func makeIterator() -> HistoryIterator { HistoryIterator(plan: plan, cast: cast) }
}

/// Walks through a world's history, day by day and property by property, and then writes down how
/// things stand now.
package struct HistoryIterator: IteratorProtocol {
    private let plan: WorldPlan
    private let cast: WorldCast
    private let lastDay: Int
    private var rows: [TableRow]
    private var place = 0
    private var day: Int
    private var property = 0
    private var isPresentWritten = false
    private var writer: DayWriter

    init(plan: WorldPlan, cast: WorldCast) {
        self.plan = plan
        self.cast = cast
        // The day at the date line: wherever it is already tomorrow, nothing has happened yet.
        lastDay = Int(plan.now.seconds / 86_400)
        day = lastDay - plan.months * 30_437 / 1_000 + 1
        var standing = CastRows(plan: plan, cast: cast, firstDay: LocalDate(dayNumber: day))
        rows = standing.rows()
        writer = DayWriter(plan: plan)
    }

    /// The next row; nil at the end.
    package mutating func next() -> TableRow? {
        while place == rows.count {
            guard refill() else { return nil }
        }
        defer { place += 1 }
        return rows[place]
    }

    /// Writes the next stretch; false where there is none.
    private mutating func refill() -> Bool {
        place = 0
        rows.removeAll(keepingCapacity: true)
        if day <= lastDay {
            writer.write(LocalDate(dayNumber: day), cast.properties[property], into: &rows)
            property += 1
            if property == cast.properties.count {
                property = 0
                day += 1
                writer.forget(before: LocalDate(dayNumber: day))
            }
            return true
        }
        guard !isPresentWritten else { return false }
        isPresentWritten = true
        rows = PresentRows(plan: plan, cast: cast).rows()
        return true
    }
}
