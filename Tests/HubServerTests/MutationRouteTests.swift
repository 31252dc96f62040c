import Foundation
import Hub
import HubServer
import Model
import NIOHTTP1
import Testing
import Wire

/// Mutations over real HTTP.
@Suite struct MutationRouteTests {
    @Test("a mutation that is sent twice is done once, and the next checkpoint has it")
    func twice() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let cursor = try await hub.copy(token)
            let body = WireJSON.encode(MutationsRequest(mutations: [Self.note(1, "Called")]))
            let path = WireProtocol.Path.mutations
            var answers: [MutationsResponse] = []
            for _ in 0..<2 {
                let answer = try await hub.call(.POST, path, token: token, body: body)
                #expect(answer.status == 200)
                answers.append(try WireJSON.decode(MutationsResponse.self, Data(answer.body)))
            }
            #expect(answers.map(\.acked) == [1, 1])
            #expect(answers.map { $0.results.first?.outcome } == [.applied, .applied])
            #expect(answers.map { $0.results.first?.isDuplicate } == [false, true])
            let difference = try await hub.changes(token, cursor)
            #expect(difference.text.contains("Called"))
            #expect(try difference.checkpoint.acked == 1)
            let page = try await hub.call(.GET, WireProtocol.Path.metrics).text
            let count = #"foyer_mutations_total{outcome="duplicate",kind="log_activity"} 1"#
            #expect(page.contains(count))
            #expect(!page.contains("Called"))
        }
    }

    @Test("a call that waits returns at once when a mutation of its own was refused")
    func waits() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let cursor = try await hub.copy(token)
            async let waiting = hub.changes(token, cursor, wait: 20)
            try await hub.untilListeners(1)
            let body = WireJSON.encode(MutationsRequest(mutations: [Self.note(1, " ")]))
            let path = WireProtocol.Path.mutations
            let answer = try await hub.call(.POST, path, token: token, body: body)
            #expect(answer.text.contains("rejected"))
            #expect(try await waiting.checkpoint.acked == 1)
        }
    }

    @Test("what cannot be read as mutations is refused, and a batch has its limits")
    func limits() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let path = WireProtocol.Path.mutations
            let deep = #"{"mutations":"# + String(repeating: "[", count: 5_000)
            for body in ["{}", deep, "nonsense"] {
                let answer = try await hub.call(.POST, path, token: token, body: Array(body.utf8))
                #expect(try answer.problem.code == .badRequest)
            }
            let many = (1...Int64(WireLimits.mutations + 1)).map { Self.note($0, "x") }
            let body = WireJSON.encode(MutationsRequest(mutations: many))
            #expect(body.count > WireLimits.requestBody / 2)
            let answer = try await hub.call(.POST, path, token: token, body: body)
            #expect(try answer.problem.code == .badRequest)
            let large = [UInt8](repeating: 32, count: WireLimits.mutationsBody + 1)
            let refused = try await hub.call(.POST, path, token: token, body: large)
            #expect(try refused.problem.code == .tooLarge)
            let stranger = try await hub.call(.POST, path, token: "nonsense", body: body)
            #expect(stranger.status == 401)
        }
    }

    @Test("a mutation of a kind that the hub does not know spoils no other")
    func newer() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let known = String(
                decoding: WireJSON.encode(MutationsRequest(mutations: [Self.note(2, "x")])),
                as: UTF8.self
            ).dropFirst(#"{"mutations":["#.count)
            let unknown = """
                {"id":"01990000-0000-7000-8000-000000000001","number":1,"schema":"s",\
                "madeAt":"2026-11-24T18:00:00.000000Z",\
                "intent":{"kind":"paint_lobby","arguments":{"colour":"red"}}}
                """
            let body = #"{"mutations":["# + unknown + "," + known
            let path = WireProtocol.Path.mutations
            let answer = try await hub.call(.POST, path, token: token, body: Array(body.utf8))
            let response = try WireJSON.decode(MutationsResponse.self, Data(answer.body))
            #expect(response.results.map(\.refusal?.code) == [.unknownKind, nil])
            #expect(response.acked == 2)
        }
    }

    private static func note(_ number: Int64, _ text: String) -> SentMutation {
        SentMutation(
            Mutation(
                id: MutationID(
                    high: 0x0199_0000_0000_7000,
                    low: 0x8000_0000_0000_0000 | UInt64(number)
                ),
                number: number,
                madeAt: Timestamp(Date()),
                schema: SchemaFingerprint.current,
                intent: .logActivity(
                    LogActivity(
                        conversation: ConversationID(high: 5, low: 0),
                        activity: .note,
                        note: text
                    )
                )
            )
        )
    }
}
