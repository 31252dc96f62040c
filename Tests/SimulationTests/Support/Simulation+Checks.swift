import Foundation
import GRDB
import Hub
import Model
import Sync
import Wire
import World

@testable import Replica

// What is checked.
extension Simulation {
    /// Notes, at the moment of an answer, what its checkpoint means.
    func testify(_ answer: FetchAnswer, _ body: [UInt8], to request: Request) async throws {
        guard !Canaries.occur(in: String(decoding: body, as: UTF8.self)) else {
            throw violation("a secret left the hub")
        }
        guard case .body(let whole) = answer, !whole.begin.snapshot,
            let testimony = try await hub.testimony(
                for: terminals[request.terminal].device.agent
            )
        else { return }
        if let objection = witness.note(testimony, at: whole.checkpoint.checkpoint) {
            throw violation(objection)
        }
    }

    /// What is shown is whole, and what its checkpoint says.
    func check(_ terminal: SimulatedTerminal) async throws {
        guard let reader = terminal.replica?.reader else { return }
        // Where nothing was written since it was looked at last, it is what it was.
        if await terminal.isDigested() { return try checkShown(terminal) }
        guard let digest = try await terminal.digest() else {
            guard terminal.hasShown else { return }
            throw violation("terminal \(terminal.number) shows nothing any more")
        }
        if let objection = try witness.objection(to: reader, digest: digest) {
            throw violation("terminal \(terminal.number): \(objection)")
        }
        try checkShown(terminal)
    }

    /// Full text and file of a terminal that has come to rest are sound.
    func checkAtRest(_ terminal: SimulatedTerminal) async throws {
        guard !terminal.isRevoked, let replica = terminal.replica else { return }
        try await check(terminal)
        do {
            let sound = try await replica.connection { database in
                try database.execute(
                    sql: "INSERT INTO lead_text (lead_text, rank) VALUES ('integrity-check', 1)"
                )
                return try String.fetchOne(database, sql: "PRAGMA integrity_check")
            }
            guard sound == "ok" else { throw violation("the file is not sound") }
        } catch let error as DatabaseError {
            throw violation("full text is not sound: \(error.extendedResultCode)")
        }
    }
}
