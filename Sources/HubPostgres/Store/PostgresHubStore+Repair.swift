package import Hub
import Model
import Wire

extension PostgresHubStore {
    package func rangeDigest(
        _ request: RangeDigestQuery
    ) async throws(HubTrouble) -> RangeDigestAnswer {
        try await read { try Self.rangeDigest($0, request) }
    }

    /// Within the transaction at hand.
    static func rangeDigest(
        _ connection: PostgresConnection,
        _ request: RangeDigestQuery
    ) throws -> RangeDigestAnswer {
        guard let (scope, isAtPosition) = try enter(connection, request.digest) else {
            return .agentGone
        }
        let reader = try RangeReader(connection, scope)
        return .parts(
            try request.ranges.map { try reader.digests(of: $0) },
            isAtPosition: isAtPosition
        )
    }

    package func repair(_ request: RepairQuery) async throws(HubTrouble) -> RepairAnswer {
        try await read { connection in
            guard let (scope, isAtPosition) = try Self.enter(connection, request.digest) else {
                return .agentGone
            }
            guard isAtPosition else { return .moved }
            let reader = try RangeReader(connection, scope)
            var lines = RepairLines(limit: request.limit)
            for held in request.held where lines.isWhole {
                try reader.compare(held, into: &lines)
            }
            return .rows(lines.lines, isWhole: lines.isWhole)
        }
    }

    /// The agent's scope, and whether nothing of it changed since the position; nil where there is
    /// no such agent.
    static func enter(
        _ connection: PostgresConnection,
        _ request: DigestQuery,
        _ moment: Moment? = nil
    ) throws -> (scope: Scope, isAtPosition: Bool)? {
        guard let scope = try ScopeReader.scope(connection, request.agent, request.now) else {
            return nil
        }
        let isAtPosition =
            try request.scope == scope.fingerprint
            && DeltaReader.isUnchanged(connection, since: request.position, scope, moment)
        return (scope, isAtPosition)
    }
}
