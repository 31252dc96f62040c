import GRDB
package import Hub

extension SQLiteHubStore {
    package func delta(_ request: DeltaRequest) async throws(HubTrouble) -> DeltaAnswer {
        try await read { database in
            guard let scope = try ScopeReader.scope(database, request.agent, request.now) else {
                return .agentGone
            }
            guard
                let previous = request.scope == scope.fingerprint
                    ? scope : try ScopeReader.remembered(database, request.scope),
                previous.companies == scope.companies
            else { return .gone(.otherScope) }
            guard let position = LogPosition(request.position) else { return .gone(.elsewhere) }
            if let end = try position.end(database) { return .gone(end) }
            try ScopeTables.fill(database, scope)
            var reader = DeltaReader(database, previous: previous, scope: scope)
            guard let lines = try reader.lines(since: position, limit: request.limit) else {
                return .gone(.tooLarge)
            }
            return .delta(
                Delta(
                    lines: lines,
                    isEmpty: reader.isEmpty,
                    position: try LogPosition.newest(database).text,
                    scope: scope
                )
            )
        }
    }
}
