import Foundation
import Hub
import HubServer
import Model
import NIOHTTP1
import Testing
import Wire

/// The calls of the hub over real HTTP.
@Suite struct RouteTests {
    @Test("a terminal enrols, fetches everything, and the digest says it is equal")
    func day() async throws {
        try await LiveHub.with { hub in
            let enrolled = try await hub.enroll()
            try await hub.say(1, "Is the two bedroom still free?")
            let first = try await hub.changes(enrolled.token)
            #expect(first.status == 200)
            #expect(first.headers.first(name: "content-type") == WireProtocol.changesType)
            #expect(first.headers.first(name: "cache-control") == "no-store")
            #expect(first.headers.first(name: WireProtocol.versionHeader) == "1")
            #expect(first.text.contains("Is the two bedroom still free?"))
            #expect(!first.text.contains("canary"))
            let cursor = try await hub.copy(enrolled.token)
            let digest = try await hub.digest(enrolled.token, cursor)
            #expect(digest.isAtCursor)
            #expect(digest.tables["message"]?.rows == 1)
            try await hub.say(2, "Hello?")
            #expect(try await !hub.digest(enrolled.token, cursor).isAtCursor)
            let difference = try await hub.changes(enrolled.token, cursor)
            #expect(difference.text.contains("Hello?"))
            #expect(!difference.text.contains("two bedroom"))
        }
    }

    @Test("a call without a token, or with another's, is told so")
    func unauthorized() async throws {
        try await LiveHub.with { hub in
            let path = WireProtocol.Path.changes
            for fields in [
                [:], ["Authorization": "Bearer nonsense"], ["Authorization": "Basic eDp5"],
            ] {
                let answer = try await hub.call(.GET, path, headers: fields)
                #expect(answer.status == 401)
                #expect(answer.headers.first(name: "www-authenticate") == "Bearer")
                #expect(try answer.problem.code == .tokenUnknown)
            }
            let enrolled = try await hub.enroll()
            #expect(try await hub.store.revoke(enrolled.device, now: Timestamp(Date())))
            #expect(try await hub.changes(enrolled.token).problem == .deviceRevoked)
        }
    }

    @Test("an agent's tours are read with a feed's token, in the address, and nothing else is")
    func feed() async throws {
        try await LiveHub.with { hub in
            let agent = try #require(try await hub.store.agent(AgentID(high: 3, low: 1)))
            let made = try await TourFeed(store: hub.store, clock: .system, logger: .silent)
                .make(email: agent.email, name: "phone")
            let token = try #require(made?.text)
            let path = "\(WireProtocol.Path.tours)?token=\(token)"
            let answer = try await hub.call(
                .GET,
                path,
                headers: [WireProtocol.versionHeader: ""]
            )
            #expect(answer.status == 200)
            #expect(answer.headers.first(name: "content-type") == TourCalendar.type)
            #expect(answer.headers.first(name: "cache-control") == "no-store")
            #expect(answer.text.hasPrefix("BEGIN:VCALENDAR\r\n"))
            #expect(try await hub.call(.GET, WireProtocol.Path.tours, token: token).status == 200)
            #expect(try await hub.call(.POST, path, body: []).status == 405)
            #expect(try await hub.changes(token).problem == .tokenUnknown)
            let enrolled = try await hub.enroll()
            let foreign = "\(WireProtocol.Path.tours)?token=\(enrolled.token)"
            #expect(try await hub.call(.GET, foreign).problem == .tokenUnknown)
            #expect(try await hub.call(.GET, WireProtocol.Path.tours).status == 401)
            let device = try #require(
                try await hub.store.devices().first { $0.kind == .calendar }
            )
            #expect(try await hub.store.revoke(device.id, now: Timestamp(Date())))
            #expect(try await hub.call(.GET, path).problem == .deviceRevoked)
        }
    }

    @Test("failures 16 and 17: a cursor that is foreign or of no use says which")
    func cursors() async throws {
        try await LiveHub.with { hub in
            let (mine, other) = (try await hub.enroll(1), try await hub.enroll(2))
            let cursor = try await hub.copy(mine.token)
            let foreign = try await hub.changes(other.token, cursor)
            #expect(try foreign.problem == .cursorForeign)
            #expect(try await hub.changes(mine.token, "nonsense").problem == .cursorForeign)
            try await hub.say(1, "Hello")
            try await hub.store.prune(before: Timestamp(microseconds: 4_000_000_000_000_000))
            let gone = try await hub.changes(mine.token, cursor)
            #expect(gone.status == 410)
            #expect(try gone.problem == .cursorGone)
        }
    }

    @Test("what is no call of the protocol is refused with a way out")
    func refusals() async throws {
        try await LiveHub.with { hub in
            let (enroll, changes) = (WireProtocol.Path.enroll, WireProtocol.Path.changes)
            let version = WireProtocol.versionHeader
            let large = [UInt8](repeating: 32, count: WireLimits.requestBody + 1)
            let deep = Array(String(repeating: "[", count: 5_000).utf8)
            let cases: [(Int, HTTPMethod, String, [String: String], [UInt8]?)] = [
                (404, .GET, "/", [:], nil), (404, .GET, "/v1/enroll/", [:], nil),
                (405, .GET, enroll, [:], nil), (405, .POST, changes, [:], Array("{}".utf8)),
                (400, .GET, changes, [version: ""], nil), (426, .GET, changes, [version: "2"], nil),
                (413, .POST, enroll, [:], large), (400, .POST, enroll, [:], deep),
                (400, .POST, enroll, [:], Array("{}".utf8)), (400, .POST, enroll, [:], []),
                (415, .POST, enroll, ["Content-Type": "text/plain"], Array("{}".utf8)),
                (415, .POST, enroll, ["Content-Encoding": "gzip"], Array("{}".utf8)),
            ]
            for (index, (status, method, path, headers, body)) in cases.enumerated() {
                let answer = try await hub.call(method, path, headers: headers, body: body)
                #expect(answer.status == status, "case \(index)")
                #expect(try !answer.problem.title.isEmpty)
            }
            let fields = ["X-Large": String(repeating: "x", count: 20_000)]
            let largeHeader = try await hub.call(.GET, changes, headers: fields)
            #expect(largeHeader.status == 400)
            let token = try await hub.enroll().token
            let answer = try await hub.call(.GET, changes + "?wait=soon", token: token)
            #expect(answer.status == 400)
        }
    }

    @Test("whoever guesses codes, or calls without end, is told to slow down")
    func limits() async throws {
        // No time passes, so that a slow machine gives nothing back.
        let system = HubClock.system
        let clock = HubClock(now: system.now, elapsed: { .zero }, sleep: system.sleep)
        try await LiveHub.with(clock: clock) { hub in
            let enrolled = try await hub.enroll()
            let body = WireJSON.encode(EnrollRequest(code: "22222222", deviceName: "desk"))
            var answers: [Answer] = []
            for _ in 0..<10 {
                answers.append(try await hub.call(.POST, WireProtocol.Path.enroll, body: body))
            }
            #expect(answers.map(\.status) == Array(repeating: 403, count: 9) + [429])
            let last = try #require(answers.last)
            #expect(try last.problem == .slowDown)
            let pause = last.headers.first(name: "retry-after").flatMap { Int($0) }
            #expect((1...7).contains(pause ?? 0))
            var statuses: Set<Int> = []
            for _ in 0...200 where !statuses.contains(429) {
                statuses.insert(try await hub.changes(enrolled.token, "x").status)
            }
            #expect(statuses == [403, 429])
        }
    }

    @Test("the operator sees that the hub lives, is ready, and what it did")
    func metrics() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            _ = try await hub.copy(token)
            _ = try await hub.changes("nonsense")
            let live = try await hub.call(.GET, WireProtocol.Path.live, headers: [:])
            #expect(live.text == #"{"status":"ok"}"#)
            #expect(try await hub.call(.GET, WireProtocol.Path.ready).status == 200)
            let page = try await hub.call(.GET, WireProtocol.Path.metrics)
            #expect(page.headers.first(name: "content-type")?.hasPrefix("text/plain") == true)
            for line in [
                #"foyer_answers_total{route="enroll",status="200"} 1"#,
                #"foyer_answers_total{route="changes",status="401"} 1"#,
                #"foyer_rejections_total{reason="token_unknown"} 1"#,
                "foyer_listeners 0", "foyer_delta_seconds_count 1", "foyer_rows_sent_total 8",
            ] { #expect(page.text.contains("\n\(line)\n"), "\(line)") }
        }
    }
}

extension LiveHub {
    func digest(_ token: String, _ cursor: String) async throws -> DigestResponse {
        let body = WireJSON.encode(DigestRequest(cursor: cursor))
        let answer = try await call(.POST, WireProtocol.Path.digest, token: token, body: body)
        return try WireJSON.decode(DigestResponse.self, Data(answer.body))
    }
}
