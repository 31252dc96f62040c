import Foundation
import GRDB
import Hub
import Model
import Sync
import Testing
import Wire

@testable import HubSQLite
@testable import Replica

/// Agents who write in whatever weather, each storm made by one seed.
///
/// `FOYER_SEEDS=500` tries so many, `FOYER_SEED=17` one alone, as a failure names it.
@Suite("No write is lost or done twice")
struct WritingStormTests {
    @Test(
        "failures 47, 51, 52 and 53: calls lost, processes killed, replicas and hubs restored",
        .timeLimit(.minutes(20))
    )
    func storms() async throws {
        let world = try await TinyWorld(seed: 3)
        let environment = ProcessInfo.processInfo.environment
        let one = environment["FOYER_SEED"].flatMap(UInt64.init)
        let count = environment["FOYER_SEEDS"].flatMap(UInt64.init) ?? 12
        for seed in one.map({ [$0] }) ?? Array(0..<count) {
            var storm = try await WritingStorm(seed: seed, world)
            try await storm.run()
        }
    }
}

/// One storm: two terminals of one agent and one of another, who do random jobs.
private struct WritingStorm {
    private let seed: UInt64
    private var chance: SplitMix
    private let hub: SimulatedHub
    private let scratch: Scratch
    private var terminals: [WritingTerminal] = []
    private var hasBackup = false

    init(seed: UInt64, _ world: TinyWorld) async throws {
        self.seed = seed
        chance = SplitMix(seed: seed &+ 4_711)
        scratch = try Scratch()
        hub = try await SimulatedHub(world, directory: scratch.path, time: VirtualTime())
        let agents = try await hub.store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT m.id FROM property_manager m WHERE m.access_level = 'write' AND EXISTS (
                        SELECT 1 FROM property_manager_assignment a
                        WHERE a.property_manager_id = m.id AND a.end_date IS NULL)
                    ORDER BY m.id LIMIT 2
                    """
            ).compactMap { row in
                (row[0] as Data?).map { data in data.withUnsafeBytes { AgentID(bytes: $0) } }
            }
        }
        try #require(agents.count == 2)
        for (number, agent) in [agents[0], agents[0], agents[1]].enumerated() {
            let terminal = try await WritingTerminal(UInt64(number) + 1, agent: agent, hub)
            try await terminal.fetch(hub)
            terminals.append(terminal)
        }
    }

    mutating func run() async throws {
        for _ in 0..<60 { try await step() }
        try await settle()
        try await check()
    }

    private mutating func step() async throws {
        hub.time.pass(until: hub.time.elapsed + .seconds(Int.random(in: 1...600, using: &chance)))
        let terminal = terminals[Int.random(in: 0..<terminals.count, using: &chance)]
        switch Int.random(in: 0..<20, using: &chance) {
        case 0..<9: try await work(terminal)
        case 9..<13:
            let losses = Loss.allCases
            let loss = losses[Int.random(in: 0..<losses.count, using: &chance)]
            try await terminal.send(hub, loss)
        case 13..<16: try await terminal.fetch(hub)
        case 16: try await terminal.restart(isBare: false)
        case 17: try await terminal.restart(isBare: true)
        case 18: try await platform()
        default:
            if hasBackup {
                _ = try await hub.restore(isRenamed: Bool.random(using: &chance))
                hasBackup = false
            } else {
                try await hub.backUp()
                hasBackup = true
            }
        }
    }

    /// A random job at a random row that the terminal shows.
    private mutating func work(_ terminal: WritingTerminal) async throws {
        guard let intent = try intent(for: terminal) else { return }
        let entry = try await terminal.write(intent)
        if let entry, Int.random(in: 0..<6, using: &chance) == 0 {
            try await terminal.withdraw(entry)
        }
    }

    private mutating func intent(for terminal: WritingTerminal) throws -> Intent? {
        let reader = terminal.writer.reader
        func any(_ table: Model.Table) throws -> RowID? {
            let rows = try reader.rows(of: table)
            return rows.isEmpty ? nil : rows[Int.random(in: 0..<rows.count, using: &chance)].id
        }
        guard let talk: ConversationID = try any(.conversation)?.cast() else { return nil }
        switch Int.random(in: 0..<9, using: &chance) {
        case 0: return .takeOver(TakeOver(conversation: talk))
        case 1: return .markRead(MarkRead(conversation: talk))
        case 2:
            let holder: AgentID? = try reader.row(.leadDesk, talk)?.id("claimed_by")
            return .assignLead(AssignLead(conversation: talk, to: terminal.agent, seen: holder))
        case 3:
            let words = "note \(Int.random(in: 0..<1_000, using: &chance))"
            return .logActivity(LogActivity(conversation: talk, activity: .note, note: words))
        case 4:
            let seen = try reader.row(.conversation, talk)?.text("status")
            return .setStage(SetStage(conversation: talk, status: "handed_off", seen: seen))
        case 5:
            guard let id = try any(.tasks), let task = try reader.row(.tasks, id),
                let property: PropertyID = task.id("property_id")
            else { return nil }
            return .answerQuestion(
                AnswerQuestion(
                    property: property,
                    question: task.text("question") ?? "",
                    answer: "Yes, \(terminal.device.id.short).",
                    asked: QuestionRows(tasks: [id])
                )
            )
        case 6:
            guard let id = try any(.tours), let tour = try reader.row(.tours, id) else {
                return nil
            }
            return .setTourOutcome(
                SetTourOutcome(tour: id.cast(), outcome: .noShow, seen: tour.text("status"))
            )
        default: return try booking(talk, terminal)
        }
    }

    private mutating func booking(
        _ talk: ConversationID,
        _ terminal: WritingTerminal
    ) throws -> Intent? {
        let reader = terminal.writer.reader
        guard let record = try reader.row(.conversation, talk),
            let chatbot: RowID = record.id("chatbot_id"),
            let property: PropertyID = try reader.row(.chatbot, chatbot)?.id("property_id")
        else { return nil }
        // Few slots, so that terminals get into each other's way.
        let slot = Int.random(in: 0..<6, using: &chance)
        let start = VirtualTime.start.advanced(by: .seconds(2 * 86_400 + slot * 1_800))
        return .bookTour(
            BookTour(
                property: property,
                conversation: talk,
                manager: terminal.agent,
                prospect: Prospect(name: "Sam"),
                start: start,
                confirmed: true
            )
        )
    }

    /// The platform writes too.
    private mutating func platform() async throws {
        let talks = try await hub.store.read { db in
            try Data.fetchAll(db, sql: "SELECT id FROM conversation ORDER BY id")
        }
        let data = talks[Int.random(in: 0..<talks.count, using: &chance)]
        let talk = data.withUnsafeBytes { RowID(bytes: $0) }
        let statuses = ["active", "info_collected", "handed_off"]
        let status = statuses[Int.random(in: 0..<statuses.count, using: &chance)]
        try await hub.write([.update(.conversation, talk, ["status": .text(status)])])
    }

    /// The weather clears: everything goes out, and comes in.
    private mutating func settle() async throws {
        for _ in 0..<12 {
            for terminal in terminals {
                try await terminal.send(hub, .nothing)
                try await terminal.fetch(hub)
            }
        }
    }

    private func check() async throws {
        let ledger = try await hub.store.read { db in
            try Data.fetchAll(db, sql: "SELECT mutation_id FROM foyer_ledger").map { data in
                data.withUnsafeBytes { MutationID(bytes: $0) }
            }
        }
        #expect(Set(ledger).count == ledger.count, "seed \(seed): something was done twice")
        for terminal in terminals {
            let place = "seed \(seed), terminal \(terminal.device.id.short)"
            let entries = try terminal.outbox.entries()
            #expect(entries.allSatisfy { $0.state != .waiting }, "\(place): something still waits")
            #expect(
                Set(entries.map(\.id)) == terminal.accepted,
                "\(place): the outbox lost a write"
            )
            #expect(
                terminal.accepted.isSubset(of: ledger),
                "\(place): the hub never decided on a write"
            )
            let pending = try terminal.writer.reader.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM overlay")
            }
            #expect(pending == 0, "\(place): something lies over the hub's rows for ever")
            let digest = try #require(try terminal.writer.reader.digest())
            let asked = DigestRequest(cursor: digest.cursor)
            let hubs = try await hub.service.digest(for: terminal.device, asked)
            for (table, held) in digest.tables {
                #expect(hubs.tables[table.rawValue] == held, "\(place): \(table.rawValue) differs")
            }
        }
    }
}
