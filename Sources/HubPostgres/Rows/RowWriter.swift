import Hub
import Model

/// Writes rows of the platform's tables, and says which rule a refused one breaks.
struct RowWriter: RowSink {
    private let connection: PostgresConnection

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// Adds a row; columns that are not named get their default.
    func insert(
        _ table: Table,
        _ columns: [Column],
        _ values: [FieldValue]
    ) throws(RowRefusal) {
        guard !columns.isEmpty else {
            return try run(table, "INSERT INTO \(table.sqlName) DEFAULT VALUES", [])
        }
        let names = columns.map { Table.quoted($0.name) }.joined(separator: ", ")
        let places = columns.enumerated().map { Self.parameter($0.offset + 1, $0.element) }
        let sql = """
            INSERT INTO \(table.sqlName) (\(names)) VALUES (\(places.joined(separator: ", ")))
            """
        try run(table, sql, values.map(PostgresValue.field))
    }

    func apply(_ change: StoreChange) throws(RowRefusal) {
        switch change {
        case .insert(let row):
            try insert(row.table, Catalogue[row.table].columns, row.values)
        case .update(let table, let id, let values):
            try update(table, id, values)
        case .delete(let table, let id):
            let sql = "DELETE FROM \(table.sqlName) WHERE id = $1::uuid"
            try run(table, sql, [.id(id)], isDelete: true)
        }
    }

    private func update(
        _ table: Table,
        _ id: RowID,
        _ values: [String: FieldValue]
    ) throws(RowRefusal) {
        let columns = Catalogue[table].columns.filter { values[$0.name] != nil }
        precondition(columns.count == values.count, "columns of \(table)")
        guard !columns.isEmpty else { return }
        let assignments = columns.enumerated().map { index, column in
            "\(Table.quoted(column.name)) = \(Self.parameter(index + 2, column))"
        }
        let sql = """
            UPDATE \(table.sqlName) SET \(assignments.joined(separator: ", "))
            WHERE id = $1::uuid
            """
        let parameters = columns.map { PostgresValue.field(values[$0.name] ?? .null) }
        try run(table, sql, [.id(id)] + parameters)
    }

    private static func parameter(_ number: Int, _ column: Column) -> String {
        "$\(number)::\(PlatformDDL.parameterType(column.type))"
    }

    private func run(
        _ table: Table,
        _ sql: String,
        _ values: [PostgresValue],
        isDelete: Bool = false
    ) throws(RowRefusal) {
        do {
            try connection.run(sql, values)
        } catch {
            throw refusal(error, table, isDelete: isDelete)
        }
    }

    /// Which rule it was, by the state (appendix A of PostgreSQL's manual) and the names that the
    /// server gives.
    private func refusal(
        _ trouble: PostgresTrouble,
        _ table: Table,
        isDelete: Bool
    ) -> RowRefusal {
        let column = trouble.column ?? constrained(trouble, table)
        switch trouble.state {
        case "23505":
            return RowRefusal(table: table, column: column, rule: .duplicate)
        case "23502":
            return RowRefusal(table: table, column: column, rule: .check("it must have a value"))
        case "23503":
            let parent = column.flatMap { Catalogue[table].column($0)?.reference?.table }
            guard !isDelete, trouble.table == table.rawValue, let parent else {
                return RowRefusal(table: table, column: nil, rule: .stillReferred)
            }
            return RowRefusal(table: table, column: column, rule: .noSuchParent(parent))
        default:
            let words = trouble.constraint ?? trouble.words ?? "SQLSTATE \(trouble.state)"
            return RowRefusal(table: table, column: column, rule: .check(words))
        }
    }

    /// The column in a constraint's name as PostgreSQL gives it, `user_email_key`.
    private func constrained(_ trouble: PostgresTrouble, _ table: Table) -> String? {
        guard let name = trouble.constraint else { return nil }
        if name == table.rawValue + "_pkey" { return "id" }
        return Catalogue[table].columns.map(\.name)
            .filter { name.hasPrefix("\(table.rawValue)_\($0)_") }
            .max { $0.count < $1.count }
    }
}
