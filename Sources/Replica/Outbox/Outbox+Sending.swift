import Foundation
import GRDB
package import Model
package import Wire

/// What the outbox does for who sends: batches, what the hub said of them, and what it forgot.
extension Outbox {
    /// A journal beyond this is written anew with what still counts, bytes.
    private static let journalLimit = 8 << 20

    /// The next writes to send, numbered; what is numbered is never withdrawn any more.
    package func batch(limit: Int = WireLimits.mutations) throws -> [Mutation] {
        let (batch, numbered) = try storing { db in
            var batch = MutationBatch(limit: limit)
            // What has a number goes first, and in order: the hub takes no gap.
            for entry in try OutboxRows.numbered(limit: limit, db) {
                guard try batch.takes(entry) else { return (batch, [OutboxEntry]()) }
            }
            let next = try OutboxRows.nextNumber(db)
            var numbered: [OutboxEntry] = []
            for var entry in try OutboxRows.fresh(limit: limit - batch.mutations.count, db) {
                entry.number = next + Int64(numbered.count)
                guard try batch.takes(entry) else { break }
                try OutboxRows.save(entry, db)
                numbered.append(entry)
            }
            return (batch, numbered)
        }
        try note(numbered)
        return batch.mutations
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

    /// A checkpoint says up to which number the hub has decided: where that is less than was known
    /// when it was asked for, the hub was restored, and what it has forgotten waits again.
    ///
    /// A checkpoint that was on its way while the hub decided says less than is known now, which is
    /// what counts where `known` is nil. Tells whether anything waits again.
    package func offerAgain(after acked: Int64, known: Int64? = nil) throws -> Bool {
        guard acked < known ?? .max else { return false }
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
    ///
    /// What the agent has discarded since, or sent again as another, only fills its number.
    private static func forgotten(after acked: Int64, _ db: Database) throws -> [OutboxEntry] {
        guard acked < (try OutboxRows.acked(db)) else { return [] }
        return try OutboxRows.entries(
            where: "state IN ('applied', 'attention') AND number > ?",
            [acked],
            db
        ).map { $0.with(state: .waiting) }
    }

    /// The number of the last write that the hub is known to have decided on.
    package func acked() throws -> Int64 {
        try file.queue.read { try OutboxRows.acked($0) }
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
