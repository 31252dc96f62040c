import GRDB
package import Hub
import Model
import Wire

extension SQLiteHubStore {
    package func rangeDigest(
        _ request: RangeDigestQuery
    ) async throws(HubTrouble) -> RangeDigestAnswer {
        try await read { database in
            guard let isAtPosition = try Self.enter(database, request.digest) else {
                return .agentGone
            }
            let reader = RangeReader(database)
            return .parts(
                try request.ranges.map { try reader.digests(of: $0) },
                isAtPosition: isAtPosition
            )
        }
    }

    package func repair(_ request: RepairQuery) async throws(HubTrouble) -> RepairAnswer {
        try await read { database in
            guard let isAtPosition = try Self.enter(database, request.digest) else {
                return .agentGone
            }
            guard isAtPosition else { return .moved }
            let reader = RangeReader(database)
            var lines = RepairLines(limit: request.limit)
            for held in request.held where lines.isWhole {
                try reader.compare(held, into: &lines)
            }
            return .rows(lines.lines, isWhole: lines.isWhole)
        }
    }

    /// Fills the temporary tables with the agent's scope and returns whether nothing of it changed
    /// since the position; nil where there is no such agent.
    private static func enter(_ database: Database, _ request: DigestQuery) throws -> Bool? {
        guard let scope = try ScopeReader.scope(database, request.agent, request.now) else {
            return nil
        }
        try ScopeTables.fill(database, scope)
        return try request.scope == scope.fingerprint
            && DeltaReader.isUnchanged(database, since: request.position, scope)
    }
}
