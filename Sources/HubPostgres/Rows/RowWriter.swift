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
        try run(table, Self.insert(table, columns), values.map(PostgresValue.field))
    }

    private static func insert(_ table: Table, _ columns: [Column]) -> String {
        let names = columns.map { Table.quoted($0.name) }.joined(separator: ", ")
        let places = columns.enumerated().map { parameter($0.offset + 1, $0.element) }
        return """
            INSERT INTO \(table.sqlName) (\(names)) VALUES (\(places.joined(separator: ", ")))
            """
    }

    /// Writes a mutation's row; a fault that is no rule of the schema is thrown as it is.
    func write(_ write: RowWrite) throws {
        do {
            switch write.kind {
            case .insert:
                let (sql, values) = Self.insert(write.table, write.values, write.id)
                try connection.run(sql, values)
            case .update:
                guard let (sql, values) = Self.update(write.table, write.id, write.values) else {
                    return
                }
                try connection.run(sql, values)
            }
        } catch {
            guard error.isRule else { throw error }
            throw refusal(error, write.table, isDelete: false)
        }
    }

    private static func insert(
        _ table: Table,
        _ named: [String: FieldValue],
        _ id: RowID
    ) -> (String, [PostgresValue]) {
        let values = named.merging(["id": .id(id)]) { $1 }
        let columns = Catalogue[table].columns.filter { values[$0.name] != nil }
        return (
            insert(table, columns), columns.map { PostgresValue.field(values[$0.name] ?? .null) }
        )
    }

    func apply(_ change: StoreChange) throws(RowRefusal) {
        switch change {
        case .insert(let row):
            try insert(row.table, Catalogue[row.table].columns, row.values)
        case .update(let table, let id, let values):
            guard let (sql, values) = Self.update(table, id, values) else { return }
            try run(table, sql, values)
        case .delete(let table, let id):
            let sql = "DELETE FROM \(table.sqlName) WHERE id = $1::uuid"
            try run(table, sql, [.id(id)], isDelete: true)
        }
    }

    /// Nil where nothing is to change.
    private static func update(
        _ table: Table,
        _ id: RowID,
        _ values: [String: FieldValue]
    ) -> (String, [PostgresValue])? {
        let columns = Catalogue[table].columns.filter { values[$0.name] != nil }
        precondition(columns.count == values.count, "columns of \(table)")
        guard !columns.isEmpty else { return nil }
        let assignments = columns.enumerated().map { index, column in
            "\(Table.quoted(column.name)) = \(parameter(index + 2, column))"
        }
        let sql = """
            UPDATE \(table.sqlName) SET \(assignments.joined(separator: ", "))
            WHERE id = $1::uuid
            """
        let parameters = columns.map { PostgresValue.field(values[$0.name] ?? .null) }
        return (sql, [.id(id)] + parameters)
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
