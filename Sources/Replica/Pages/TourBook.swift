import GRDB
import Model

/// Reads tours with the names around them, and finds those that a manager cannot give both.
struct TourBook {
    private let db: Database
    private let zones: [PropertyID: Zone]

    init(_ db: Database) throws {
        self.db = db
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, state, zip_code FROM property")
        )
        var zones: [PropertyID: Zone] = [:]
        var facts = PropertyFacts()
        for row in rows {
            guard let id = PropertyID(row, 0) else { continue }
            zones[id] = facts.zone(state: row[1] ?? "", zip: row[2] ?? "")
        }
        self.zones = zones
    }

    /// The tours that begin between two instants, earliest first.
    func tours(from start: Timestamp, to end: Timestamp) throws -> [TourRow] {
        try read(
            "t.tour_datetime >= \(start.text) AND t.tour_datetime < \(end.text)"
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
        let sql: SQL = """
            SELECT t.id, t.property_id, coalesce(p.name, ''), t.conversation_id, t.prospect_name,
                nullif(t.unit_interest, ''), t.tour_datetime, t.duration_minutes, t.tour_type,
                t.status, t.property_manager_id, m.first_name, m.last_name,
                EXISTS (SELECT 1 FROM overlay o
                    WHERE o.table_no = \(Model.Table.tours.number) AND o.id = t.id)
            FROM tours t
            LEFT JOIN property p ON p.id = t.property_id
            LEFT JOIN property_manager m ON m.id = t.property_manager_id
            WHERE \(condition) ORDER BY t.tour_datetime, t.id
            """
        return try Row.fetchAll(db, SQLRequest(literal: sql, cached: true)).compactMap(tour)
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
            isPending: row[13]
        )
    }

    /// Such as `Dana W`.
    static func shortName(first: String?, last: String?) -> String? {
        guard let first, !first.isEmpty else { return last }
        guard let initial = last?.first else { return first }
        return "\(first) \(initial)."
    }
}

extension TourRow {
    /// When it is over.
    var end: Timestamp { start.advanced(by: .seconds(minutes * 60)) }
}
