import Foundation
import Hub
import Model

/// Brings a database to what this program knows: the platform's tables where there are none, what
/// its schema document requires where they are older, and the schema `foyer`.
///
/// All of it is one transaction, and nothing of the platform's is dropped, renamed, retyped or
/// narrowed, but for the constraints that its own document lifts.
struct Migration {
    let connection: PostgresConnection
    let place: String

    /// What must be run, in order; empty where the database is up to date.
    func statements() throws -> [String] {
        let found = try Self.version(connection)
        try refuseNewer(found)
        var statements = try platformStatements()
        if found > 0 { statements += try missingColumns() }
        guard found < OwnSchema.version else {
            return statements + (try CaptureState(connection).statements)
        }
        switch found {
        case 0: statements += OwnSchema.statements + PlatformDDL.own + Self.identity
        case 1: statements += OwnSchema.fromFirst
        default: break
        }
        statements += ChangeCapture.statements
        return statements + [
            "UPDATE foyer.meta SET value = '\(OwnSchema.version)' WHERE name = 'version'"
        ]
    }

    /// Runs what must be run; the caller holds a transaction, and the lock against another who
    /// migrates.
    func run() throws {
        for statement in try statements() { try connection.script(statement) }
    }

    /// Refuses a database that is not migrated, or by a newer program.
    func check() throws {
        let found = try Self.version(connection)
        guard found >= OwnSchema.version else { throw HubTrouble.notMigrated(place: place) }
        try refuseNewer(found)
    }

    /// Held by who migrates, until the transaction ends; the number is no other's by chance alone.
    static let lock = "SELECT pg_advisory_xact_lock(4063871125)"

    private func missingColumns() throws -> [String] {
        try OwnSchema.laterColumns.compactMap { column in
            let rows = try connection.run(
                """
                SELECT 1 WHERE to_regclass($1) IS NULL OR EXISTS (
                    SELECT 1 FROM pg_attribute
                    WHERE attrelid = to_regclass($1) AND attname = $2 AND NOT attisdropped)
                """,
                [.text("foyer.\(column.table)"), .text(column.name)]
            )
            guard rows.count == 0 else { return nil }
            return "ALTER TABLE foyer.\(column.table) ADD COLUMN \(column.name) \(column.type)"
        }
    }

    private func refuseNewer(_ found: Int) throws {
        guard found <= OwnSchema.version else {
            throw HubTrouble.newerSchema(place: place, found: found, known: OwnSchema.version)
        }
    }

    /// Zero where there is none.
    private static func version(_ connection: PostgresConnection) throws -> Int {
        let known = try connection.run("SELECT to_regclass('foyer.meta') IS NOT NULL")
        guard known.boolean(0, 0) else { return 0 }
        let rows = try connection.run("SELECT value FROM foyer.meta WHERE name = 'version'")
        return rows.count == 1 ? Int(rows.text(0, 0)) ?? 0 : 0
    }

    /// The cursors' secret is made in the database, so that it is never in a statement's text.
    private static let identity = [
        """
        INSERT INTO foyer.meta VALUES
            ('version', '0'), ('devices', '0'), ('pruned', '0'),
            ('incarnation', gen_random_uuid()::text),
            ('cursor_secret',
                replace(gen_random_uuid()::text || gen_random_uuid()::text
                    || gen_random_uuid()::text, '-', ''))
        """
    ]
}

// The platform's own tables.
extension Migration {
    private func platformStatements() throws -> [String] {
        let found = try columns()
        guard !found.isEmpty else { return PlatformDDL.statements }
        let missing = Catalogue.platform.filter { found[$0.table.rawValue] == nil }
        guard missing.isEmpty else {
            throw HubTrouble.unavailable(
                """
                \(place) has some of the platform's tables but lacks \
                \(missing.map(\.table.rawValue).joined(separator: ", ")); load the platform's \
                schema first
                """
            )
        }
        return try required(found)
    }

    /// What the platform's document calls required and an older database lacks.
    private func required(_ found: [String: [String: Bool]]) throws -> [String] {
        var statements: [String] = []
        for schema in Catalogue.platform {
            let known = found[schema.table.rawValue] ?? [:]
            for column in schema.columns {
                guard let isNullable = known[column.name] else {
                    statements += Self.adding(column, schema)
                    continue
                }
                if column.isNullable, !isNullable, column.name != "id" {
                    statements.append(
                        """
                        ALTER TABLE \(schema.table.sqlName)
                        ALTER COLUMN \(Table.quoted(column.name)) DROP NOT NULL
                        """
                    )
                }
            }
        }
        return statements
    }

    /// The column, and its checks where there are any.
    private static func adding(_ column: Column, _ schema: TableSchema) -> [String] {
        let checks = schema.checks.filter { $0.columns == [column.name] }.map(PlatformDDL.check)
        let definition = ([PlatformDDL.column(column)] + checks).joined(separator: " ")
        return ["ALTER TABLE \(schema.table.sqlName) ADD COLUMN \(definition)"]
    }

    /// By table and column, whether NULL is allowed.
    private func columns() throws -> [String: [String: Bool]] {
        let rows = try connection.run(
            """
            SELECT c.relname::text, a.attname::text, NOT a.attnotnull
            FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                AND NOT a.attisdropped AND c.relname = ANY ($1::text[])
            """,
            [.text("{" + Catalogue.platform.map(\.table.rawValue).joined(separator: ",") + "}")]
        )
        var columns: [String: [String: Bool]] = [:]
        for row in 0..<rows.count {
            columns[rows.text(row, 0), default: [:]][rows.text(row, 1)] = rows.boolean(row, 2)
        }
        return columns
    }
}
