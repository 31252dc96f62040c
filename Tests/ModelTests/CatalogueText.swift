import Model

/// The catalogue as sorted lines, in the words that the queries of `PlatformDatabase` answer in.
enum CatalogueText {
    static var columns: [String] {
        Catalogue.platform.flatMap { schema in
            schema.columns.map { column in
                [
                    schema.table.rawValue, column.name, type(column.type),
                    column.isNullable ? "NULL" : "NOT NULL", defaultText(column),
                ].joined(separator: "|")
            }
        }.sorted()
    }

    static var foreignKeys: [String] {
        Catalogue.platform.flatMap { schema in
            schema.columns.compactMap { column in
                column.reference.map { reference in
                    let rule =
                        switch reference.onDelete {
                        case .cascade: "c"
                        case .setNull: "n"
                        case .refuse: "a"
                        case .unchecked: "-"
                        }
                    return [
                        schema.table.rawValue, column.name, reference.table.rawValue, rule,
                    ].joined(separator: "|")
                }
            }
        }.sorted()
    }

    static var uniques: [String] {
        Catalogue.platform.flatMap { schema in
            schema.uniques.map { "\(schema.table.rawValue)|\($0.joined(separator: ","))" }
        }.sorted()
    }

    static var indexes: [String] {
        Catalogue.platform.flatMap { schema in
            schema.indexes.map { index in
                let columns = index.columns.map { $0.name + ($0.isDescending ? " DESC" : "") }
                return "\(schema.table.rawValue)|\(index.name)|\(columns.joined(separator: ","))"
            }
        }.sorted()
    }

    /// Checks by the columns and constants they speak of.
    static var checks: [String] {
        Catalogue.platform.flatMap { schema in
            schema.checks.map { check in
                let meaning =
                    switch check {
                    case .notNegative(let column): "\(column) >= 0"
                    case .oneOf(let column, let values):
                        "\(column) in \(values.joined(separator: ","))"
                    case .notBelow(let column, let other): "\(column) >= \(other)"
                    case .above(let column, let other): "\(column) > \(other)"
                    }
                return "\(schema.table.rawValue)|\(meaning)"
            }
        }.sorted()
    }

    private static func type(_ type: ColumnType) -> String {
        switch type {
        case .uuid: "uuid"
        case .varchar(let length): "character varying(\(length))"
        case .text: "text"
        case .integer: "integer"
        case .boolean: "boolean"
        case .timestamptz: "timestamp with time zone"
        case .timestamp: "timestamp without time zone"
        case .date: "date"
        case .decimal(let precision, let scale): "numeric(\(precision),\(scale))"
        case .jsonb: "jsonb"
        }
    }

    private static func defaultText(_ column: Column) -> String {
        switch column.defaultValue {
        case nil: "-"
        case .newID?: "uuid_generate_v4()"
        case .now?: "now()"
        case .integer(let value)?: String(value)
        case .boolean(let value)?: String(value)
        case .text(let value)?: "'\(value)'::character varying"
        }
    }
}
