import GRDB
package import Hub
import Model
import Wire

extension SQLiteHubStore {
    package func snapshotPage(
        _ request: SnapshotRequest
    ) async throws(HubTrouble) -> SnapshotAnswer {
        try await read { database in
            guard let current = try ScopeReader.scope(database, request.agent, request.now) else {
                return .agentGone
            }
            var place = Place.start
            var scope = current
            if let progress = request.progress {
                guard let start = Place(progress.place),
                    let begun = try ScopeReader.remembered(database, progress.scope),
                    begun.isWithin(current)
                else { return .gone(.otherScope) }
                place = start
                scope = begun
            }
            try ScopeTables.fill(database, scope)
            // The row that reaches the limit, and the last line, come on top.
            var lines = LineWriter(capacity: request.limit + request.limit / 64)
            let isFirst = request.progress == nil
            let rows = isFirst ? try RowEstimate.rows(database) : nil
            lines.begin(BeginLine(snapshot: true, rows: rows))
            let next = try ScopeWalk(database).walk(from: place) { encoder, row in
                encoder.encode(row, into: &lines)
                return lines.bytes.count < request.limit
            }
            return .page(
                SnapshotPage(
                    lines: lines,
                    next: next?.text,
                    position: try LogPosition.newest(database).text,
                    scope: current
                )
            )
        }
    }
}

/// About how many rows the scope in the temporary tables has: for a progress bar, so it counts
/// conversations and takes what hangs below them as evenly spread.
enum RowEstimate {
    static func rows(_ database: Database) throws -> Int {
        let share = try conversationShare(database)
        var rows = 0
        for schema in Catalogue.tables {
            switch schema.scope {
            case .company, .property, .parent(_, .property):
                let sql = """
                    SELECT count(*) FROM \(schema.table.sqlName) AS t
                    WHERE \(ScopeTables.isVisible(schema, "t"))
                    """
                rows += try Int.fetchOne(database, sql: sql) ?? 0
            case .parent, .referenced:
                // The newest number is the count, but for what was deleted.
                let sql = "SELECT max(seq) FROM \(schema.table.sqlName)"
                rows += Int(share * Double(try Int.fetchOne(database, sql: sql) ?? 0))
            }
        }
        return rows
    }

    /// Which part of all conversations is in scope, 0 to 1.
    private static func conversationShare(_ database: Database) throws -> Double {
        let visible = try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM temp.scope_property AS s
                JOIN chatbot AS b ON b.property_id = s.id
                JOIN conversation AS c ON c.chatbot_id = b.id
                """
        )
        let all = try Int.fetchOne(database, sql: "SELECT max(seq) FROM conversation")
        guard let all, all > 0 else { return 0 }
        return min(1, Double(visible ?? 0) / Double(all))
    }
}
