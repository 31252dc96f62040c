import Hub
import Model

/// The platform's tables and ours that travel, as SQLite has them, derived from the catalogue.
///
/// Values are stored as they travel: ids as 16 bytes, booleans as 0 and 1, instants as UTC text of
/// fixed width, decimals and JSON as PostgreSQL's canonical text. `seq` is the rowid: ids as a
/// primary key would cost half of the insert rate.
enum PlatformTables {
    /// Statements that make the tables and their indexes, parents first.
    static let statements: [String] = statements(Catalogue.platform)

    /// Ours that travel.
    static let own: [String] = statements(Catalogue.own)

    private static func statements(_ schemas: [TableSchema]) -> [String] {
        schemas.flatMap { [table($0)] + indexes($0) }
    }

    private static func table(_ schema: TableSchema) -> String {
        let lines =
            ["seq INTEGER PRIMARY KEY"]
            + schema.columns.map(column)
            + schema.checks.map(check)
            + schema.uniques.map { "UNIQUE (\($0.map(Table.quoted).joined(separator: ", ")))" }
        return "CREATE TABLE \(schema.table.sqlName) (\n    "
            + lines.joined(separator: ",\n    ") + "\n) STRICT"
    }

    private static func column(_ column: Column) -> String {
        let name = Table.quoted(column.name)
        var words = [name, storage(column.type)]
        if !column.isNullable { words.append("NOT NULL") }
        if column.name == "id" { words.append("UNIQUE") }
        if let value = column.defaultValue { words.append("DEFAULT \(expression(value))") }
        if let rule = typeRule(column.type, name) { words.append("CHECK (\(rule))") }
        if let reference = column.reference, reference.onDelete != .unchecked {
            words.append("REFERENCES \(reference.table.sqlName) (id)")
            switch reference.onDelete {
            case .cascade: words.append("ON DELETE CASCADE")
            case .setNull: words.append("ON DELETE SET NULL")
            case .refuse, .unchecked: break
            }
        }
        return words.joined(separator: " ")
    }

    private static func storage(_ type: ColumnType) -> String {
        switch type {
        case .uuid: "BLOB"
        case .integer, .boolean: "INTEGER"
        case .varchar, .text, .timestamptz, .timestamp, .date, .decimal, .jsonb: "TEXT"
        }
    }

    /// What PostgreSQL's type would refuse and SQLite's does not.
    private static func typeRule(_ type: ColumnType, _ name: String) -> String? {
        switch type {
        case .uuid: "length(\(name)) = 16"
        case .varchar(let limit): "length(\(name)) <= \(limit)"
        case .boolean: "\(name) IN (0, 1)"
        case .integer: "\(name) BETWEEN -2147483648 AND 2147483647"
        case .timestamptz: "length(\(name)) = 27"
        case .timestamp: "length(\(name)) = 26"
        case .date: "length(\(name)) = 10"
        case .jsonb: "\(name) IS NULL OR json_valid(\(name))"
        case .text, .decimal: nil
        }
    }

    private static func expression(_ value: ColumnDefault) -> String {
        switch value {
        case .newID: newID
        case .now: "(strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'))"
        case .integer(let number): String(number)
        case .boolean(let flag): flag ? "1" : "0"
        case .text(let text): "'\(text.replacing("'", with: "''"))'"
        }
    }

    /// A random UUID, version 4 in byte 7 and variant in byte 9 (RFC 9562, section 5.4).
    private static let newID: String = {
        let versions = (0x40...0x4f).map { String($0, radix: 16) }.joined()
        let variants = (0x80...0xbf).map { String($0, radix: 16) }.joined()
        return """
            (CAST(randomblob(6) || substr(x'\(versions)', 1 + (random() & 15), 1) \
            || randomblob(1) || substr(x'\(variants)', 1 + (random() & 63), 1) \
            || randomblob(7) AS BLOB))
            """
    }()

    private static func check(_ check: Check) -> String {
        // Decimals are text here, and text compares digit by digit.
        switch check {
        case .notNegative(let column):
            "CHECK (CAST(\(Table.quoted(column)) AS REAL) >= 0)"
        case .oneOf(let column, let values):
            """
            CHECK (\(Table.quoted(column)) IN \
            (\(values.map { "'\($0)'" }.joined(separator: ", "))))
            """
        case .notBelow(let column, let other):
            "CHECK (\(comparable(column)) >= \(comparable(other)))"
        case .above(let column, let other):
            "CHECK (\(comparable(column)) > \(comparable(other)))"
        }
    }

    /// Days and instants compare as texts; all else the checks speak of is a number.
    private static func comparable(_ column: String) -> String {
        let isText = column.hasSuffix("_date") || column.hasSuffix("_time")
        return isText ? Table.quoted(column) : "CAST(\(Table.quoted(column)) AS REAL)"
    }

    private static func indexes(_ schema: TableSchema) -> [String] {
        schema.indexes.map { index in
            let columns = index.columns.map {
                Table.quoted($0.name) + ($0.isDescending ? " DESC" : "")
            }
            return """
                CREATE INDEX \(index.name) ON \(schema.table.sqlName) \
                (\(columns.joined(separator: ", ")))
                """
        }
            + schema.columns.filter(\.isConstrained).map { column in
                // Scope is walked along these, and a delete looks for who refers to it.
                """
                CREATE INDEX foyer_\(schema.table.rawValue)_\(column.name)
                ON \(schema.table.sqlName)
                (\(Table.quoted(column.name))\(walkOrder(schema.table, column.name)))
                """
            }
    }

    /// Conversations are walked by id, and visitors looked up by where they spoke.
    private static func walkOrder(_ table: Table, _ column: String) -> String {
        switch (table, column) {
        case (.conversation, "chatbot_id"): ", id, user_id"
        case (.conversation, "user_id"): ", chatbot_id"
        default: ""
        }
    }
}

extension Column {
    /// Whether it refers to a row under a constraint.
    fileprivate var isConstrained: Bool {
        reference.map { $0.onDelete != .unchecked } ?? false
    }
}
