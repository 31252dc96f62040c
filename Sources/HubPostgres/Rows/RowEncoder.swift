import Hub
import Model
import Wire

/// Writes the travelling columns of a row from PostgreSQL's binary formats.
struct RowEncoder: Sendable {
    let table: Table
    private let types: [ColumnType]

    init(_ table: Table) {
        self.table = table
        types = Catalogue[table].travelling.map(\.type)
    }

    /// The columns as SQL, for a table that goes by the alias `t`.
    ///
    /// PostgreSQL writes decimals and JSON as the texts that travel; their binary forms do not.
    static func columns(_ table: Table) -> String {
        Catalogue[table].travelling.map { column in
            let name = "t." + Table.quoted(column.name)
            return switch column.type {
            case .decimal, .jsonb: name + "::text"
            default: name
            }
        }.joined(separator: ", ")
    }

    /// How many columns come before anything else of a query.
    var count: Int { types.count }

    func encode(_ rows: PostgresRows, _ row: Int, into lines: inout LineWriter) {
        lines.table(table)
        lines.beginRow()
        for (index, type) in types.enumerated() {
            if rows.isNull(row, index) {
                lines.null()
                continue
            }
            switch type {
            case .uuid: lines.id(rows.bytes(row, index))
            case .boolean: lines.boolean(rows.boolean(row, index))
            case .integer: lines.integer(rows.integer(row, index))
            case .varchar, .text, .decimal, .jsonb: lines.text(rows.bytes(row, index))
            case .timestamptz, .timestamp, .date:
                withBytes(time(rows, row, index, type)) { lines.text($0) }
            }
        }
        lines.endRow()
    }

    func encode(_ rows: PostgresRows, _ row: Int, into canonical: inout CanonicalRow) {
        canonical.reset()
        for (index, type) in types.enumerated() {
            if rows.isNull(row, index) {
                canonical.null()
                continue
            }
            switch type {
            case .uuid: canonical.id(rows.bytes(row, index))
            case .boolean: canonical.boolean(rows.boolean(row, index))
            case .integer: canonical.integer(rows.integer(row, index))
            case .varchar, .text, .decimal, .jsonb: canonical.text(rows.bytes(row, index))
            case .timestamptz, .timestamp, .date:
                withBytes(time(rows, row, index, type)) { canonical.text($0) }
            }
        }
    }

    private func time(_ rows: PostgresRows, _ row: Int, _ index: Int, _ type: ColumnType) -> String
    {
        let value = rows.integer(row, index)
        return switch type {
        case .timestamptz: PostgresTime.instant(value).text
        case .timestamp: PostgresTime.local(value)
        default: PostgresTime.day(value)
        }
    }

    private func withBytes(_ text: String, _ body: (UnsafeRawBufferPointer) -> Void) {
        var text = text
        text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
}
