import GRDB
import Model

/// Reads tours with the names around them, and finds those that a manager cannot give both.
struct TourBook {
    private let db: Database
    private let zones: [PropertyID: Zone]

    init(_ db: Database) throws {
        self.db = db
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.id, p.state, p.zip_code,
                        (SELECT s.time_zone FROM property_settings s WHERE s.property_id = p.id
                            LIMIT 1)
                    FROM property p
                    """
            )
        )
        var zones: [PropertyID: Zone] = [:]
        var facts = PropertyFacts()
        for row in rows {
            guard let id = PropertyID(row, 0) else { continue }
            zones[id] = facts.zone(named: row[3], state: row[1] ?? "", zip: row[2] ?? "")
        }
        self.zones = zones
    }

    /// The tours of some days, each day as its property's wall has it, in the order of those walls'
    /// times and marked where they overlap: the first so many, and whether those are all.
    func tours(
        of days: Range<LocalDate>,
        limit: Int,
        at property: PropertyID? = nil
    ) throws -> (tours: [TourRow], isWhole: Bool) {
        // Tours that began the day before still keep a manager busy.
        let start = Self.edge(days.lowerBound, -1).advanced(by: .zero - Self.longest)
        let end = Self.edge(days.upperBound, 1)
        let sql = select("t.tour_datetime >= \(start.text) AND t.tour_datetime < \(end.text)")
        let rows = try Row.fetchCursor(db, SQLRequest(literal: sql, cached: true))
        // Of all properties are read: who gives two tours at once may do so at two of them.
        func shows(_ tour: TourRow) -> Bool {
            days.contains(tour.localStart.date) && (property == nil || tour.property == property)
        }
        var read: [TourRow] = []
        var found = 0
        // A few more than are shown: the last that is may overlap with one that is not.
        while found < limit + Self.lookAhead, let row = try rows.next() {
            guard let tour = tour(row) else { continue }
            if shows(tour) { found += 1 }
            read.append(tour)
        }
        let inRange = Self.marked(read).filter(shows)
        let shown = inRange.prefix(limit).sorted(by: TourRow.standsBefore)
        return (shown, inRange.count <= limit)
    }

    /// The latest tours of some days that are over and say not how they went, the latest first.
    func withoutOutcome(
        in days: Range<LocalDate>,
        before now: Timestamp,
        limit: Int,
        at property: PropertyID?
    ) throws -> [TourRow] {
        let start = Self.edge(days.lowerBound, -1)
        let sql = select(
            """
            t.tour_datetime >= \(start.text) AND t.tour_datetime < \(now.text)
            AND coalesce(t.status, '') NOT IN ('completed', 'cancelled', 'no_show')
            """,
            by: "t.tour_datetime DESC, t.id DESC"
        )
        let rows = try Row.fetchCursor(db, SQLRequest(literal: sql, cached: true))
        var found: [TourRow] = []
        while found.count < limit, let row = try rows.next() {
            guard let tour = tour(row), property == nil || tour.property == property,
                days.contains(tour.localStart.date), tour.status == .scheduled, tour.end <= now
            else { continue }
            found.append(tour)
        }
        return found
    }

    /// How many tours each of some days has, as its property's wall has it; looks at no more of a
    /// tour than that takes.
    func counts(
        over days: Range<LocalDate>,
        at wanted: PropertyID? = nil
    ) throws -> [LocalDate: TourCount] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT property_id, tour_datetime, status, property_manager_id IS NOT NULL
                    FROM tours WHERE tour_datetime >= ? AND tour_datetime < ?
                    """
            ),
            arguments: [Self.edge(days.lowerBound, -1).text, Self.edge(days.upperBound, 1).text]
        )
        var walls: [String: DayStarts] = [:]
        var statuses: [String?: TourStatus] = [:]
        var counts: [LocalDate: TourCount] = [:]
        while let row = try rows.next() {
            guard let property = PropertyID(row, 0), wanted == nil || property == wanted,
                let start = Timestamp(text: row, 1)
            else { continue }
            let zone = zones[property] ?? .utc
            let wall = walls[zone.name] ?? DayStarts(of: days, in: zone)
            walls[zone.name] = wall
            guard let day = wall.day(of: start) else { continue }
            let word: String? = row[2]
            let status = statuses[word] ?? TourStatus(word)
            statuses[word] = status
            counts[day, default: TourCount()].add(status, isManaged: row[3])
        }
        return counts
    }

    /// When a day begins in UTC, moved by so many of the widest offsets: no zone is further from
    /// UTC (Kiritimati, +14).
    private static func edge(_ day: LocalDate, _ offsets: Int) -> Timestamp {
        Zone.utc.instant(LocalDateTime(date: day, secondOfDay: 0))
            .advanced(by: .seconds(offsets * 15 * 3_600))
    }

    private static let lookAhead = 50

    /// The tours of an agent that begin at a time or later, earliest first.
    func tours(
        of agent: AgentID,
        from start: Timestamp,
        until end: Timestamp?
    ) throws -> [TourRow] {
        let last: SQL = end.map { "t.tour_datetime < \($0.text)" } ?? "TRUE"
        return try read(
            """
            t.property_manager_id = \(agent.data) AND t.tour_datetime >= \(start.text)
            AND \(last)
            """
        )
    }

    /// The tours of a conversation, earliest first, marked where they overlap with any other.
    func tours(of conversation: ConversationID) throws -> [TourRow] {
        try read("t.conversation_id = \(conversation.data)").map { tour in
            guard let manager = tour.manager else { return tour }
            let near = try read(
                """
                t.property_manager_id = \(manager.data)
                AND t.tour_datetime > \(tour.start.advanced(by: .zero - Self.longest).text)
                AND t.tour_datetime < \(tour.start.advanced(by: Self.longest).text)
                """
            )
            return Self.marked(near).first { $0.id == tour.id } ?? tour
        }
    }

    /// The same tours, marked where a manager has two scheduled at once; they are in order of
    /// their beginnings.
    static func marked(_ tours: [TourRow]) -> [TourRow] {
        var marked = tours
        /// By manager, the tour that ends last of those seen.
        var latest: [AgentID: Int] = [:]
        for (index, tour) in tours.enumerated() {
            guard let manager = tour.manager, tour.status == .scheduled else { continue }
            guard let other = latest[manager] else {
                latest[manager] = index
                continue
            }
            // Whatever else is still going on overlaps that one too, and is marked already.
            if tour.start < tours[other].end {
                marked[index].overlaps = true
                marked[other].overlaps = true
            }
            if tour.end > tours[other].end { latest[manager] = index }
        }
        return marked
    }

    /// No tour is longer.
    static let longest = Duration.seconds(86_400)

    private func read(_ condition: SQL) throws -> [TourRow] {
        try Row.fetchAll(db, SQLRequest(literal: select(condition), cached: true))
            .compactMap(tour)
    }

    private func select(_ condition: SQL, by order: SQL = "t.tour_datetime, t.id") -> SQL {
        """
        SELECT t.id, t.property_id, coalesce(p.name, ''), t.conversation_id, t.prospect_name,
            nullif(t.unit_interest, ''), t.tour_datetime, t.duration_minutes, t.tour_type,
            t.status, t.property_manager_id, m.first_name, m.last_name,
            EXISTS (SELECT 1 FROM overlay o
                WHERE o.table_no = \(Model.Table.tours.number) AND o.id = t.id),
            (SELECT count(*) FROM tour_event e WHERE e.tour_id = t.id
                AND e.kind NOT IN ('booked', 'confirmed'))
        FROM tours t
        LEFT JOIN property p ON p.id = t.property_id
        LEFT JOIN property_manager m ON m.id = t.property_manager_id
        WHERE \(condition) ORDER BY \(order)
        """
    }

    private func tour(_ row: Row) -> TourRow? {
        guard let id = TourID(row, 0), let property = PropertyID(row, 1),
            let start = Timestamp(text: row, 6)
        else { return nil }
        return TourRow(
            id: id,
            property: property,
            propertyName: row[2],
            conversation: ConversationID(row, 3),
            prospect: row[4] ?? "",
            unit: row[5],
            start: start,
            localStart: (zones[property] ?? .utc).local(start),
            minutes: min(max(0, row[7] ?? 60), 1_440),
            type: TourType(row[8]),
            status: TourStatus(row[9]),
            manager: AgentID(row, 10),
            managerName: Self.shortName(first: row[11], last: row[12]),
            statusWord: row[9],
            isPending: row[13],
            revision: row[14]
        )
    }

    /// Such as `Dana W`.
    static func shortName(first: String?, last: String?) -> String? {
        guard let first, !first.isEmpty else { return last }
        guard let initial = last?.first else { return first }
        return "\(first) \(initial)."
    }
}

/// When each of some days begins on a zone's wall.
private struct DayStarts {
    private let first: LocalDate
    /// In microseconds since 1970; the last is when the day after the last begins.
    private let starts: [Int64]

    init(of days: Range<LocalDate>, in zone: Zone) {
        first = days.lowerBound
        starts = (days.lowerBound.dayNumber...days.upperBound.dayNumber).map { number in
            let midnight = LocalDateTime(date: LocalDate(dayNumber: number), secondOfDay: 0)
            return zone.instant(midnight).microseconds
        }
    }

    /// The day that an instant falls on; nil where it is none of them.
    func day(of instant: Timestamp) -> LocalDate? {
        let time = instant.microseconds
        guard let start = starts.first, let end = starts.last, time >= start, time < end else {
            return nil
        }
        var (low, high) = (0, starts.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= time { low = middle } else { high = middle }
        }
        return first.adding(days: low)
    }
}
