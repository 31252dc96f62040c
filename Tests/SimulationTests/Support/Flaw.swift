import GRDB
import Model
import Testing
import Wire

@testable import Replica

/// A mistake that keeping writes could have, made beside the code in the files and the store that
/// it works on: the simulation must find each.
enum Flaw: String, CaseIterable, CustomTestStringConvertible {
    case imagesNotRestored = "the hub's images are not restored before a checkpoint's rows"
    case ackedBeforeItsRow = "a write is dropped with its acknowledgement, before its row came"
    case numberReused = "a number is given twice"
    case ledgerApart = "what is noted of a write is not in one transaction with its effect"

    var testDescription: String { rawValue }

    /// What of it is seen, in the words of a violation.
    var marks: [String] {
        switch self {
        case .imagesNotRestored: ["differs from its checkpoint"]
        case .ackedBeforeItsRow: ["does not show"]
        case .numberReused: ["requests a minute for nothing", "did not converge"]
        case .ledgerApart: ["the hub did", "the hub has not done"]
        }
    }

    /// A terminal is about to apply a checkpoint.
    func beforeRows(_ terminal: SimulatedTerminal) async throws {
        guard self == .imagesNotRestored, let live = await terminal.replica?.live else { return }
        try await live.pool.write { db in
            try db.execute(sql: "DELETE FROM overlay")
            for table in OverlaySchema.imaged {
                try db.execute(sql: "DELETE FROM \(OverlaySchema.name(table))")
            }
        }
    }

    /// A terminal is about to keep what the hub decided.
    func beforeDecision(
        _ terminal: SimulatedTerminal,
        _ response: MutationsResponse
    ) async throws {
        guard self == .ackedBeforeItsRow, let live = await terminal.replica?.live else { return }
        try await live.pool.write { db in
            try db.execute(sql: "UPDATE replica SET acked = ?", arguments: [response.acked])
        }
    }

    /// A terminal is about to number what it sends.
    func beforeSending(_ terminal: SimulatedTerminal) async throws {
        guard self == .numberReused, let outbox = terminal.outbox else { return }
        let acked = try terminal.replica?.reader.read { db in
            try Int64.fetchOne(db, sql: "SELECT acked FROM replica")
        }
        let done = try outbox.entries().filter { entry in
            entry.state != .waiting && entry.number ?? 0 <= (acked ?? 0) ?? 0
        }
        try await outbox.file.queue.write { db in
            for var entry in done {
                entry.number = nil
                try OutboxRows.save(entry, db)
            }
            try OutboxRows.setAcked(0, db)
        }
    }
}
