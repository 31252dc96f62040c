import Foundation
import GRDB
package import Model
package import Wire

/// The truth about what the agent wrote: every write until the hub has decided on it, and 35 days
/// beyond, and every unfinished text.
///
/// A write that `append` returned survives `kill -9` and power loss. Several processes may append;
/// one sends. The replica shows what waits here and can be fetched anew; this cannot.
package final class Outbox: Sendable {
    let file: OutboxFile

    /// Opens the outbox of a directory, making it where there is none.
    package init(directory: String) throws {
        file = try OutboxFile(directory: directory)
        try reconcile()
    }

    /// Writes that may wait: a month of an agent's work, many times over.
    package static let limit = 50_000
    /// How long what the hub has done is kept, to be offered again to a hub that was restored.
    package static let kept = Duration.seconds(35 * 86_400)
    /// Texts of a batch, bytes; the largest write is a tenth of it.
    private static let batchBytes = WireLimits.mutationsBody - 64 * 1_024
    /// What travels of a mutation beside its intent, bytes.
    private static let envelopeBytes = 256
    /// A journal beyond this is written anew with what still counts, bytes.
    private static let journalLimit = 8 << 20

    /// Keeps a write; returns once it is on disk.
    package func append(
        _ intent: Intent,
        inverse: Intent?,
        at time: Timestamp,
        id: MutationID
    ) throws -> OutboxEntry {
        let entry = OutboxEntry(
            id: id,
            madeAt: time,
            schema: SchemaFingerprint.current,
            intent: intent,
            inverse: inverse,
            state: .waiting
        )
        try storing { db in
            guard try OutboxRows.count(.waiting, db) < Self.limit else {
                throw OutboxTrouble.full(limit: Self.limit)
            }
            try OutboxRows.save(entry, db)
        }
        do {
            try note([entry])
        } catch {
            // Told that it failed, the agent writes it again: so it is taken out, or else stands,
            // as where another process has sent it. The journal learns of it when next opened.
            if (try? remove(entry.id)) == true { throw error }
        }
        return entry
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
        try file.queue.read { db in
            try OutboxRows.entries(
                where: """
                    state = 'waiting' OR (state = 'applied' AND number > ?)
                    """,
                [acked],
                db
            )
        }
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

// Sending.
extension Outbox {
    /// The next writes to send, numbered; what is numbered is never withdrawn any more.
    package func batch(limit: Int = WireLimits.mutations) throws -> [Mutation] {
        var numbered: [OutboxEntry] = []
        let entries = try storing { db in
            var next = try OutboxRows.nextNumber(db)
            // What has a number goes first: the hub takes no gap.
            var entries = try OutboxRows.entries(
                where: "state = 'waiting' AND number IS NOT NULL",
                [],
                limit: limit,
                db
            )
            .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
            let fresh = try OutboxRows.entries(
                where: "state = 'waiting' AND number IS NULL",
                [],
                limit: limit - entries.count,
                db
            )
            var room = Self.batchBytes
            for var entry in fresh {
                room -= try OutboxRows.encoder.encode(entry.intent).count + Self.envelopeBytes
                guard room >= 0 || entries.isEmpty && numbered.isEmpty else { break }
                entry.number = next
                next += 1
                try OutboxRows.save(entry, db)
                numbered.append(entry)
            }
            entries += numbered
            return entries
        }
        try note(numbered)
        return entries.compactMap(\.mutation)
    }

    /// Keeps what the hub decided; returns how many writes stand otherwise now, and whether any of
    /// them was refused.
    ///
    /// Where the hub knows less than was decided before, it was restored: what it has forgotten
    /// waits again, under its old number.
    package func record(
        _ response: MutationsResponse
    ) throws -> (changed: Int, isRefused: Bool) {
        let changed = try changed(by: response)
        return (changed.count, changed.contains { $0.state == .attention })
    }

    /// The same, with the writes that stand otherwise now.
    func changed(by response: MutationsResponse) throws -> [OutboxEntry] {
        let changed = try storing { db in
            var changed: [OutboxEntry] = []
            for result in response.results {
                guard let entry = try OutboxRows.entry(result.id, db), entry.state == .waiting
                else { continue }
                changed.append(entry.decided(result))
            }
            changed += try Self.forgotten(after: response.acked, db)
            for entry in changed { try OutboxRows.save(entry, db) }
            try OutboxRows.setAcked(response.acked, db)
            return changed
        }
        try note(changed)
        return changed
    }

    /// The terminal is another device to the hub from now on: numbers begin anew, and what is done
    /// is not offered again.
    package func beginAnew() throws {
        let changed = try storing { db in
            let numbered = try OutboxRows.entries(where: "number IS NOT NULL", [], db)
            try OutboxRows.setAcked(0, db)
            return try numbered.map { entry in
                var entry = entry
                entry.number = nil
                try OutboxRows.save(entry, db)
                return entry
            }
        }
        try note(changed)
    }

    /// A checkpoint says up to which number the hub has decided: where that is less than it once
    /// was, the hub was restored, and what it has forgotten waits again.
    ///
    /// A checkpoint that was on its way while the hub decided says less too; what it makes wait is
    /// then answered as a duplicate. Tells whether anything waits again.
    package func offerAgain(after acked: Int64) throws -> Bool {
        let changed = try storing { db in
            let changed = try Self.forgotten(after: acked, db)
            for entry in changed { try OutboxRows.save(entry, db) }
            if !changed.isEmpty { try OutboxRows.setAcked(acked, db) }
            return changed
        }
        try note(changed)
        return !changed.isEmpty
    }

    /// What was decided beyond a number, as waiting again; nothing where no more was ever decided.
    private static func forgotten(after acked: Int64, _ db: Database) throws -> [OutboxEntry] {
        guard acked < (try OutboxRows.acked(db)) else { return [] }
        return try OutboxRows.entries(
            where: "state IN ('applied', 'attention', 'settled') AND number > ?",
            [acked],
            db
        ).map { $0.with(state: .waiting) }
    }

    /// Forgets what the hub has done long ago, and what was settled.
    package func prune(now: Timestamp) throws {
        let before = now.advanced(by: .zero - Self.kept).text
        try storing { db in
            try db.execute(
                sql: """
                    DELETE FROM entry WHERE state IN ('applied', 'settled') AND made_at < ?
                    AND number <= (SELECT value FROM meta WHERE name = 'acked')
                    AND number < (SELECT max(number) FROM entry)
                    """,
                arguments: [before]
            )
        }
        if file.journal.size > Self.journalLimit { try rewriteJournal() }
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
    private func storing<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try file.queue.write(body)
        } catch let error as DatabaseError {
            throw OutboxTrouble.storage(detail: "SQLite \(error.extendedResultCode.rawValue)")
        }
    }

    private func note(_ entries: [OutboxEntry]) throws {
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

    private func rewriteJournal() throws {
        let lines = try entries().map { entry in
            Array(try OutboxRows.encoder.encode(JournalLine(id: entry.id, entry: entry)))
        }
        try file.journal.rewrite(lines)
    }
}

extension OutboxEntry {
    /// The entry with what the hub decided.
    fileprivate func decided(_ result: MutationResult) -> OutboxEntry {
        var entry = self
        entry.refusal = result.refusal
        entry.standing = result.row
        switch result.outcome {
        case .applied: entry.state = .applied
        case .conflict, .rejected:
            if result.refusal?.code == .numberReused {
                // This outbox is an old copy: the write itself is new, and gets a new number.
                entry.number = nil
                entry.refusal = nil
            } else {
                entry.state = .attention
            }
        }
        return entry
    }

    fileprivate func with(state: State) -> OutboxEntry {
        var entry = self
        entry.state = state
        return entry
    }
}
