import Foundation
import Hub
import Model
import Testing
import Wire

/// What a terminal is told of where its agent may write.
@Suite struct AccessToldTests {
    private static let property: PropertyID = rowID(.property, 1).cast()

    /// Makes the terminal's device one that the store knows.
    private func enroll(_ device: Device, _ store: any HubStore) async throws {
        var chance = SystemRandomNumberGenerator()
        let code = EnrolmentCode(using: &chance)
        let invitation = Invitation(
            handle: code.handle,
            codeHash: code.hash,
            agent: device.agent,
            expires: WritingDesk.now.advanced(by: .seconds(600))
        )
        #expect(try await store.save(invitation, now: WritingDesk.now))
        let new = NewDevice(
            id: device.id,
            tokenHash: Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &chance) }),
            name: device.name,
            enrolledAt: WritingDesk.now
        )
        #expect(try await store.redeem(code, as: new) != .refused)
    }

    @Test(
        "each terminal is told its own agent's level, of manager and assignment the lower",
        arguments: Backend.allCases
    )
    func told(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let hub = try await ChangeService(
                store: desk.store,
                clock: HubClock(now: { WritingDesk.now }, elapsed: { .zero }, sleep: { _ in })
            )
            // Agents 3, 4 and 5 are of one scope, whose differences are shared.
            for (agent, mayWrite) in [(1, true), (3, true), (4, false), (5, false)] {
                var terminal = Terminal(agent, agent: agentID(agent))
                try await enroll(terminal.device, store)
                try await terminal.sync(hub)
                #expect(terminal.access?.allows(Self.property) == mayWrite, "agent \(agent)")
            }
        }
    }

    @Test("a level that changes is told with the next difference", arguments: Backend.allCases)
    func changed(backend: Backend) async throws {
        try await backend.withStore { store in
            _ = try await WritingDesk(store)
            let hub = try await ChangeService(
                store: store,
                clock: HubClock(now: { WritingDesk.now }, elapsed: { .zero }, sleep: { _ in })
            )
            var terminal = Terminal(4, agent: agentID(4))
            try await enroll(terminal.device, store)
            try await terminal.sync(hub)
            for (level, mayWrite) in [("write", true), ("read", false)] {
                let head = try await store.head()
                try await store.apply([
                    .update(
                        .propertyManager,
                        rowID(.propertyManager, 4),
                        ["access_level": .text(level)]
                    )
                ])
                #expect(try await store.head() != head, "who waits must notice")
                try await terminal.sync(hub)
                #expect(terminal.access?.allows(Self.property) == mayWrite, "\(level)")
            }
            #expect(!String(decoding: terminal.received, as: UTF8.self).contains("access_level"))
        }
    }
}
