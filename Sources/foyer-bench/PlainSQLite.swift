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
        let files = try FileManager.default.contentsOfDirectory(atPath: replica)
        guard let name = files.filter({ $0.hasSuffix(".sqlite") }).max() else {
            throw Complaint("\(replica) holds no replica")
        }
        let queue = try DatabaseQueue(path: replica + "/" + name)
        (tables, indexes) = try queue.read { database in
            (
                try Model.Table.allCases.map { try Self.contents(of: $0, database) },
                try String.fetchAll(database, sql: Self.indexQuery)
            )
        }
        rows = tables.reduce(0) { $0 + $1.values.count }
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

    /// Seconds for all rows, in one transaction of a fresh file.
    func insert(withIndexes: Bool) throws -> Double {
        let path = directory + "/plain.sqlite"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        var handle: OpaquePointer?
        guard sqlite3_open(path, &handle) == SQLITE_OK else { throw Self.trouble(handle) }
        defer { sqlite3_close(handle) }
        try Self.execute("PRAGMA journal_mode = WAL", handle)
        try Self.execute("PRAGMA synchronous = NORMAL", handle)
        for table in tables { try Self.execute(table.definition, handle) }
        let begin = ContinuousClock.now
        try Self.execute("BEGIN", handle)
        for table in tables { try Self.fill(table, handle) }
        for index in withIndexes ? indexes : [] { try Self.execute(index, handle) }
        try Self.execute("COMMIT", handle)
        return (ContinuousClock.now - begin).seconds
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
