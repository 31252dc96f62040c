import GRDB
import GRDBSQLite
import Model

/// A prepared statement of SQLite's C interface: what rows of a body are bound to without making a
/// value of each field.
///
/// It lives no longer than the closure that was given the connection.
final class CStatement {
    let pointer: OpaquePointer
    private let connection: OpaquePointer
    /// Keeps what the pointer is of, also where the connection's cache is emptied meanwhile.
    private let statement: Statement

    /// Takes it from the connection's cache, since to compile it costs more than to run it for a
    /// row or two; the same text must not be in use twice at a time.
    init(_ db: Database, _ sql: String) throws {
        guard let connection = db.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
        }
        self.connection = connection
        statement = try db.cachedStatement(sql: sql)
        pointer = statement.sqliteStatement
        forget()
    }

    deinit {
        forget()
    }

    /// What was bound may lie in memory of whoever used it last.
    private func forget() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    /// Runs a statement that returns no row, and makes it ready to run again.
    func run() throws {
        let code = sqlite3_step(pointer)
        sqlite3_reset(pointer)
        guard code == SQLITE_DONE else { throw Self.failure(connection, code) }
    }

    /// Goes to the next row; false where there is none.
    ///
    /// `reset` must follow.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            sqlite3_reset(pointer)
            throw Self.failure(connection, code)
        }
    }

    func reset() {
        sqlite3_reset(pointer)
    }

    /// How many rows the last `run` changed.
    var changes: Int { Int(sqlite3_changes(connection)) }

    /// Binds 16 bytes that stay in place until the statement has run.
    func bind(_ index: Int32, idAt bytes: UnsafeRawPointer) {
        sqlite3_bind_blob(pointer, index, bytes, 16, nil)
    }

    func bind(_ index: Int32, _ id: RowID) {
        withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { bytes in
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            sqlite3_bind_blob(pointer, index, bytes.baseAddress, 16, copies)
        }
    }

    func bind(_ index: Int32, _ value: Int64) {
        sqlite3_bind_int64(pointer, index, value)
    }

    /// Binds a text, which is copied.
    func bind(_ index: Int32, text: String) {
        let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_bind_text(pointer, index, text, -1, copies)
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    /// The text of a column; nil for NULL.
    func text(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(pointer, column) else { return nil }
        return String(cString: bytes)
    }

    /// A number as it is, and 1 for a text that says something.
    func amount(_ column: Int32) -> Int {
        guard sqlite3_column_type(pointer, column) == SQLITE_TEXT else {
            return Int(sqlite3_column_int64(pointer, column))
        }
        return sqlite3_column_bytes(pointer, column) > 0 ? 1 : 0
    }

    /// The id in a column; nil for NULL and what is no id.
    func id(_ column: Int32) -> RowID? {
        guard let bytes = sqlite3_column_blob(pointer, column),
            sqlite3_column_bytes(pointer, column) == 16
        else { return nil }
        return RowID(bytes: UnsafeRawBufferPointer(start: bytes, count: 16))
    }

    private static func failure(_ connection: OpaquePointer, _ code: Int32) -> DatabaseError {
        let extended = sqlite3_extended_errcode(connection)
        return DatabaseError(
            resultCode: ResultCode(rawValue: extended == SQLITE_OK ? code : extended),
            message: String(cString: sqlite3_errmsg(connection))
        )
    }
}

extension Database {
    /// Runs a statement that every difference runs, compiled once a connection.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
