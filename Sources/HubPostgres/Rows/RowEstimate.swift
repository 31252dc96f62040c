import Hub
import Model

/// About how many rows a scope has: for a progress bar, so it counts conversations and takes what
/// hangs below them as evenly spread.
enum RowEstimate {
    static func rows(_ connection: PostgresConnection, _ scope: Scope) throws -> Int {
        let share = try conversationShare(connection, scope)
        var rows = 0
        for schema in Catalogue.tables {
            let name = schema.table.sqlName
            switch schema.scope {
            case .property: rows += scope.properties.count
            case .company(let column):
                let sql = "SELECT count(*) FROM \(name) WHERE \(column) = ANY ($1::uuid[])"
                rows += try count(connection, sql, [.ids(scope.companies)])
            case .parent(let column, .property):
                let sql = "SELECT count(*) FROM \(name) WHERE \(column) = ANY ($1::uuid[])"
                rows += try count(connection, sql, [.ids(scope.properties)])
            case .parent, .referenced:
                rows += Int(share * Double(try all(connection, schema.table)))
            }
        }
        return rows
    }

    /// Which part of all conversations is in scope, 0 to 1.
    private static func conversationShare(
        _ connection: PostgresConnection,
        _ scope: Scope
    ) throws -> Double {
        let visible = try count(
            connection,
            """
            SELECT count(*) FROM chatbot AS b JOIN conversation AS c ON c.chatbot_id = b.id
            WHERE b.property_id = ANY ($1::uuid[])
            """,
            [.ids(scope.properties)]
        )
        let all = try all(connection, .conversation)
        return all > 0 ? min(1, Double(visible) / Double(all)) : 0
    }

    /// What the planner knows of a large table; a small one, or one it knows nothing of, is
    /// counted.
    private static func all(_ connection: PostgresConnection, _ table: Table) throws -> Int {
        let known = try count(
            connection,
            """
            SELECT CASE WHEN reltuples > $2::int THEN reltuples ELSE -1 END::bigint
            FROM pg_class WHERE oid = to_regclass($1)
            """,
            [.text(table.sqlName), .integer(smallTable)]
        )
        return known >= 0 ? known : try count(connection, "SELECT count(*) FROM \(table.sqlName)")
    }

    /// Rows that are counted in less than 10 ms.
    private static let smallTable = 50_000

    private static func count(
        _ connection: PostgresConnection,
        _ sql: String,
        _ parameters: [PostgresValue] = []
    ) throws -> Int {
        let rows = try connection.run(sql, parameters)
        return rows.count == 1 ? Int(rows.integer(0, 0)) : 0
    }
}
