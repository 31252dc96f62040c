import Foundation
import GRDB
import GRDBSQLite
import Model

/// The rows of a replica in memory, and the same tables elsewhere to put them into: what SQLite
/// itself takes for them.
struct PlainSQLite {
    let rows: Int
    private let directory: String
    private let tables: [Contents]
    private let indexes: [String]

    private struct Contents {
        let definition: String
        let insertion: String
        var values: [[DatabaseValue]]
    }

    /// Reads the newest generation of a replica.
    init(replica: String, beside directory: String) throws {
        self.directory = directory
        tables = try Self.newest(of: replica).read { database in
            try Model.Table.allCases.map { try Self.contents(of: $0, database) }
        }
        indexes = try Self.indexes(of: replica)
        rows = tables.reduce(0) { $0 + $1.values.count }
    }

    /// The statements that make the indexes which the replica in that directory has on the
    /// platform's tables.
    static func indexes(of replica: String) throws -> [String] {
        try newest(of: replica).read { try String.fetchAll($0, sql: indexQuery) }
    }

    private static func newest(of replica: String) throws -> DatabaseQueue {
        let files = try FileManager.default.contentsOfDirectory(atPath: replica)
        guard let name = files.filter({ $0.hasSuffix(".sqlite") }).max() else {
            throw Complaint("\(replica) holds no replica")
        }
        return try DatabaseQueue(path: replica + "/" + name)
    }

    private static func contents(of table: Model.Table, _ database: Database) throws -> Contents {
        let name = table.rawValue
        let columns = try database.columns(in: name).count
        let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
        let definition = try String.fetchOne(
            database,
            sql: "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?",
            arguments: [name]
        )
        let found = try Row.fetchAll(database, sql: "SELECT * FROM \"\(name)\" ORDER BY seq")
        return Contents(
            definition: definition ?? "",
            insertion: "INSERT INTO \"\(name)\" VALUES (\(marks))",
            values: found.map { Array($0.databaseValues) }
        )
    }

    /// The indexes of the platform's tables, not those of what is derived from them.
    private static var indexQuery: String {
        let names = Model.Table.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return """
            SELECT sql FROM sqlite_master
            WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (\(names))
            """
    }

    /// What is made beside the rows.
    enum Extent: CaseIterable {
        case tables
        /// The indexes that the replica has on the platform's tables.
        case indexes
        /// These, and a full text of a document a conversation, as the replica has it.
        case fullText
    }

    /// Seconds for all rows, in one transaction of a fresh file.
    func insert(_ extent: Extent) throws -> Double {
        let path = directory + "/plain.sqlite"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        var handle: OpaquePointer?
        // Without a lock around every call, as the replica's own connections are.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else {
            throw Self.trouble(handle)
        }
        defer { sqlite3_close(handle) }
        try Self.execute("PRAGMA journal_mode = WAL", handle)
        try Self.execute("PRAGMA synchronous = NORMAL", handle)
        for table in tables { try Self.execute(table.definition, handle) }
        let begin = ContinuousClock.now
        try Self.execute("BEGIN", handle)
        for table in tables { try Self.fill(table, handle) }
        if extent != .tables { for index in indexes { try Self.execute(index, handle) } }
        if extent == .fullText { try Self.execute(Self.fullText(key: "seq"), handle) }
        try Self.execute("COMMIT", handle)
        return (ContinuousClock.now - begin).seconds
    }

    /// Makes a full text of a document a conversation, whose number is in that column.
    static func fullText(key: String) -> String {
        """
        CREATE VIRTUAL TABLE full_text USING fts5(contact, talk, content='',
            tokenize='unicode61 remove_diacritics 2');
        INSERT INTO full_text (rowid, contact, talk)
            SELECT c.\(key), contact, (SELECT group_concat(message_text, char(10)) FROM (
                SELECT message_text FROM message m WHERE m.conversation_id = c.id
                ORDER BY coalesce(m."timestamp", '~'), coalesce(m.created_at, '~'), m.id))
            FROM (SELECT c.\(key), c.id, coalesce(u.first_name, '') || ' '
                    || coalesce(u.last_name, '') || ' ' || coalesce(u.email, '') || ' '
                    || coalesce(u.phone, '') AS contact
                FROM conversation c LEFT JOIN "user" u ON u.id = c.user_id) c
        """
    }

    private static func fill(_ table: Contents, _ handle: OpaquePointer?) throws {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, table.insertion, -1, &statement, nil) == SQLITE_OK else {
            throw trouble(handle)
        }
        defer { sqlite3_finalize(statement) }
        for row in table.values {
            for (index, value) in row.enumerated() { bind(value, Int32(index + 1), statement) }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw trouble(handle) }
            sqlite3_reset(statement)
        }
    }

    private static func bind(_ value: DatabaseValue, _ index: Int32, _ statement: OpaquePointer?) {
        // SQLite copies what it is given, as it must where the caller goes on.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value.storage {
        case .null: sqlite3_bind_null(statement, index)
        case .int64(let number): sqlite3_bind_int64(statement, index, number)
        case .double(let number): sqlite3_bind_double(statement, index, number)
        case .string(let text):
            var text = text
            text.withUTF8 { bytes in
                _ = bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), copied)
                }
            }
        case .blob(let data):
            data.withUnsafeBytes { bytes in
                _ = sqlite3_bind_blob(
                    statement,
                    index,
                    bytes.baseAddress,
                    Int32(bytes.count),
                    copied
                )
            }
        }
    }

    private static func execute(_ sql: String, _ handle: OpaquePointer?) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw trouble(handle) }
    }

    private static func trouble(_ handle: OpaquePointer?) -> Complaint {
        Complaint("SQLite: \(sqlite3_errmsg(handle).map { String(cString: $0) } ?? "no memory")")
    }
}
