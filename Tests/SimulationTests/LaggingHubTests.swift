import Hub
import HubSQLite
import Model
import Testing
import Wire

@testable import Replica

/// A hub that does not know yet what another of the same database has seen happen.
@Suite struct LaggingHubTests {
    @Test("failure 21: no copy ends with a difference that is older than its last page")
    func copy() async throws {
        let scratch = try Scratch()
        let world = try await TinyWorld(seed: 3)
        try world.copy(to: scratch.path + "/hub.sqlite")
        let hub = try await SimulatedHub(
            directory: scratch.path,
            time: VirtualTime(),
            page: 4_000,
            difference: 1_000_000
        )
        let agent = world.agents[0]
        var terminals: [AwayTerminal] = []
        for number in 1...2 {
            let device = try await hub.enroll(number, agent: agent)
            let place = scratch.path + "/\(number)"
            terminals.append(try AwayTerminal(device, directory: place, time: hub.time))
        }
        let (first, second) = (terminals[0], terminals[1])
        hub.fate.lag(at: try await hub.store.head())
        // Both begin in one state; what the first one is told at the end, the hub keeps for all.
        #expect(try await second.fetchOne(hub))
        try await first.fetch(hub)

        let leads = try first.writer.reader.rows(of: .conversation)
        let lead = try #require(leads.first)
        try await hub.write([
            .insert(
                TableRow(
                    .message,
                    [
                        "id": .id(RowID(high: 6, low: 1)), "conversation_id": lead["id"],
                        "sender_type": .text("user"), "message_text": .text("Hello"),
                        "timestamp": .text("2026-11-23T14:20:00.000000Z"),
                    ]
                )
            )
        ])
        // The other pages have the message, whatever the hub knows of it.
        try await second.fetch(hub)
        let digest = try #require(try second.writer.reader.digest())
        let asked = DigestRequest(cursor: digest.cursor)
        let hubs = try await hub.service.digest(for: second.device, asked)
        #expect(hubs.isAtCursor, "its checkpoint is older than its last page")
        for (table, held) in digest.tables {
            #expect(hubs.tables[table.rawValue] == held, "\(table.rawValue) differs")
        }
    }
}
