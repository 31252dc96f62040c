import Foundation
import GRDB
import Model

/// The outbox's SQLite file: in rollback-journal mode and synchronous, so that a write the agent
/// saw accepted survives power loss, and several processes may append.
final class OutboxFile: Sendable {
    let queue: DatabaseQueue
    let journal: OutboxJournal

    /// Raised when the tables change; a newer file is refused.
    static let version = 1

    /// Opens the file of a directory, making it where there is none; a damaged one is set aside and
    /// made anew from the journal.
    init(directory: String) throws {
        try PrivateFile.makeDirectory(directory)
        let path = directory + "/outbox.sqlite"
        journal = OutboxJournal(path: directory + "/outbox.journal")
        do {
            queue = try Self.open(path)
            return
        } catch let error as DatabaseError where error.isDamage {
            for suffix in ["", "-journal"] { rename(path + suffix, path + ".damaged" + suffix) }
        }
        queue = try Self.open(path)
        try restore()
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        if FileManager.default.fileExists(atPath: path) {
            try PrivateFile.check(path)
        } else {
            // Another process may make it in the same moment.
            try? PrivateFile.create(path)
            PrivateFile.synchronize(directory: (path as NSString).deletingLastPathComponent)
        }
        var configuration = Configuration()
        configuration.label = "outbox"
        configuration.busyMode = .timeout(busySeconds)
        configuration.prepareDatabase { db in
            // Where the journal is removed, FULL does not wait until it is gone for good: after a
            // power cut it may be there again, and takes the transaction back. Emptied, it is
            // synced.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = TRUNCATE;
                    PRAGMA synchronous = FULL;
                    PRAGMA secure_delete = ON;
                    """
            )
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { db in
            let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard found <= version else {
                throw OutboxTrouble.newer(path: path, found: found, known: version)
            }
            guard found == 0 else {
                // Says what is damaged before anybody builds on it; an outbox is small.
                let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
                guard check == "ok" else {
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: check)
                }
                return
            }
            for statement in tables { try db.execute(sql: statement) }
        }
        return queue
    }

    /// How long a process waits for another's transaction, seconds.
    private static let busySeconds = 10.0

    private static let tables = [
        // `seq` is the order in which writes were made, and in which they are shown and sent.
        """
        CREATE TABLE entry (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            number INTEGER UNIQUE,
            state TEXT NOT NULL,
            made_at TEXT NOT NULL,
            entry TEXT NOT NULL
        )
        """,
        "CREATE INDEX entry_state ON entry (state, seq)",
        "CREATE TABLE draft (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO meta VALUES ('acked', 0)",
        "PRAGMA user_version = \(version)",
    ]

    /// Writes what the journal says into an empty file.
    private func restore() throws {
        var last: [MutationID: JournalLine] = [:]
        var order: [MutationID] = []
        for text in journal.texts() {
            guard let line = try? JSONDecoder().decode(JournalLine.self, from: Data(text)) else {
                continue
            }
            if last[line.id] == nil { order.append(line.id) }
            last[line.id] = line
        }
        let entries = order.compactMap { last[$0]?.entry }
        try queue.write { db in
            for entry in entries { try OutboxRows.save(entry, db) }
            let acked = entries.filter { $0.state != .waiting }.compactMap(\.number).max() ?? 0
            try OutboxRows.setAcked(acked, db)
        }
    }
}

/// A line of the journal: an entry as it is from now on, or that it is gone.
struct JournalLine: Codable {
    var id: MutationID
    /// Nil for one that was withdrawn.
    var entry: OutboxEntry?
}
