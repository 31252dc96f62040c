import Hub
import Model
import Testing
import Wire

/// Waiting for a change.
@Suite struct WaitTests {
    @Test("a call that waits returns with the change, and only then", .timeLimit(.minutes(10)))
    func change() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            async let waiting = office.hub.changes(for: device, cursor: cursor, wait: 25)
            try await office.untilListeners(1)
            try await office.say(1, "Is it still free?")
            #expect(try await waiting.text.contains("Is it still free?"))
            #expect(office.hub.watch.listeners == 0)
        }
    }

    @Test("a change in nobody's scope here ends no wait; its time does", .timeLimit(.minutes(10)))
    func timeOut() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            async let waiting = office.hub.changes(for: device, cursor: cursor, wait: 25)
            try await office.untilListeners(1)
            try await office.store.apply([
                .insert(
                    TableRow(.company, ["id": .id(RowID(high: 9, low: 9)), "name": .text("X")])
                )
            ])
            try await office.untilListeners(1)
            office.clock.advance(by: .seconds(25))
            let body = try await waiting
            #expect(body.rows == 0)
            #expect(try await office.problem(device, body.checkpoint.checkpoint) == nil)
        }
    }

    @Test("failure 31: a device revoked in mid-wait is told so at once", .timeLimit(.minutes(10)))
    func revoked() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            async let waiting = office.hub.changes(for: device, cursor: cursor, wait: 25)
            try await office.untilListeners(1)
            let now = office.clock.hubClock.now()
            #expect(try await office.store.revoke(device.id, now: now))
            do throws(any Error) {
                _ = try await waiting
                Issue.record("a body for a revoked device")
            } catch {
                #expect(error as? Problem == .deviceRevoked)
            }
        }
    }

    @Test("failure 67: midnight ends an assignment in mid-wait", .timeLimit(.minutes(10)))
    func midnight() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            try await office.store.apply([
                .update(
                    .propertyManagerAssignment,
                    RowID(high: 30, low: 1),
                    ["end_date": .text("2026-11-24")]
                )
            ])
            let cursor = try await office.copy(device)
            async let waiting = office.hub.changes(for: device, cursor: cursor, wait: 25)
            try await office.untilListeners(1)
            office.clock.advance(by: .seconds(20 * 3_600))
            let body = try await waiting
            #expect(body.text.contains(#"{"leave":"00000000-0000-0002-0000-000000000000"}"#))
        }
    }

    @Test(
        "failure 24: the hub's clock set an hour back or on changes no order and ends no wait",
        .timeLimit(.minutes(10))
    )
    func clocks() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            var cursor = try await office.copy(device)
            for (number, hours) in [-1, 2, -1].enumerated() {
                let here = cursor
                async let waiting = office.hub.changes(for: device, cursor: here, wait: 25)
                try await office.untilListeners(1)
                office.clock.set(by: .seconds(3_600 * hours))
                try await office.say(UInt64(number), "Message \(number)")
                let body = try await waiting
                #expect(body.text.contains("Message \(number)"))
                #expect(body.rows == 1)
                cursor = try body.checkpoint.checkpoint
            }
        }
    }

    @Test("waits that began at other moments end together, none of them late")
    func together() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            var ends: Set<Duration> = []
            for _ in 0..<10 {
                let begun = office.clock.hubClock.elapsed()
                let outcome = try await office.hub.begin(for: device, cursor: cursor, wait: 25)
                guard case .waits(let call) = outcome else {
                    Issue.record("there is nothing to tell")
                    return
                }
                #expect(call.deadline <= begun + .seconds(25))
                #expect(call.deadline > begun + .seconds(24))
                ends.insert(call.deadline)
                office.clock.advance(by: .milliseconds(40))
            }
            #expect(ends.count <= 2)
        }
    }

    @Test(
        "a call that is parked is woken by a change before it was, and by none once it left",
        .timeLimit(.minutes(10))
    )
    func parked() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            let outcome = try await office.hub.begin(for: device, cursor: cursor, wait: 25)
            guard case .waits(let call) = outcome else {
                Issue.record("there is nothing to tell")
                return
            }
            // Between its look and its wait.
            try await office.say(1, "Is it still free?")
            let (wakes, wake) = AsyncStream.makeStream(of: HeadWatch.Wake.self)
            let left = office.hub.watch.park(seen: call.seen, deadline: call.deadline) { _ in
                Issue.record("nobody waits there any more")
            }
            office.hub.watch.leave(left)
            _ = office.hub.watch.park(seen: call.seen, deadline: call.deadline) { wake.yield($0) }
            for await reason in wakes {
                guard case .body(let body) = try await office.hub.resume(call, reason) else {
                    Issue.record("there is something to tell")
                    break
                }
                #expect(body.text.contains("Is it still free?"))
                break
            }
        }
    }

    @Test("who is cancelled, or waits when the hub ends, waits no more", .timeLimit(.minutes(10)))
    func ended() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            let cancelled = Task {
                try await office.hub.changes(for: device, cursor: cursor, wait: 25)
            }
            try await office.untilListeners(1)
            cancelled.cancel()
            _ = await cancelled.result
            #expect(office.hub.watch.listeners == 0)
            async let waiting = office.hub.changes(for: device, cursor: cursor, wait: 25)
            try await office.untilListeners(1)
            office.hub.watch.end()
            #expect(try await waiting.rows == 0)
        }
    }
}

extension Office {
    /// Returns when so many wait; the test's time limit ends it where they never do.
    func untilListeners(_ count: Int) async throws {
        while hub.watch.listeners != count { try await Task.sleep(for: .milliseconds(1)) }
    }
}
