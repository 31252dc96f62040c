import GRDB
import GRDBSQLite
import Model
import Wire

/// A row as it lies in a body, field by field.
struct ScannedRow {
    var fields: [RowScanner.Field]
    var line: UnsafeRawBufferPointer
    var unescaped: UnsafeRawBufferPointer
}

/// Binds one table's rows from a body's bytes to a statement with one parameter for each column
/// that this side knows, in the catalogue's order.
///
/// Columns of the other side that are not known here are skipped; known ones that it does not send
/// get their default.
final class RowBinder {
    /// Plain bytes, since one is looked at for every field of a copy.
    private struct Plan {
        var storage: Storage
        /// Where the wire has it; nil where it does not.
        var wire: Int?
    }

    let table: Table
    private let plans: [Plan]
    /// What a column gets that the wire does not have.
    private let fallbacks: [ColumnDefault?]
    private let wireColumns: Int
    /// Ids of the row at hand, 16 bytes a column.
    private let ids: UnsafeMutableRawPointer

    init(_ table: Table, wireColumns names: [String]) throws(WireError) {
        let columns = Catalogue[table].travelling
        guard names.contains("id"), Set(names).count == names.count else {
            throw .malformed("list of columns")
        }
        self.table = table
        wireColumns = names.count
        plans = columns.map { column in
            Plan(storage: column.storage, wire: names.firstIndex(of: column.name))
        }
        fallbacks = columns.map(\.defaultValue)
        ids = .allocate(byteCount: 16 * columns.count, alignment: 8)
    }

    deinit {
        ids.deallocate()
    }

    /// How many parameters a statement must have.
    var count: Int { plans.count }

    /// Reads the row's own id, the first thing that is asked of it.
    func rowID(_ row: ScannedRow) throws(WireError) -> RowID {
        guard row.fields.count == wireColumns, let wire = plans[0].wire,
            case .text(let range) = row.fields[wire]
        else { throw .malformed("row") }
        guard IDText.read(UnsafeRawBufferPointer(rebasing: row.line[range]), into: ids) else {
            throw .malformed("id")
        }
        return RowID(bytes: UnsafeRawBufferPointer(start: ids, count: 16))
    }

    /// Binds a row; everything stays in place until the statement has run.
    func bind(_ row: ScannedRow, to statement: CStatement) throws(WireError) {
        guard row.fields.count == wireColumns else { throw .malformed("row") }
        for (offset, plan) in plans.enumerated() {
            let index = Int32(offset + 1)
            guard let wire = plan.wire else {
                bind(fallbacks[offset], index, statement)
                continue
            }
            switch (plan.storage, row.fields[wire]) {
            case (_, .null):
                if offset == 0 { throw .malformed("id") }
                sqlite3_bind_null(statement.pointer, index)
            case (.id, .text(let range)):
                try bindID(UnsafeRawBufferPointer(rebasing: row.line[range]), offset, statement)
            case (.text, .text(let range)):
                Self.bindText(UnsafeRawBufferPointer(rebasing: row.line[range]), index, statement)
            case (.text, .escaped(let range)):
                Self.bindText(
                    UnsafeRawBufferPointer(rebasing: row.unescaped[range]),
                    index,
                    statement
                )
            case (.integer, .integer(let value)):
                sqlite3_bind_int64(statement.pointer, index, value)
            case (.boolean, .boolean(let value)):
                sqlite3_bind_int64(statement.pointer, index, value ? 1 : 0)
            case (.id, _), (.text, _), (.integer, _), (.boolean, _):
                throw .malformed("row")
            }
        }
    }

    /// The id in that column of the row last bound, which is a column of ids; nil for NULL.
    func id(_ column: Int, of row: ScannedRow) -> RowID? {
        guard let wire = plans[column].wire, case .text = row.fields[wire] else { return nil }
        return RowID(bytes: UnsafeRawBufferPointer(start: ids + 16 * column, count: 16))
    }

    private func bindID(
        _ text: UnsafeRawBufferPointer,
        _ offset: Int,
        _ statement: CStatement
    ) throws(WireError) {
        let place = ids + 16 * offset
        guard IDText.read(text, into: place) else { throw .malformed("id") }
        statement.bind(Int32(offset + 1), idAt: place)
    }

    private static func bindText(
        _ bytes: UnsafeRawBufferPointer,
        _ index: Int32,
        _ statement: CStatement
    ) {
        let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(statement.pointer, index, text, Int32(bytes.count), nil)
    }

    private func bind(_ value: ColumnDefault?, _ index: Int32, _ statement: CStatement) {
        switch value {
        case nil, .newID, .now: sqlite3_bind_null(statement.pointer, index)
        case .integer(let value): sqlite3_bind_int64(statement.pointer, index, Int64(value))
        case .boolean(let value): sqlite3_bind_int64(statement.pointer, index, value ? 1 : 0)
        case .text(let text):
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            sqlite3_bind_text(statement.pointer, index, text, -1, copies)
        }
    }
}
