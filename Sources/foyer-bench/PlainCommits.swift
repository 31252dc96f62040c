import Foundation
import GRDB
import Model

/// What SQLite itself takes to commit what Foyer commits.
struct PlainCommits {
    private let directory: String

    init(beside directory: String) throws { self.directory = directory }

    /// How long each of so many commits of one row takes with a rollback journal, milliseconds.
    func times(_ count: Int) throws -> [Double] {
        try withDatabase("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;") { queue in
            // As long as what the outbox keeps of a claimed lead.
            let text = String(repeating: "a write of an agent. ", count: 20)
            return try (0..<count).map { _ in
                let begin = ContinuousClock.now
                try queue.write { try $0.execute(sql: Self.insertion, arguments: [text]) }
                return (ContinuousClock.now - begin).milliseconds
            }
        }
    }

    private static let insertion = "INSERT INTO entry (entry) VALUES (?)"

    /// Seconds for these rows in a table like the hub's, in a transaction each or in one.
    func insert(_ rows: [NoteRow], isEach: Bool) throws -> Double {
        try withDatabase("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;") { queue in
            let begin = ContinuousClock.now
            if isEach {
                for row in rows { try queue.write { try Self.insert(row, $0) } }
            } else {
                try queue.write { db in for row in rows { try Self.insert(row, db) } }
            }
            return (ContinuousClock.now - begin).seconds
        }
    }

    private static func insert(_ row: NoteRow, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO lead_activity (id, conversation_id, property_manager_id, kind, note)
                VALUES (randomblob(16), ?, ?, 'note', ?)
                """
        )
        try statement.execute(arguments: [row.conversation.text, row.agent.text, row.note])
    }

    private func withDatabase<Value>(
        _ settings: String,
        _ body: (DatabaseQueue) throws -> Value
    ) throws -> Value {
        let path = directory + "/plain-commits.sqlite"
        defer {
            for end in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: path + end)
            }
        }
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: settings)
            try db.execute(
                sql: """
                    CREATE TABLE entry (seq INTEGER PRIMARY KEY, entry TEXT NOT NULL);
                    CREATE TABLE lead_activity (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
                        conversation_id BLOB NOT NULL, property_manager_id BLOB, kind TEXT,
                        note TEXT);
                    CREATE INDEX lead_activity_conversation ON lead_activity (conversation_id);
                    """
            )
        }
        return try body(queue)
    }
}
