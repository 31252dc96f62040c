import GRDB
import Model

/// A place in an ordered list of leads.
struct LeadPlace {
    var key: Int64
    var id: ConversationID
}

/// A stretch of an order's keys, both ends included, read in one direction.
struct LeadStretch {
    var range: ClosedRange<Int64>
    var isAscending = true

    /// The stretches of an order from its first lead to its last.
    ///
    /// Move-ins begin today: who wanted to move in earlier comes after, the latest first, and
    /// before those who did not say.
    static func all(of order: LeadOrder, today: LocalDate) -> [LeadStretch] {
        guard order == .moveIn else { return [LeadStretch(range: .min ... .max)] }
        let start = Int64(today.dayNumber) * dayWidth
        let unknown = unknownDay * dayWidth
        return [
            LeadStretch(range: start...(unknown - 1)),
            LeadStretch(range: .min...(start - 1), isAscending: false),
            LeadStretch(range: unknown ... .max),
        ]
    }

    /// As the column `key_move_in` is made.
    private static let dayWidth: Int64 = 1_000_000_000_000
    private static let unknownDay: Int64 = 4_000_000
}

/// Reads windows of the leads list by key, so that the thousandth screen costs what the first does.
struct LeadWindow {
    let db: Database
    let list: LeadList
    let stretches: [LeadStretch]
    let filter: LeadFilterSQL
    let agent: AgentID
    let now: Timestamp

    /// All leads, to look one up.
    static func whole(_ db: Database, now: Timestamp, agent: AgentID) throws -> LeadWindow {
        LeadWindow(
            db: db,
            list: LeadList.of(.waiting),
            stretches: [],
            filter: try LeadFilterSQL(LeadFilter(), db, now: now, agent: agent),
            agent: agent,
            now: now
        )
    }

    /// At most so many leads beyond a place, in the list's order (or against it: `isBackward`);
    /// from the list's end where there is no place.
    ///
    /// The first returned is the nearest.
    func leads(from place: LeadPlace?, limit: Int, isBackward: Bool = false) throws -> [LeadRow] {
        let order = isBackward ? Array(stretches.reversed()) : stretches
        var start = 0
        if let place {
            start = order.firstIndex { $0.range.contains(place.key) } ?? 0
        }
        var result: [LeadRow] = []
        for (offset, stretch) in order[start...].enumerated() where result.count < limit {
            result += try leads(
                in: stretch,
                beyond: offset == 0 ? place : nil,
                limit: limit - result.count,
                isAscending: stretch.isAscending != isBackward
            )
        }
        return result
    }

    /// Where a lead stands; nil where it is not in the list.
    func place(of id: ConversationID) throws -> (place: LeadPlace, row: LeadRow)? {
        let sql: SQL = """
            SELECT \(columns), l.\(sql: list.key) FROM lead l
            LEFT JOIN property p ON p.id = l.property_id
            WHERE l.id = \(id.data) AND \(filter.condition)
            """
        guard let row = try Row.fetchOne(db, SQLRequest(literal: sql, cached: true)),
            let lead = LeadRow(row, now: now)
        else { return nil }
        return (LeadPlace(key: row[25], id: id), lead)
    }

    private func leads(
        in stretch: LeadStretch,
        beyond place: LeadPlace?,
        limit: Int,
        isAscending: Bool
    ) throws -> [LeadRow] {
        let key: SQL = "l.\(sql: list.key)"
        let direction: SQL = isAscending ? "ASC" : "DESC"
        // The range itself begins at the place: SQLite seeks to a range's end, and only then looks
        // at a comparison of rows.
        let first = (isAscending ? place?.key : nil) ?? stretch.range.lowerBound
        let last = (isAscending ? nil : place?.key) ?? stretch.range.upperBound
        var condition: SQL = "\(key) BETWEEN \(first) AND \(last)"
        if let place {
            let sign: SQL = isAscending ? ">" : "<"
            condition += " AND (\(key), l.id) \(sign) (\(place.key), \(place.id.data))"
        }
        let sql: SQL = """
            SELECT \(columns) FROM \(source) LEFT JOIN property p ON p.id = l.property_id
            WHERE \(condition) AND \(filter.condition)
            ORDER BY \(key) \(direction), l.id \(direction) LIMIT \(limit)
            """
        return try Row.fetchAll(db, SQLRequest(literal: sql, cached: true))
            .compactMap { LeadRow($0, now: now) }
    }

    /// Few leads that words find are sorted; otherwise the order's index is walked.
    var source: SQL {
        filter.isSelective ? "lead l" : "lead l INDEXED BY \(sql: list.index)"
    }

    private var columns: SQL {
        let parts = LeadRow.columns.split(separator: "?", maxSplits: 1)
        return "\(sql: String(parts[0]))\(agent.data)\(sql: String(parts[1]))"
    }
}
