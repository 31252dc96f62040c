import Foundation
import GRDB
import Hub

/// Brings a database to the schema that this program knows, in one transaction.
enum Migration {
    /// Does nothing where it is there already; refuses a newer one.
    static func run(_ database: Database, place: String) throws {
        let found = try version(database)
        guard found <= OwnTables.version else {
            throw HubTrouble.newerSchema(place: place, found: found, known: OwnTables.version)
        }
        guard found < OwnTables.version else { return }
        guard found == 0 else {
            let statements = found == 1 ? OwnTables.fromFirst : OwnTables.fromSecond
            for statement in statements { try database.execute(sql: statement) }
            return
        }
        for statement in OwnTables.statementsInOrder { try database.execute(sql: statement) }
        try database.execute(
            sql: "INSERT INTO foyer_meta VALUES ('version', ?), ('incarnation', ?), ('devices', 0)",
            arguments: [OwnTables.version, UUID().uuidString.lowercased()]
        )
        try database.execute(
            sql: "INSERT INTO foyer_meta VALUES ('cursor_secret', randomblob(32))"
        )
    }

    /// Refuses a database that is not migrated, or by a newer program.
    static func check(_ database: Database, place: String) throws {
        let found = try version(database)
        guard found >= OwnTables.version else {
            throw HubTrouble.notMigrated(place: place)
        }
        guard found <= OwnTables.version else {
            throw HubTrouble.newerSchema(place: place, found: found, known: OwnTables.version)
        }
    }

    /// Zero where there is none.
    private static func version(_ database: Database) throws -> Int {
        guard try database.tableExists("foyer_meta") else { return 0 }
        let sql = "SELECT value FROM foyer_meta WHERE name = 'version'"
        return try Int.fetchOne(database, sql: sql) ?? 0
    }
}

extension OwnTables {
    /// Every statement of a new database: the platform's tables, ours, which refer to them, and
    /// the triggers, which write into ours.
    static let statementsInOrder =
        PlatformTables.statements + PlatformTables.own + statements + ChangeTriggers.statements
        + ChangeTriggers.own
}
