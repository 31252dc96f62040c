import AsyncHTTPClient
import Foundation
import NIOHTTP1
package import Wire

/// Why a call that a person waits for failed.
package enum CallTrouble: Error, Hashable, Sendable {
    case unreachable
    /// Nobody vouches for what answers, by a certificate that is known here and valid now.
    case untrusted
    case notAHub
    case refused(Problem)
    /// The hub knows no ranges yet.
    case noRepair
}

extension CallTrouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable:
            "the hub does not answer; check the address, the network and that foyer-hub runs there"
        case .untrusted:
            """
            the hub's certificate is not one that this terminal trusts, or not valid now; check \
            this terminal's clock, and the authorities' file that the operator gave out
            """
        case .notAHub:
            "what answers there is not a Foyer hub; check the address"
        case .noRepair:
            "the hub is too old to help with a repair; ask the operator to update foyer-hub"
        case .refused(let problem):
            problem.remedy.map { "\(problem.title); \($0)" } ?? problem.title
        }
    }
}

extension HubClient {
    /// Makes this terminal a device of the agent whom the code was made for.
    package func enroll(_ request: EnrollRequest) async throws(CallTrouble) -> EnrollResponse {
        try await post(WireProtocol.Path.enroll, request, EnrollResponse.self)
    }

    /// The digest of everything in this device's scope.
    package func digest(_ request: DigestRequest) async throws(CallTrouble) -> DigestResponse {
        try await post(WireProtocol.Path.digest, request, DigestResponse.self)
    }

    /// Sends mutations in the order of their numbers; at most `WireLimits.mutations`, whose JSON is
    /// within `WireLimits.mutationsBody`.
    ///
    /// A call that failed may have been taken: the same mutations sent again are not done twice.
    package func send(
        _ mutations: MutationsRequest
    ) async throws(CallTrouble) -> MutationsResponse {
        precondition(mutations.mutations.count <= WireLimits.mutations, "a batch has a limit")
        let answer = try await post(
            WireProtocol.Path.mutations,
            mutations,
            MutationsResponse.self,
            limit: WireLimits.mutationsAnswer
        )
        let asked = mutations.mutations.prefix(answer.results.count)
        guard asked.map(\.id) == answer.results.map(\.id) else { throw .notAHub }
        return answer
    }

    /// In what the ranges of a request differ from what this terminal holds, as a body of changes;
    /// nil where something has changed since its cursor.
    package func repair(_ request: DigestRequest) async throws(CallTrouble) -> [UInt8]? {
        let answer = try await send(WireProtocol.Path.digest, request, WireLimits.changesBody)
        if answer.has(type: WireProtocol.changesType) { return answer.body }
        let other = try decode(answer, DigestResponse.self)
        // A hub of before repair says what it said before.
        guard !other.isAtCursor else { throw .noRepair }
        return nil
    }

    private func post<Answer: Decodable>(
        _ path: String,
        _ body: some Encodable & Sendable,
        _ type: Answer.Type,
        limit: Int = WireLimits.answer
    ) async throws(CallTrouble) -> Answer {
        try decode(try await send(path, body, limit), type)
    }

    /// The answer of a call that the hub did not refuse.
    private func send(
        _ path: String,
        _ body: some Encodable & Sendable,
        _ limit: Int
    ) async throws(CallTrouble) -> HubAnswer {
        let bytes = WireJSON.encode(body)
        var request = HTTPClientRequest(url: address.call(path))
        request.method = .POST
        request.headers.add(name: "Content-Type", value: WireProtocol.jsonType)
        request.body = .bytes(bytes)
        let answer = try await send(request, limit: limit, seconds: Self.silenceSeconds)
        count(sent: bytes.count, received: answer.body.count)
        guard answer.status == 200 else {
            guard let problem = answer.problem else { throw .notAHub }
            throw .refused(problem)
        }
        return answer
    }

    private func decode<Answer: Decodable>(
        _ answer: HubAnswer,
        _ type: Answer.Type
    ) throws(CallTrouble) -> Answer {
        guard answer.has(type: WireProtocol.jsonType),
            let value = try? WireJSON.decode(type, Data(answer.body))
        else { throw .notAHub }
        return value
    }
}
