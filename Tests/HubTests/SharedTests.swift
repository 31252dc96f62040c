import Foundation
import Hub
import Model
import Synchronization
import Testing
import Wire

/// Work that is done once for many terminals, and who may profit from it.
@Suite struct SharedTests {
    @Test("terminals of one scope are told of a change by one difference", .timeLimit(.minutes(10)))
    func once() async throws {
        try await Office.with { office in
            var terminals: [(device: Device, cursor: String)] = []
            for number in 0..<20 {
                let device = try await office.enroll(number % 2 + 1)
                terminals.append((device, try await office.copy(device)))
            }
            let before = office.metrics.reading
            let bodies = try await office.changes(terminals) { try await office.say(1, "Hello") }
            let after = office.metrics.reading
            #expect(bodies.allSatisfy { $0.text.contains("Hello") })
            #expect(Set(bodies.map(\.lines)).count == 1, "all but the last line is the same")
            #expect(Set(bodies.map(\.last)).count == 20, "the last line is each one's own")
            let computed = after.deltas.buckets.reduce(0, +) - before.deltas.buckets.reduce(0, +)
            // Each looks once before it waits; some come after the change.
            #expect(computed < 10, "\(computed) differences for 20 terminals")
            #expect(after.shared > before.shared)
        }
    }

    @Test(
        "terminals that waited since other moments share the next change",
        .timeLimit(.minutes(10))
    )
    func otherPlaces() async throws {
        try await Office.with { office in
            let (one, other) = (try await office.enroll(1), try await office.enroll(2))
            let early = try await office.copy(one)
            // Something that is nobody's here moves the place where the log stands.
            try await office.store.apply([
                .insert(
                    TableRow(.company, ["id": .id(RowID(high: 9, low: 9)), "name": .text("X")])
                )
            ])
            let late = try await office.copy(other)
            // Once, somebody found that nothing had happened in between.
            _ = try await office.hub.changes(for: one, cursor: early, wait: 0)
            try await office.say(1, "Hello")
            let before = office.metrics.reading.shared
            let first = try await office.hub.changes(for: one, cursor: early, wait: 0)
            let second = try await office.hub.changes(for: other, cursor: late, wait: 0)
            #expect(first.lines == second.lines)
            #expect(first.text.contains("Hello"))
            #expect(office.metrics.reading.shared == before + 1)
        }
    }

    @Test(
        "who lost the property in the same change takes nothing of what the others are told",
        .timeLimit(.minutes(10))
    )
    func otherScope() async throws {
        try await Office.with { office in
            let (one, other) = (try await office.enroll(1), try await office.enroll(2))
            let terminals = [
                (one, try await office.copy(one)), (other, try await office.copy(other)),
            ]
            let bodies = try await office.changes(terminals.map { (device: $0.0, cursor: $0.1) }) {
                try await office.store.apply([
                    .insert(
                        TableRow(
                            .message,
                            [
                                "id": .id(RowID(high: 6, low: 1)),
                                "conversation_id": .id(RowID(high: 5, low: 0)),
                                "sender_type": .text("user"), "message_text": .text("Hello"),
                            ]
                        )
                    ),
                    .delete(.propertyManagerAssignment, RowID(high: 30, low: 2)),
                ])
            }
            #expect(bodies[0].text.contains("Hello"))
            #expect(!bodies[1].text.contains("Hello"))
            #expect(bodies[1].text.contains(#"{"leave":"#))
        }
    }

    @Test(
        "a revoked device takes nothing that was worked out for another",
        .timeLimit(.minutes(10))
    )
    func revoked() async throws {
        try await Office.with { office in
            let (one, other) = (try await office.enroll(1), try await office.enroll(2))
            let cursors = (try await office.copy(one), try await office.copy(other))
            async let first = office.hub.changes(for: one, cursor: cursors.0, wait: 25)
            async let second = office.hub.changes(for: other, cursor: cursors.1, wait: 25)
            try await office.untilListeners(2)
            #expect(try await office.store.revoke(other.id, now: office.clock.hubClock.now()))
            try await office.say(1, "Hello")
            do throws(any Error) {
                _ = try await second
                Issue.record("a body for a revoked device")
            } catch {
                #expect(error as? Problem == .deviceRevoked)
            }
            #expect(try await first.text.contains("Hello"))
        }
    }

    @Test("a scope that the store forgot while the hub ran is told to it again")
    func forgotten() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            _ = try await office.copy(device)
            try await office.store.prune(before: Timestamp(microseconds: 4_000_000_000_000_000))
            try await office.fill(pages: 2)
            let first = try await office.hub.changes(for: device, cursor: nil, wait: 0).checkpoint
            #expect(try await office.problem(device, first.checkpoint) == .cursorGone, "once")
            _ = try await office.copy(device)
        }
    }

    @Test("one more copy than may be made at a time is told to come back, and then may")
    func copies() async throws {
        try await Office.with { office in
            let hub = try await office.anotherHub(office.metrics, copies: 1)
            let (one, other) = (try await office.enroll(1), try await office.enroll(2))
            let page = try await hub.changes(for: one, cursor: nil, wait: 0)
            #expect(try page.checkpoint.more)
            // That was its last page: its place is free.
            _ = try await hub.changes(for: other, cursor: nil, wait: 0)
            try await office.fill(pages: 2)
            _ = try await hub.changes(for: one, cursor: nil, wait: 0)
            #expect(hub.copies == 1)
            let refused = await #expect(throws: Problem.self) {
                try await hub.changes(for: other, cursor: nil, wait: 0)
            }
            #expect(refused == .copiesBusy)
            _ = try await hub.changes(for: one, cursor: nil, wait: 0)
            office.clock.advance(by: .seconds(16))
            _ = try await hub.changes(for: other, cursor: nil, wait: 0)
            #expect(office.metrics.reading.rejections["copies_busy"] == 1)
        }
    }
}

extension SharedTests {
    @Test("a device that was revoked while it stood in line gets no page", .timeLimit(.minutes(1)))
    func revokedInLine() async throws {
        try await Office.with { office in
            try await office.fill(pages: 2)
            let standing = AsyncStream<Void>.makeStream()
            let usual = office.clock.hubClock
            let clock = HubClock(now: usual.now, elapsed: usual.elapsed) { _ in
                standing.continuation.yield()
                let endless = AsyncStream<Void>.makeStream()
                for await _ in endless.stream {}
            }
            let hub = try await ChangeService(
                store: office.store,
                clock: clock,
                metrics: office.metrics,
                logger: .silent,
                copies: 1
            )
            let (one, other) = (try await office.enroll(1), try await office.enroll(2))
            var page = try await hub.changes(for: one, cursor: nil, wait: 0).checkpoint
            let waiting = Task { try await hub.changes(for: other, cursor: nil, wait: 0) }
            for await _ in standing.stream { break }
            #expect(try await office.store.revoke(other.id, now: clock.now()))
            while page.more {
                page = try await hub.changes(for: one, cursor: page.checkpoint, wait: 0).checkpoint
            }
            let problem = await #expect(throws: Problem.self) { _ = try await waiting.value }
            #expect(problem == .deviceRevoked)
            #expect(hub.copies == 0, "its place is free again")
        }
    }
}

extension Office {
    /// The bodies of terminals that all wait while something is done.
    fileprivate func changes(
        _ terminals: [(device: Device, cursor: String)],
        _ happening: () async throws -> Void
    ) async throws -> [ChangesBody] {
        try await withThrowingTaskGroup(of: (Int, ChangesBody).self) { group in
            for (index, terminal) in terminals.enumerated() {
                group.addTask {
                    let body = try await self.hub.changes(
                        for: terminal.device,
                        cursor: terminal.cursor,
                        wait: 25
                    )
                    return (index, body)
                }
            }
            try await untilListeners(terminals.count)
            try await happening()
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }
                .map(\.value)
        }
    }
}
