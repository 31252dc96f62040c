import Foundation
import PostgresServer

/// A database of its own, made from the platform's SQL and gone with the test.
struct PlatformDatabase {
    private static let seed = SharedFiles.url.appending(path: "seed/platform.sql")

    static var isHere: Bool {
        PostgresServer.isHere && FileManager.default.fileExists(atPath: seed.path)
    }

    private let server: PostgresServer
    private let name: String

    init() throws {
        server = try PostgresServer.started()
        name = try server.makeDatabase()
        try server.psql(name, ["-f", Self.seed.path])
    }

    func stop() { server.drop(name) }

    func columns() throws -> [String] {
        try lines(
            """
            SELECT c.relname || '|' || a.attname || '|'
                || format_type(a.atttypid, a.atttypmod) || '|'
                || CASE WHEN a.attnotnull THEN 'NOT NULL' ELSE 'NULL' END || '|'
                || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
            """
        )
    }

    func foreignKeys() throws -> [String] {
        try lines(
            """
            SELECT c.relname || '|' || a.attname || '|' || p.relname || '|' || k.confdeltype::text
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                JOIN pg_class p ON p.oid = k.confrelid
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
            WHERE k.contype = 'f'
            """
        )
    }

    func uniques() throws -> [String] {
        try lines(
            """
            SELECT c.relname || '|' || (
                SELECT string_agg(a.attname, ',' ORDER BY u.place)
                FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'u' AND k.connamespace = 'public'::regnamespace
            """
        )
    }

    func indexes() throws -> [String] {
        try lines(
            """
            SELECT tablename || '|' || indexname || '|'
                || replace(replace(substring(indexdef from '\\((.*)\\)'), ', ', ','), '"', '')
            FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'idx\\_%'
            """
        )
    }

    /// The checks in the words of `CatalogueText.checks`.
    func checks() throws -> [String] {
        let definitions = try lines(
            """
            SELECT c.relname || '|' || pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'c'
            """
        )
        return definitions.map(Self.meaning).sorted()
    }

    /// `conversation|CHECK (((end_time IS NULL) OR (end_time > start_time)))` as
    /// `conversation|end_time > start_time`.
    private static func meaning(_ definition: String) -> String {
        let parts = definition.split(separator: "|", maxSplits: 1).map(String.init)
        let text = parts[1]
        if text.contains("ANY") {
            let column = text.firstMatch(of: /\(+([a-z_]+)\)*::/)?.1 ?? ""
            let values = text.matches(of: /'([^']+)'/).map { String($0.1) }
            return "\(parts[0])|\(column) in \(values.joined(separator: ","))"
        }
        guard let match = text.firstMatch(of: /([a-z_]+) (>=|>) \(?([a-z_0-9]+)\)?/) else {
            return definition
        }
        return "\(parts[0])|\(match.1) \(match.2) \(match.3)"
    }

    private func lines(_ query: String) throws -> [String] {
        try server.psql(name, ["-At", "-c", query]).split(separator: "\n").map(String.init).sorted()
    }
}
