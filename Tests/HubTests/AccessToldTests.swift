import Hub
import Model
import Testing
import Wire

/// The agent's level as it reaches a terminal that waits.
@Suite struct AccessToldTests {
    @Test(
        "a level that changes ends a wait and comes with its body",
        .timeLimit(.minutes(10))
    )
    func changed() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            async let waiting = office.hub.changes(for: device, cursor: cursor, wait: 25)
            try await office.untilListeners(1)
            try await office.store.apply([
                .update(.propertyManager, device.agent.cast(), ["access_level": .text("read")])
            ])
            let checkpoint = try await waiting.checkpoint
            #expect(checkpoint.access == .only([]))
        }
    }
}
