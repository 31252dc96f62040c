import Foundation
import Hub
import Model
import Testing
import Wire

/// Cursors that the hub takes, and those that it does not.
@Suite struct CursorTests {
    @Test("failure 17: a cursor forged, cut, of another agent or device is refused")
    func foreign() async throws {
        try await Office.with { office in
            let (mine, other, colleague) = (
                try await office.enroll(1), try await office.enroll(1), try await office.enroll(2)
            )
            let cursor = try await office.copy(mine)
            #expect(try await office.problem(mine, cursor) == nil)
            #expect(try await office.problem(other, cursor) == .cursorForeign)
            #expect(try await office.problem(colleague, cursor) == .cursorForeign)
            for count in stride(from: 0, to: cursor.count, by: 7) {
                let cut = String(cursor.prefix(count))
                #expect(try await office.problem(mine, cut) == .cursorForeign, "\(count)")
            }
            let long = String(repeating: "x", count: WireLimits.cursor + 1)
            for nonsense in ["", ".", "a.b", "💥", long, cursor + "." + cursor] {
                #expect(try await office.problem(mine, nonsense) == .cursorForeign)
            }
        }
    }

    @Test("failure 17: a cursor with another payload under the same seal is refused")
    func forged() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            let parts = cursor.split(separator: ".")
            let body = try #require(Base64URL.decode(parts[0]))
            let later = String(decoding: body, as: UTF8.self)
                .replacing("\"position\":\"", with: "\"position\":\"1")
            let forged = Base64URL.encode(Array(later.utf8)) + "." + parts[1]
            #expect(try await office.problem(device, forged) == .cursorForeign)
        }
    }

    @Test("failure 27: a page that is read anew gives another cursor once anything has changed")
    func staleEnd() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            _ = try await office.copy(device)
            let now = office.clock.hubClock.now()
            let request = SnapshotRequest(agent: device.agent, now: now, limit: 1)
            guard case .page(let page) = try await office.store.snapshotPage(request) else {
                Issue.record("there is no page")
                return
            }
            let identity = try await office.store.identity()
            let cursor = CursorSeal(secret: identity.cursorSecret).seal(
                CursorPayload(
                    agent: device.agent,
                    device: device.id,
                    incarnation: identity.incarnation,
                    schema: SchemaFingerprint.current,
                    scope: page.scope.fingerprint,
                    position: page.position,
                    place: page.next
                )
            )
            func next() async throws -> String {
                let bytes = try await office.hub.changes(for: device, cursor: cursor, wait: 0).bytes
                return try bytes.withUnsafeBytes { try BodyReader.checkpoint(of: $0).checkpoint }
            }
            let first = try await next()
            #expect(try await next() == first)
            try await office.say(1)
            #expect(try await next() != first, "a kept difference would end at an older state")
        }
    }

    @Test("failures 14 and 16: a cursor of another database, schema or a place ahead is gone")
    func elsewhere() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            _ = try await office.copy(device)
            let identity = try await office.store.identity()
            let seal = CursorSeal(secret: identity.cursorSecret)
            let now = office.clock.hubClock.now()
            let scope = try #require(try await office.store.scope(of: device.agent, now: now))
            let good = CursorPayload(
                agent: device.agent,
                device: device.id,
                incarnation: identity.incarnation,
                schema: SchemaFingerprint.current,
                scope: scope.fingerprint,
                position: "0:",
                place: nil
            )
            #expect(try await office.problem(device, seal.seal(good)) == nil)
            var changes: [(inout CursorPayload) -> Void] = []
            changes.append { $0.incarnation = "another" }
            changes.append { $0.schema = "another" }
            changes.append { $0.scope = "another" }
            changes.append { $0.position = "999999:" }
            changes.append { $0.position = "-1" }
            changes.append { $0.place = "nonsense" }
            for (index, change) in changes.enumerated() {
                var cursor = good
                change(&cursor)
                let problem = try await office.problem(device, seal.seal(cursor))
                #expect(problem == .cursorGone, "\(index)")
            }
        }
    }

    @Test("failure 18: a cursor older than what is kept is gone")
    func old() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let cursor = try await office.copy(device)
            try await office.say(1)
            let newer = try await office.copy(device)
            try await office.store.prune(before: Timestamp(microseconds: 4_000_000_000_000_000))
            #expect(try await office.problem(device, cursor) == .cursorGone)
            #expect(try await office.problem(device, newer) == nil)
        }
    }

    @Test("failure 19: the log pruned between two pages ends the copy, not the terminal")
    func prunedInCopy() async throws {
        try await Office.with { office in
            let device = try await office.enroll(1)
            let page = try await office.hub.changes(for: device, cursor: nil, wait: 0).checkpoint
            #expect(page.more)
            try await office.say(1)
            try await office.store.prune(before: Timestamp(microseconds: 4_000_000_000_000_000))
            #expect(try await office.problem(device, page.checkpoint) == .cursorGone)
            let cursor = try await office.copy(device)
            #expect(try await office.problem(device, cursor) == nil)
        }
    }
}
