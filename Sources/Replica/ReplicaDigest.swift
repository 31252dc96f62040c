import GRDB
import GRDBSQLite
package import Model
package import Wire

/// What the hub's rows of a replica add up to at its checkpoint, without what lies over them.
package struct ReplicaDigest: Hashable, Sendable {
    /// The checkpoint that the rows are those of.
    package var cursor: String
    /// Every table, those without rows too.
    package var tables: [Model.Table: TableDigest]
}

extension ReplicaReader {
    /// Digests every table, from one snapshot; nil where there is nothing to read.
    ///
    /// Reads all rows: a second or two a million.
    package func digest() throws -> ReplicaDigest? {
        try read { db in
            guard let cursor = try Generation.standing(db)?.cursor else { return nil }
            var tables: [Model.Table: TableDigest] = [:]
            for table in Table.allCases { tables[table] = try Self.digest(of: table, db) }
            return ReplicaDigest(cursor: cursor, tables: tables)
        } ?? nil
    }

    /// Every row of a table with the columns that travel, by id; the others are NULL.
    package func rows(of table: Model.Table) throws -> [TableRow] {
        let schema = Catalogue[table]
        let names = schema.travelling.map { "\"\($0.name)\"" }.joined(separator: ", ")
        return try read { db in
            let sql = "SELECT \(names) FROM \(ReplicaSchema.name(table)) ORDER BY id"
            return try Row.fetchAll(db, sql: sql).map { row in
                var index = 0
                let values = schema.columns.map { column -> FieldValue in
                    guard column.travels else { return .null }
                    defer { index += 1 }
                    return column.value(of: row, at: index)
                }
                return TableRow(table: table, values: values)
            }
        } ?? []
    }

    /// Bytes that the generation's file takes.
    package func databaseSize() throws -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            ) ?? 0
        } ?? 0
    }

    private static func digest(of table: Table, _ db: Database) throws -> TableDigest {
        let columns = Catalogue[table].travelling
        let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let statement = try CStatement(db, OverlaySchema.hubsRows(of: table, names))
        defer { statement.reset() }
        var digest = TableDigest()
        var row = CanonicalRow()
        while try statement.step() {
            row.reset()
            for (index, column) in columns.enumerated() {
                statement.append(Int32(index), column.storage, to: &row)
            }
            digest.add(row)
        }
        return digest
    }
}

extension Column {
    fileprivate func value(of row: Row, at index: Int) -> FieldValue {
        let value: DatabaseValue = row[index]
        if value.isNull { return .null }
        switch storage {
        case .id: return .id(RowID(row, index))
        case .boolean: return .boolean(Bool.fromDatabaseValue(value) ?? false)
        case .integer: return .integer(Int64.fromDatabaseValue(value) ?? 0)
        case .text: return .text(String.fromDatabaseValue(value))
        }
    }
}

extension CStatement {
    /// Adds a column of the row at hand to a row's canonical bytes.
    func append(_ column: Int32, _ storage: Storage, to row: inout CanonicalRow) {
        guard sqlite3_column_type(pointer, column) != SQLITE_NULL else { return row.null() }
        switch storage {
        case .id:
            guard let id = id(column) else { return row.null() }
            row.field(.id(id))
        case .boolean: row.boolean(integer(column) != 0)
        case .integer: row.integer(integer(column))
        case .text:
            let text = sqlite3_column_text(pointer, column)
            let count = Int(sqlite3_column_bytes(pointer, column))
            row.text(UnsafeRawBufferPointer(start: text, count: count))
        }
    }
}
