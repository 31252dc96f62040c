import GRDB
import Hub
import Model

/// Writes rows of the platform's tables with prepared statements, and says which rule a refused one
/// breaks.
final class RowWriter: RowSink {
    private let database: Database
    private var inserts: [InsertKey: RawStatement] = [:]
    /// What kept the last row from being written that was no rule of the schema.
    private var fault: DatabaseError?

    private struct InsertKey: Hashable {
        let table: Table
        let columns: [String]
    }

    init(_ database: Database) {
        self.database = database
    }

    /// Adds a row; columns that are not named get their default.
    func insert(
        _ table: Table,
        _ columns: [Column],
        _ values: [FieldValue]
    ) throws(RowRefusal) {
        try refusing(table, columns.map(\.name), values) {
            let statement = try statement(table, columns.map(\.name))
            for (index, value) in values.enumerated() { statement.bind(Int32(index + 1), value) }
            defer { statement.reset() }
            _ = try statement.step()
        }
    }

    func apply(_ change: StoreChange) throws(RowRefusal) {
        switch change {
        case .insert(let row):
            try insert(row.table, Catalogue[row.table].columns, row.values)
        case .update(let table, let id, let values):
            try update(table, id, values)
        case .delete(let table, let id):
            try refusing(table, [], []) {
                let sql = "DELETE FROM \(table.sqlName) WHERE id = ?"
                try run(sql, [.id(id)])
            }
        }
    }

    /// Writes a mutation's row; a fault that is no rule of the schema is thrown as it is.
    func write(_ write: RowWrite) throws {
        do {
            switch write.kind {
            case .insert:
                let values = write.values.merging(["id": .id(write.id)]) { $1 }
                let columns = Catalogue[write.table].columns.filter { values[$0.name] != nil }
                try insert(write.table, columns, columns.map { values[$0.name] ?? .null })
            case .update: try update(write.table, write.id, write.values)
            }
        } catch {
            throw fault ?? error
        }
    }

    private func update(
        _ table: Table,
        _ id: RowID,
        _ values: [String: FieldValue]
    ) throws(RowRefusal) {
        let columns = values.keys.sorted()
        let known = Catalogue[table]
        precondition(columns.allSatisfy { known.column($0) != nil }, "columns of \(table)")
        guard !columns.isEmpty else { return }
        let values = columns.map { values[$0] ?? .null }
        try refusing(table, columns, values) {
            let assignments = columns.map { "\(Table.quoted($0)) = ?" }
            let sql = """
                UPDATE \(table.sqlName) SET \(assignments.joined(separator: ", "))
                WHERE id = ?
                """
            try run(sql, values + [.id(id)])
        }
    }

    private func run(_ sql: String, _ values: [FieldValue]) throws {
        let statement = try RawStatement(database, sql)
        defer { statement.reset() }
        for (index, value) in values.enumerated() { statement.bind(Int32(index + 1), value) }
        _ = try statement.step()
    }

    private func statement(_ table: Table, _ columns: [String]) throws -> RawStatement {
        let key = InsertKey(table: table, columns: columns)
        if let known = inserts[key] { return known }
        let sql =
            columns.isEmpty
            ? "INSERT INTO \(table.sqlName) DEFAULT VALUES"
            : """
            INSERT INTO \(table.sqlName)
            (\(columns.map(Table.quoted).joined(separator: ", ")))
            VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
            """
        let statement = try RawStatement(database, sql)
        inserts[key] = statement
        return statement
    }
}

// Refusals.
extension RowWriter {
    /// Turns what SQLite says of a broken rule into the rule.
    private func refusing(
        _ table: Table,
        _ columns: [String],
        _ values: [FieldValue],
        _ body: () throws -> Void
    ) throws(RowRefusal) {
        do {
            try body()
        } catch let error as DatabaseError {
            if !Self.isRule(error) { fault = error }
            throw refusal(error, table, columns, values)
        } catch {
            throw RowRefusal(table: table, column: nil, rule: .check("\(type(of: error))"))
        }
    }

    /// Whether the row is to blame, and would be again.
    private static func isRule(_ error: DatabaseError) -> Bool {
        [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG].contains(error.resultCode)
    }

    private func refusal(
        _ error: DatabaseError,
        _ table: Table,
        _ columns: [String],
        _ values: [FieldValue]
    ) -> RowRefusal {
        // SQLite names what failed behind the colon: “UNIQUE constraint failed: user.email”.
        let detail = error.message?.split(separator: ": ", maxSplits: 1).last.map(String.init)
        let column = detail?.split(separator: ".").last.map(String.init)
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
            return RowRefusal(table: table, column: column, rule: .duplicate)
        case .SQLITE_CONSTRAINT_NOTNULL:
            return RowRefusal(table: table, column: column, rule: .check("it must have a value"))
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            return missingParent(table, columns, values)
                ?? RowRefusal(table: table, column: nil, rule: .stillReferred)
        default:
            return RowRefusal(
                table: table,
                column: nil,
                rule: .check(detail ?? "\(error.extendedResultCode)")
            )
        }
    }

    private func missingParent(
        _ table: Table,
        _ columns: [String],
        _ values: [FieldValue]
    ) -> RowRefusal? {
        for (name, value) in zip(columns, values) {
            guard let reference = Catalogue[table].column(name)?.reference,
                case .id(let id) = value,
                (try? exists(reference.table, id)) == false
            else { continue }
            return RowRefusal(table: table, column: name, rule: .noSuchParent(reference.table))
        }
        return nil
    }

    private func exists(_ table: Table, _ id: RowID) throws -> Bool {
        let sql = "SELECT 1 FROM \(table.sqlName) WHERE id = ?"
        let statement = try RawStatement(database, sql)
        defer { statement.reset() }
        statement.bind(1, id)
        return try statement.step()
    }
}
