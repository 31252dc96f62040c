import Hub
import Model

/// How a mutation reads a table: the travelling columns, and whose the row is, so that the scope is
/// not sent with every question.
struct MutationQuery: Sendable {
    /// By the table's number.
    static let all: [MutationQuery] = Table.allCases.map(MutationQuery.init)

    let table: Table
    let columns: [Column]
    let isOfCompany: Bool
    let byID: String
    /// Tours of agents ($1) or at a property ($2) that begin between two times.
    let tours: String
    private let selection: String
    private let lock: String

    private init(_ table: Table) {
        let schema = Catalogue[table]
        self.table = table
        columns = schema.travelling
        isOfCompany = if case .company = schema.scope { true } else { false }
        selection = """
            SELECT \(RowEncoder.columns(table)), ARRAY(SELECT k.scope_key
                FROM (\(ScopeKey.query(schema, "t"))) AS k WHERE k.scope_key IS NOT NULL)
            FROM \(table.sqlName) AS t
            """
        // What is not written cannot be locked with the rights that the hub has. Messages that
        // arrive meanwhile need not wait for a conversation's lock of this strength.
        lock = WriteRights.updates[table] == nil ? "" : "FOR NO KEY UPDATE OF t"
        byID = "\(selection) WHERE t.id = $1::uuid \(lock)"
        tours = """
            SELECT \(RowEncoder.columns(table)) FROM \(table.sqlName) AS t
            WHERE (t.property_manager_id = ANY ($1::uuid[]) OR t.property_id = $2::uuid)
                AND t.tour_datetime >= $3::timestamptz AND t.tour_datetime < $4::timestamptz
            ORDER BY t.id
            """
    }

    /// The rows that refer to one by that column, locked in the order of their ids.
    func by(_ column: String) -> String {
        "\(selection) WHERE t.\(Table.quoted(column)) = $1::uuid ORDER BY t.id \(lock)"
    }

    /// A row of a result whose first columns are the table's; nil for one without id.
    func record(_ rows: PostgresRows, _ row: Int) -> Record? {
        guard let id = rows.id(row, 0) else { return nil }
        var named: [String: FieldValue] = [:]
        for (index, column) in columns.enumerated() {
            named[column.name] = value(rows, row, index, column.type)
        }
        return Record(table, id, named)
    }

    private func value(
        _ rows: PostgresRows,
        _ row: Int,
        _ index: Int,
        _ type: ColumnType
    ) -> FieldValue {
        if rows.isNull(row, index) { return .null }
        return switch type {
        case .uuid: .id(rows.id(row, index))
        case .boolean: .boolean(rows.boolean(row, index))
        case .integer: .integer(rows.integer(row, index))
        case .varchar, .text, .decimal, .jsonb: .text(rows.text(row, index))
        case .timestamptz: .instant(rows.instant(row, index))
        case .timestamp: .text(PostgresTime.local(rows.integer(row, index)))
        case .date: .text(PostgresTime.day(rows.integer(row, index)))
        }
    }
}
