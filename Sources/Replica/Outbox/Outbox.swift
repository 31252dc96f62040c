import Foundation
import GRDB
package import Model

/// The truth about what the agent wrote: every write until the hub has decided on it, and 35 days
/// beyond, and every unfinished text.
///
/// A write that `append` returned survives `kill -9` and power loss. Several processes may append;
/// one sends. The replica shows what waits here and can be fetched anew; this cannot.
package final class Outbox: Sendable {
    let file: OutboxFile
    /// What waits is laid over the rows at each change of them, and read once.
    private let read = EntryMemory()

    /// Opens the outbox of a directory, making it where there is none.
    package init(directory: String) throws {
        file = try OutboxFile(directory: directory)
        try reconcile()
    }

    /// Writes that may wait: a month of an agent's work, many times over.
    package static let limit = 50_000
    /// How long what the hub has done is kept, to be offered again to a hub that was restored.
    package static let kept = Duration.seconds(35 * 86_400)

    /// Keeps a write; returns once it is on disk.
    package func append(_ entry: OutboxEntry) throws {
        do {
            try storing { db in
                guard try OutboxRows.count(.waiting, db) < Self.limit else {
                    throw OutboxTrouble.full(limit: Self.limit)
                }
                try OutboxRows.save(entry, db)
            }
            try note([entry])
        } catch {
            // Told that it failed, the agent writes it again: so it is taken out, or else stands,
            // as where another process has sent it. The journal learns of it when next opened.
            // What stands in the file says which: a commit whose last sync fails is told as failed.
            _ = try? remove(entry.id)
            guard (try? self.entry(entry.id)) != nil else { throw error }
        }
    }

    /// Takes back a write that was never sent; false where it was.
    package func withdraw(_ id: MutationID) throws -> Bool {
        let isWithdrawn = try remove(id)
        if isWithdrawn { try note([JournalLine(id: id, entry: nil)]) }
        return isWithdrawn
    }

    private func remove(_ id: MutationID) throws -> Bool {
        try storing { db in
            guard let entry = try OutboxRows.entry(id, db), entry.number == nil else {
                return false
            }
            try OutboxRows.remove(id, db)
            return true
        }
    }

    /// One write; nil where it is not, or no longer, kept.
    package func entry(_ id: MutationID) throws -> OutboxEntry? {
        try file.queue.read { try OutboxRows.entry(id, $0) }
    }

    /// Every write that is kept, in the order they were made.
    package func entries() throws -> [OutboxEntry] {
        try file.queue.read { try OutboxRows.entries(where: "TRUE", [], $0) }
    }

    /// The writes whose effect is not in the hub's rows up to that number, in order.
    package func pending(after acked: Int64) throws -> [OutboxEntry] {
        let texts = try file.queue.read { db in
            try OutboxRows.texts(
                where: "state = 'waiting' OR (state = 'applied' AND number > ?)",
                [acked],
                db
            )
        }
        return try read.entries(texts)
    }

    /// Whether there is any such write.
    func isPending(after acked: Int64) throws -> Bool {
        try file.queue.read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM entry
                        WHERE state = 'waiting' OR (state = 'applied' AND number > ?))
                    """,
                arguments: [acked]
            ) ?? false
        }
    }

    /// The refused ones, newest first.
    package func attention() throws -> AttentionPage {
        let entries = try file.queue.read { db in
            try OutboxRows.entries(where: "state = 'attention'", [], db)
        }
        return AttentionPage(
            rows: entries.reversed().map { entry in
                AttentionRow(
                    id: entry.id,
                    madeAt: entry.madeAt,
                    intent: entry.intent,
                    refusal: entry.refusal ?? Refusal(.unreadable),
                    standing: entry.standing
                )
            }
        )
    }

    /// How many wait, and how many want a decision.
    package func counts() throws -> (waiting: Int, attention: Int) {
        try file.queue.read { db in
            (try OutboxRows.count(.waiting, db), try OutboxRows.count(.attention, db))
        }
    }

    /// A refused write was discarded, or sent again as another.
    package func settle(_ id: MutationID) throws {
        try change(where: "id = ? AND state = 'attention'", [id.data]) { $0.state = .settled }
    }
}

// Unfinished texts.
extension Outbox {
    /// Keeps an unfinished text under a name; an empty one is forgotten.
    package func keepDraft(_ name: String, _ text: String) throws {
        try storing { db in
            if text.isEmpty {
                try db.execute(sql: "DELETE FROM draft WHERE name = ?", arguments: [name])
            } else {
                try db.execute(
                    sql: """
                        INSERT INTO draft VALUES (?, ?)
                        ON CONFLICT (name) DO UPDATE SET text = excluded.text
                        """,
                    arguments: [name, text]
                )
            }
        }
    }

    /// The unfinished texts by name.
    package func drafts() throws -> [String: String] {
        try file.queue.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT name, text FROM draft")
            return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
        }
    }
}

// How things get onto the disk.
extension Outbox {
    func storing<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try file.queue.write(body)
        } catch let error as DatabaseError {
            throw OutboxTrouble.storage(detail: "SQLite \(error.extendedResultCode.rawValue)")
        }
    }

    func note(_ entries: [OutboxEntry]) throws {
        try note(entries.map { JournalLine(id: $0.id, entry: $0) })
    }

    private func note(_ lines: [JournalLine]) throws {
        do {
            try file.journal.append(try lines.map { Array(try OutboxRows.encoder.encode($0)) })
        } catch let trouble as ReplicaTrouble {
            throw OutboxTrouble.storage(detail: "\(trouble)")
        }
    }

    private func change(
        where condition: String,
        _ arguments: StatementArguments,
        _ body: (inout OutboxEntry) -> Void
    ) throws {
        let changed = try storing { db in
            try OutboxRows.entries(where: condition, arguments, db).map { entry in
                var entry = entry
                body(&entry)
                try OutboxRows.save(entry, db)
                return entry
            }
        }
        try note(changed)
    }

    /// A process that died between the file and its journal leaves an entry that the journal does
    /// not know.
    private func reconcile() throws {
        var journalled: [MutationID: OutboxEntry] = [:]
        for text in file.journal.texts() {
            guard let line = try? JSONDecoder().decode(JournalLine.self, from: Data(text)) else {
                continue
            }
            journalled[line.id] = line.entry
        }
        try note(try entries().filter { journalled[$0.id] != $0 })
    }

    func rewriteJournal() throws {
        let lines = try entries().map { entry in
            Array(try OutboxRows.encoder.encode(JournalLine(id: entry.id, entry: entry)))
        }
        try file.journal.rewrite(lines)
    }
}
