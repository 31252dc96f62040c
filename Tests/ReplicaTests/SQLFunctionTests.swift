import GRDB
import Model
import Testing

@testable import Replica

/// The rules as SQL knows them say what `Model` says, also where an answer was worked out before.
@Suite struct SQLFunctionTests {
    private static let statuses: [String?] = [
        nil, "", "chat_initiated", "qualified", "tour_scheduled", "tour_completed", "handed_off",
        "Handed_Off", "active", "completed", "abandoned", "elsewhere", "ünbekannt",
    ]

    @Test("a stage and a session are the same at the second time as at the first")
    func again() throws {
        try withFunctions { db in
            for _ in 0..<2 {
                for status in Self.statuses {
                    for flags in 0..<8 { try expectStage(status, flags, db) }
                    for hasEnded in [false, true] { try expectSession(status, hasEnded, db) }
                }
            }
        }
    }

    private func expectStage(_ status: String?, _ flags: Int, _ db: Database) throws {
        let (contact, scheduled, completed) = (flags & 1 > 0, flags & 2 > 0, flags & 4 > 0)
        let stage = Stage(
            status: status,
            hasContact: contact,
            hasScheduledTour: scheduled,
            hasCompletedTour: completed
        )
        let word = try String.fetchOne(
            db,
            sql: "SELECT stage_word(?, ?, ?, ?)",
            arguments: [status, contact, scheduled, completed]
        )
        #expect(word == stage.filterWord, "\(status ?? "no status"), \(flags)")
    }

    private func expectSession(_ status: String?, _ hasEnded: Bool, _ db: Database) throws {
        let word = try String.fetchOne(
            db,
            sql: "SELECT session_word(?, ?)",
            arguments: [status, hasEnded]
        )
        let session = Session(status: status, hasEnded: hasEnded)
        #expect(word == "\(session)", "\(status ?? "no status"), \(hasEnded)")
    }

    @Test("more texts than are kept, and such as are no UTF-8, have each their own answer")
    func many() throws {
        try withFunctions { db in
            for _ in 0..<2 {
                for count in 0..<100 {
                    let bedrooms = try Int.fetchOne(
                        db,
                        sql: "SELECT bedrooms(? || ' bed, flat ' || ?)",
                        arguments: [count % 10, count]
                    )
                    #expect(bedrooms == count % 10)
                }
                let torn = "SELECT bedrooms(CAST(x'332062ff' AS TEXT))"
                #expect(try Int.fetchOne(db, sql: torn) == 3)
            }
        }
    }

    private func withFunctions(_ body: (Database) throws -> Void) throws {
        try DatabaseQueue().read { db in
            try SQLFunctions.register(in: db)
            try body(db)
        }
    }
}
