import Foundation
import GRDB
import GRDBSQLite
import Model

/// A prepared statement, stepped through SQLite's own interface: rows of a copy go from its memory
/// into the body without a value for each field.
///
/// `reset` must be called when done, or the statement keeps its snapshot.
struct RawStatement {
    private let pointer: OpaquePointer

    /// Takes it from the connection's cache; the same text must not be in use twice at a time.
    init(_ database: Database, _ sql: String) throws {
        pointer = try database.cachedStatement(sql: sql).sqliteStatement
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    func reset() { sqlite3_reset(pointer) }

    /// Whether there is a row.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw failure(code)
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let database = sqlite3_db_handle(pointer)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database)),
            message: String(cString: sqlite3_errmsg(database))
        )
    }

    // Parameters count from 1.

    func bind(_ index: Int32, _ value: Int64) {
        sqlite3_bind_int64(pointer, index, value)
    }

    func bind(_ index: Int32, _ value: Data) {
        value.withUnsafeBytes { bytes in
            _ = sqlite3_bind_blob(pointer, index, bytes.baseAddress, Int32(bytes.count), transient)
        }
    }

    func bind(_ index: Int32, _ id: RowID) { bind(index, id.data) }

    /// An id, or for nil what is before every id.
    func bind(_ index: Int32, _ id: RowID?) {
        if let id {
            bind(index, id)
        } else {
            sqlite3_bind_zeroblob(pointer, index, 0)
        }
    }

    func bind(_ index: Int32, _ value: FieldValue) {
        switch value {
        case .null: sqlite3_bind_null(pointer, index)
        case .boolean(let flag): bind(index, flag ? 1 : 0)
        case .integer(let number): bind(index, number)
        case .id(let id): bind(index, id)
        case .text(var text):
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { bytes in
                    _ = sqlite3_bind_text(
                        pointer,
                        index,
                        bytes.baseAddress,
                        Int32(bytes.count),
                        transient
                    )
                }
            }
        }
    }

    // Columns count from 0.

    func isNull(_ index: Int32) -> Bool { sqlite3_column_type(pointer, index) == SQLITE_NULL }

    func integer(_ index: Int32) -> Int64 { sqlite3_column_int64(pointer, index) }

    /// The bytes of a text or BLOB, valid until the next step.
    func bytes(_ index: Int32) -> UnsafeRawBufferPointer {
        // Asked for as BLOB, a text is not converted; asked for first, its count is right.
        let start = sqlite3_column_blob(pointer, index)
        return UnsafeRawBufferPointer(
            start: start,
            count: Int(sqlite3_column_bytes(pointer, index))
        )
    }

    /// Nil for NULL, and for what is no id.
    func id(_ index: Int32) -> RowID? {
        let bytes = bytes(index)
        return bytes.count == 16 ? RowID(bytes: bytes) : nil
    }

    func text(_ index: Int32) -> String { String(decoding: bytes(index), as: UTF8.self) }
}

/// `SQLITE_TRANSIENT`: SQLite copies what is bound.
///
/// The macro is a cast that Swift cannot import.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
