import Hub
import Model
import Wire

/// Writes the travelling columns of a statement's row as they are in SQLite's memory.
struct RowEncoder {
    let table: Table
    private let types: [ColumnType]

    init(_ table: Table) {
        self.table = table
        types = Catalogue[table].travelling.map(\.type)
    }

    /// The columns as SQL, for a table that goes by the alias `t`.
    static func columns(_ table: Table) -> String { columns[table.number] }

    /// By the table's number.
    private static let columns = Table.allCases.map { table in
        Catalogue[table].travelling.map { "t." + Table.quoted($0.name) }.joined(separator: ", ")
    }

    /// How many columns come before anything else of a query.
    var count: Int32 { Int32(types.count) }

    func encode(_ row: RawStatement, into lines: inout LineWriter) {
        lines.table(table)
        lines.beginRow()
        for (index, type) in types.enumerated() {
            let index = Int32(index)
            if row.isNull(index) {
                lines.null()
                continue
            }
            switch type {
            case .uuid: lines.id(row.bytes(index))
            case .boolean: lines.boolean(row.integer(index) != 0)
            case .integer: lines.integer(row.integer(index))
            case .varchar, .text, .timestamptz, .timestamp, .date, .decimal, .jsonb:
                lines.text(row.bytes(index))
            }
        }
        lines.endRow()
    }

    func encode(_ row: RawStatement, into canonical: inout CanonicalRow) {
        canonical.reset()
        for (index, type) in types.enumerated() {
            let index = Int32(index)
            if row.isNull(index) {
                canonical.null()
                continue
            }
            switch type {
            case .uuid: canonical.id(row.bytes(index))
            case .boolean: canonical.boolean(row.integer(index) != 0)
            case .integer: canonical.integer(row.integer(index))
            case .varchar, .text, .timestamptz, .timestamp, .date, .decimal, .jsonb:
                canonical.text(row.bytes(index))
            }
        }
    }
}
