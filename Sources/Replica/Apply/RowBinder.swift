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
    private struct Plan {
        var storage: Storage
        /// Where the wire has it; nil where it does not.
        var wire: Int?
        var fallback: ColumnDefault?
    }

    let table: Table
    private let plans: [Plan]
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
            Plan(
                storage: column.storage,
                wire: names.firstIndex(of: column.name),
                fallback: column.defaultValue
            )
        }
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
        guard HexID.parse(UnsafeRawBufferPointer(rebasing: row.line[range]), into: ids) else {
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
                bind(plan.fallback, index, statement)
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
        guard HexID.parse(text, into: place) else { throw .malformed("id") }
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

/// Reads the canonical text of an id into its 16 bytes.
enum HexID {
    /// False where it is not 36 characters with hyphens.
    static func parse(_ text: UnsafeRawBufferPointer, into place: UnsafeMutableRawPointer) -> Bool {
        guard text.count == 36 else { return false }
        var index = 0
        for byte in 0..<16 {
            if byte == 4 || byte == 6 || byte == 8 || byte == 10 {
                guard text[index] == UInt8(ascii: "-") else { return false }
                index += 1
            }
            let high = digit(text[index])
            let low = digit(text[index + 1])
            guard high | low < 16 else { return false }
            place.storeBytes(of: high << 4 | low, toByteOffset: byte, as: UInt8.self)
            index += 2
        }
        return true
    }

    /// 0 to 15, or 255.
    private static func digit(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: 255
        }
    }
}
