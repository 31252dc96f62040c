import Foundation
import Link
import Model
import Testing
import Wire

/// What the client makes of an answer to mutations.
struct SendTests {
    @Test("an answer of fewer results is taken, one for other mutations or of no hub is not")
    func answers() async throws {
        let batch = (1...2).map(Self.mutation)
        let results = batch.map { MutationResult(id: $0.id, number: $0.number, outcome: .applied) }
        let half = MutationsResponse(results: [results[0]], acked: 1)
        let swapped = MutationsResponse(results: results.reversed(), acked: 2)
        let many = MutationsResponse(results: results + results, acked: 2)
        let bodies = [half, swapped, many].map { WireJSON.encode($0) } + [Array("<html>".utf8)]
        try await Self.withServer(bodies) { client in
            let request = MutationsRequest(mutations: batch)
            let answer = try await client.send(request)
            #expect(answer == half)
            for _ in 1..<bodies.count {
                let trouble = await #expect(throws: CallTrouble.self) {
                    try await client.send(request)
                }
                #expect(trouble == .notAHub)
            }
        }
    }

    @Test("an answer that is cut or beyond its limit is none")
    func limits() async throws {
        let empty = WireJSON.encode(MutationsResponse(results: [], acked: 0))
        let endless = empty + [UInt8](repeating: 32, count: WireLimits.mutationsAnswer)
        try await Self.withServer([empty.dropLast() + [], endless], claims: empty.count) { client in
            for _ in 0..<2 {
                let trouble = await #expect(throws: CallTrouble.self) {
                    try await client.send(MutationsRequest(mutations: []))
                }
                #expect(trouble == .unreachable)
            }
        }
    }

    /// Answers each call with the next body; `claims` is a length that a shorter body belies.
    private static func withServer(
        _ bodies: [[UInt8]],
        claims: Int = 0,
        _ body: (HubClient) async throws -> Void
    ) async throws {
        let answers = bodies.map { body in
            let head = """
                HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\
                Content-Length: \(max(body.count, claims))\r\n\r\n
                """
            return RawServer.Answer(pieces: [Array(head.utf8) + body])
        }
        let server = try RawServer(answers)
        defer { server.stop() }
        let address = try HubAddress("http://127.0.0.1:\(server.port)")
        let client = HubClient(address: address, token: "token")
        do {
            try await body(client)
        } catch {
            await client.shutdown()
            throw error
        }
        await client.shutdown()
    }

    private static func mutation(_ number: Int) -> SentMutation {
        SentMutation(
            Mutation(
                id: MutationID(high: 1, low: UInt64(number)),
                number: Int64(number),
                madeAt: Timestamp(microseconds: 0),
                schema: SchemaFingerprint.current,
                intent: .takeOver(TakeOver(conversation: ConversationID(high: 1, low: 1)))
            )
        )
    }
}
