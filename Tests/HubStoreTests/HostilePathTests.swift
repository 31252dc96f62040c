import Hub
import Model
import PostgresServer
import Testing

@testable import HubPostgres

/// The log's triggers run with their owner's rights under the search path of whoever writes.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"))
struct HostilePathTests {
    @Test("a writer's look-alikes get nobody's rights, and the log is exact, whatever is written")
    func nothingIsCaught() async throws {
        try await Platforms.with { _, platform in
            let role = try HostileRole(platform)
            let honest = try Self.log(platform, of: platform.session())
            let hostile = try Self.log(platform, of: role.session())
            #expect(hostile == honest)
            let tables = Set(honest.map(\.table))
            #expect(tables.count > Table.allCases.count, "every table, and TRUNCATE")
            #expect(honest.map(\.moved).contains(true))
            #expect(try role.caught() == [])
            try role.drop()
        }
    }

    @Test("one name without its schema is enough to be caught", arguments: Slip.allCases)
    func isCaught(slip: Slip) async throws {
        try await Platforms.with { _, platform in
            let role = try HostileRole(platform)
            let owner = try platform.session()
            for capture in ChangeCapture.captures {
                try owner.script(slip.made(in: capture.statements[0]))
            }
            let session = try role.session()
            for statement in PlatformWriting.statements { try? session.script(statement) }
            #expect(try role.caught().contains(slip.trap))
            try role.drop()
        }
    }

    /// What somebody might write instead.
    enum Slip: CaseIterable {
        case equality, distinct, function, setting, table, type

        /// What it calls.
        var trap: String {
            switch self {
            case .equality, .distinct: "compare0(uuid, uuid)"
            case .function: "pg_current_xact_id()"
            case .setting: "current_setting(text)"
            case .table: "view chatbot"
            case .type: "domain uuid"
            }
        }

        func made(in function: String) -> String {
            switch self {
            case .equality: function.replacing("OPERATOR(pg_catalog.=)", with: "=")
            case .distinct:
                function.replacing(
                    /\(o\.(\w+) OPERATOR\(pg_catalog\.=\) r\.\w+ OR \([^)]*\)\)/
                ) { "o.\($0.1) IS NOT DISTINCT FROM r.\($0.1)" }
            case .function:
                function.replacing("pg_catalog.pg_current_xact_id", with: "pg_current_xact_id")
            case .setting: function.replacing("pg_catalog.current_setting", with: "current_setting")
            case .table: function.replacing("public.", with: "")
            case .type: function.replacing("::pg_catalog.", with: "::")
            }
        }
    }

    private struct Entry: Hashable, Comparable {
        let table: Int64
        let key: String
        let row: String
        let moved: Bool

        static func < (one: Entry, other: Entry) -> Bool {
            (one.table, one.key, one.row, one.moved ? 1 : 0)
                < (other.table, other.key, other.row, other.moved ? 1 : 0)
        }
    }

    /// What is logged where that session writes everything; in the end all is gone again.
    private static func log(
        _ platform: Platforms,
        of session: PostgresConnection
    ) throws -> [Entry] {
        for statement in PlatformWriting.statements { try session.script(statement) }
        let owner = try platform.session()
        let rows = try owner.run(
            """
            SELECT table_no, concat_ws(' ', scope_key, parent_id), row_id::text, moved
            FROM foyer.change
            """
        )
        try owner.script("DELETE FROM foyer.change")
        return (0..<rows.count).map {
            Entry(
                table: rows.integer($0, 0),
                key: rows.text($0, 1),
                row: rows.text($0, 2),
                moved: rows.boolean($0, 3)
            )
        }.sorted()
    }
}

/// SQL that writes every captured table in every way, and leaves all of them empty; nothing in it
/// is looked up by path.
private enum PlatformWriting {
    static let statements: [String] =
        Catalogue.tables.flatMap(inserts)
        + Catalogue.tables.map { "UPDATE \($0.table.fullName) SET id = id" }
        + Catalogue.tables.flatMap(moves)
        + Catalogue.tables.reversed().map { "DELETE FROM \($0.table.fullName)" }
        + Catalogue.tables.flatMap(inserts)
        + Catalogue.tables.reversed().map { "TRUNCATE \($0.table.fullName) CASCADE" }

    /// Two rows, each with all its parents.
    private static func inserts(_ schema: TableSchema) -> [String] {
        let columns = schema.columns.filter {
            $0.reference != nil || !$0.isNullable || $0.name == "id"
        }
        let names = columns.map { Table.quoted($0.name) }.joined(separator: ", ")
        return (1...2).map { number in
            let values = columns.map { value($0, schema, number) }.joined(separator: ", ")
            return "INSERT INTO \(schema.table.fullName) (\(names)) VALUES (\(values))"
        }
    }

    /// The two change places, by way of nowhere.
    private static func moves(_ schema: TableSchema) -> [String] {
        let (column, parent): (String, Table)
        switch schema.scope {
        case .parent(let name, let table): (column, parent) = (name, table)
        case .company(let name) where name != "id": (column, parent) = (name, .company)
        case .company, .property, .referenced: return []
        }
        return [(1, nil), (2, 1), (1, 2)].map { (row: Int, place: Int?) in
            let value = place.map { "'\(rowID(parent, $0).text)'" } ?? "NULL"
            return """
                UPDATE \(schema.table.fullName) SET \(column) = \(value)
                WHERE id OPERATOR(pg_catalog.=) '\(rowID(schema.table, row).text)'
                """
        }
    }

    private static func value(_ column: Column, _ schema: TableSchema, _ number: Int) -> String {
        if column.name == "id" { return "'\(rowID(schema.table, number).text)'" }
        if let reference = column.reference {
            return "'\(rowID(reference.table, number).text)'"
        }
        for case .oneOf(column.name, let values) in schema.checks { return "'\(values[0])'" }
        return switch column.type {
        case .date, .timestamp, .timestamptz: "'2026-11-26'"
        case .boolean: "true"
        case .jsonb: "'{}'"
        case .uuid, .varchar, .text, .integer, .decimal: "'\(number)'"
        }
    }
}
