import GRDB
package import Hub
import Model
import Wire

extension SQLiteHubStore {
    package func digest(_ request: DigestQuery) async throws(HubTrouble) -> DigestAnswer {
        try await read { database in
            guard let scope = try ScopeReader.scope(database, request.agent, request.now) else {
                return .agentGone
            }
            try ScopeTables.fill(database, scope)
            var digests = Dictionary(
                uniqueKeysWithValues: Table.allCases.map { ($0, TableDigest()) }
            )
            var row = CanonicalRow()
            _ = try ScopeWalk(database).walk(from: .start) { encoder, statement in
                encoder.encode(statement, into: &row)
                digests[encoder.table]?.add(row)
                return true
            }
            let isAtPosition =
                try request.scope == scope.fingerprint
                && DeltaReader.isUnchanged(database, since: request.position, scope)
            return .digest(digests, isAtPosition: isAtPosition)
        }
    }
}
