import Hub
import Model

/// The platform's tables in PostgreSQL, derived from the catalogue: for a database that has none.
enum PlatformDDL {
    /// Tables and indexes, parents first.
    static let statements: [String] = Catalogue.platform.flatMap { [table($0)] + indexes($0) }

    /// Ours that travel, in the schema `foyer`.
    static let own: [String] = Catalogue.own.flatMap { [table($0)] + indexes($0) }

    /// The type's name as PostgreSQL knows it.
    static func type(_ type: ColumnType) -> String {
        switch type {
        case .uuid: "uuid"
        case .varchar(let limit): "varchar(\(limit))"
        case .text: "text"
        case .integer: "integer"
        case .boolean: "boolean"
        case .timestamptz: "timestamptz"
        case .timestamp: "timestamp"
        case .date: "date"
        case .decimal(let precision, let scale): "numeric(\(precision),\(scale))"
        case .jsonb: "jsonb"
        }
    }

    /// The type of a parameter that goes into such a column: a cast to the column's own would cut
    /// or round what does not fit, where it must be refused.
    static func parameterType(_ type: ColumnType) -> String {
        switch type {
        case .varchar: "text"
        case .decimal: "numeric"
        default: Self.type(type)
        }
    }

    /// A column as `ADD COLUMN` and `CREATE TABLE` take it.
    static func column(_ column: Column) -> String {
        var words = [Table.quoted(column.name), type(column.type)]
        if column.name == "id" { words.append("PRIMARY KEY") }
        if !column.isNullable, column.name != "id" { words.append("NOT NULL") }
        if let value = column.defaultValue { words.append("DEFAULT \(expression(value))") }
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

    static func check(_ check: Check) -> String {
        switch check {
        case .notNegative(let column):
            return "CHECK (\(Table.quoted(column)) >= 0)"
        case .oneOf(let column, let values):
            let list = values.map { "'\($0)'" }.joined(separator: ", ")
            return "CHECK (\(Table.quoted(column)) IN (\(list)))"
        case .notBelow(let column, let other):
            return "CHECK (\(Table.quoted(column)) >= \(Table.quoted(other)))"
        case .above(let column, let other):
            return "CHECK (\(Table.quoted(column)) > \(Table.quoted(other)))"
        }
    }

    static func indexes(_ schema: TableSchema) -> [String] {
        schema.indexes.map { index in
            let columns = index.columns
                .map { Table.quoted($0.name) + ($0.isDescending ? " DESC" : "") }
                .joined(separator: ", ")
            return """
                CREATE INDEX IF NOT EXISTS \(index.name) ON \(schema.table.sqlName) (\(columns))
                """
        }
    }

    private static func table(_ schema: TableSchema) -> String {
        let lines =
            schema.columns.map(column) + schema.checks.map(check)
            + schema.uniques.map { columns in
                "UNIQUE (\(columns.map(Table.quoted).joined(separator: ", ")))"
            }
        return "CREATE TABLE \(schema.table.fullName) (\n    "
            + lines.joined(separator: ",\n    ") + "\n)"
    }

    private static func expression(_ value: ColumnDefault) -> String {
        switch value {
        // In PostgreSQL itself since 13, so no extension is needed.
        case .newID: "gen_random_uuid()"
        case .now: "now()"
        case .integer(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .text(let text): "'\(text.replacing("'", with: "''"))'"
        }
    }
}
