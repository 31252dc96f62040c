import Foundation
import GRDB
import Hub
import Model
import Sync
import Testing
import Wire

@testable import HubSQLite
@testable import Replica

/// A terminal that is away for a month while its agent goes on working, and comes back.
@Suite("After a month offline every write has an outcome")
struct MonthOfflineTests {
    /// `FOYER_OFFLINE_WRITES=5000` is what a month of an agent's work comes to, many times over.
    private static var count: Int {
        let environment = ProcessInfo.processInfo.environment
        return environment["FOYER_OFFLINE_WRITES"].flatMap(Int.init) ?? 500
    }

    @Test(
        "failure 57: a month of writes is applied, refused or in conflict, and none is missing",
        .timeLimit(.minutes(30))
    )
    func month() async throws {
        let scratch = try Scratch()
        let world = try await TinyWorld(seed: 5)
        let hub = try await SimulatedHub(world, directory: scratch.path, time: VirtualTime())
        var chance = SplitMix(seed: 30)
        let agents = try await Self.agents(hub)
        let away = try AwayTerminal(
            try await hub.enroll(1, agent: agents[0]),
            directory: scratch.path + "/away",
            time: hub.time
        )
        let office = try AwayTerminal(
            try await hub.enroll(2, agent: agents[1]),
            directory: scratch.path + "/office",
            time: hub.time
        )
        for terminal in [away, office] { try await terminal.fetch(hub) }

        let leads = try office.writer.reader.rows(of: .conversation).compactMap(\.id).filter { id in
            try away.writer.reader.row(.conversation, id) != nil
        }
        try #require(!leads.isEmpty)

        let pause = Duration.seconds(30 * 86_400) / Self.count
        while away.accepted.count < Self.count {
            hub.time.pass(until: hub.time.elapsed + pause)
            try await away.write(try Self.job(away, leads, using: &chance))
            // The colleague stays in touch, and gets in the way.
            guard away.accepted.count.isMultiple(of: 20) else { continue }
            try await office.write(try Self.job(office, leads, using: &chance))
            try await office.send(hub)
            try await office.fetch(hub)
        }
        #expect(hub.time.elapsed >= .seconds(30 * 86_400))

        try await away.send(hub)
        for terminal in [away, office, away] { try await terminal.fetch(hub) }
        try await Self.check(away, hub)
    }

    /// What an agent does at a lead that both have: mostly notes, and what can be in the way.
    private static func job(
        _ terminal: AwayTerminal,
        _ leads: [RowID],
        using chance: inout SplitMix
    ) throws -> Intent {
        let lead = leads[Int.random(in: 0..<leads.count, using: &chance)]
        let reader = terminal.writer.reader
        let talk: ConversationID = lead.cast()
        switch Int.random(in: 0..<10, using: &chance) {
        case 0, 1:
            let holder: AgentID? = try reader.row(.leadDesk, lead)?.id("claimed_by")
            return .assignLead(AssignLead(conversation: talk, to: terminal.agent, seen: holder))
        case 2:
            let seen = try reader.row(.conversation, lead)?.text("status")
            let status = ["handed_off", "info_collected"][Int.random(in: 0...1, using: &chance)]
            return .setStage(
                SetStage(conversation: talk, status: status, seen: seen, goesBack: true)
            )
        default:
            let words = "note \(chance.next())"
            return .logActivity(LogActivity(conversation: talk, activity: .note, note: words))
        }
    }

    /// Two who work at one property.
    private static func agents(_ hub: SimulatedHub) async throws -> [AgentID] {
        let agents = try await hub.store.read { db in
            try Data.fetchAll(
                db,
                sql: """
                    WITH working AS (
                        SELECT DISTINCT a.property_id, a.property_manager_id AS agent
                        FROM property_manager_assignment a
                        JOIN property_manager m ON m.id = a.property_manager_id
                        WHERE m.access_level = 'write' AND a.end_date IS NULL
                    ), shared AS (
                        SELECT property_id FROM working
                        JOIN chatbot USING (property_id)
                        JOIN conversation c ON c.chatbot_id = chatbot.id
                        GROUP BY 1 HAVING count(DISTINCT agent) > 1 ORDER BY count(*) DESC LIMIT 1
                    )
                    SELECT agent FROM working JOIN shared USING (property_id) ORDER BY 1 LIMIT 2
                    """
            ).map { data in data.withUnsafeBytes { AgentID(bytes: $0) } }
        }
        try #require(agents.count == 2)
        return agents
    }

    private static func check(_ terminal: AwayTerminal, _ hub: SimulatedHub) async throws {
        let entries = try terminal.outbox.entries()
        #expect(Set(entries.map(\.id)) == terminal.accepted)
        #expect(entries.allSatisfy { $0.state == .applied || $0.state == .attention })
        let refused = entries.filter { $0.state == .attention }
        #expect(refused.allSatisfy { $0.refusal != nil }, "each says why")
        #expect(!refused.isEmpty, "nobody got in the way, which shows little")
        #expect(refused.count < entries.count)
        let device = terminal.device.id.data
        let ledger = try await hub.store.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT mutation_id, outcome FROM foyer_ledger WHERE device_id = ?",
                arguments: [device]
            ).map { row in
                let data: Data = row[0]
                return (data.withUnsafeBytes { MutationID(bytes: $0) }, row[1] as String)
            }
        }
        #expect(ledger.count == terminal.accepted.count, "each was decided once")
        #expect(Set(ledger.map(\.0)) == terminal.accepted)
        let applied = Set(entries.filter { $0.state == .applied }.map(\.id))
        #expect(Set(ledger.filter { $0.1 == "applied" }.map(\.0)) == applied)
        let digest = try #require(try terminal.writer.reader.digest())
        let asked = DigestRequest(cursor: digest.cursor)
        let hubs = try await hub.service.digest(for: terminal.device, asked)
        for (table, held) in digest.tables {
            #expect(hubs.tables[table.rawValue] == held, "\(table.rawValue) differs")
        }
    }
}
