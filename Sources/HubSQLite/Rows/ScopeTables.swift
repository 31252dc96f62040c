import Foundation
import GRDB
import Hub
import Model

/// The scope of the moment as temporary tables of one connection, so that every query can filter
/// by it with a join.
enum ScopeTables {
    /// Made once a connection.
    static func create(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS scope_property (id BLOB PRIMARY KEY) WITHOUT ROWID;
                CREATE TEMP TABLE IF NOT EXISTS scope_company (id BLOB PRIMARY KEY) WITHOUT ROWID;
                """
        )
    }

    /// Whether the scope has the row, as SQL.
    static func isVisible(_ schema: TableSchema, _ row: String) -> String {
        ScopeKey.isVisible(schema, row, membership)
    }

    private static let membership = ScopeKey.Membership(
        property: "IN temp.scope_property",
        company: "IN temp.scope_company"
    )

    /// Replaces what the connection held.
    static func fill(_ database: Database, _ scope: Scope) throws {
        try fill(database, "scope_property", scope.properties.map(\.data))
        try fill(database, "scope_company", scope.companies.map(\.data))
    }

    private static func fill(_ database: Database, _ table: String, _ ids: [Data]) throws {
        try database.cachedStatement(sql: "DELETE FROM temp.\(table)").execute()
        let statement = try database.cachedStatement(sql: "INSERT INTO temp.\(table) VALUES (?)")
        for id in ids { try statement.execute(arguments: [id]) }
    }
}
