package import Hub
import Model
import Wire

extension PostgresHubStore {
    package func snapshotPage(
        _ request: SnapshotRequest
    ) async throws(HubTrouble) -> SnapshotAnswer {
        try await readAnywhere(from: nil) { connection, moment in
            guard let current = try ScopeReader.scope(connection, request.agent, request.now) else {
                return .agentGone
            }
            var place = Place.start
            var scope = current
            if let progress = request.progress {
                guard let start = Place(progress.place),
                    let begun = try ScopeReader.remembered(connection, progress.scope),
                    begun.isWithin(current)
                else { return .gone(.otherScope) }
                place = start
                scope = begun
            }
            var lines = LineWriter()
            let isFirst = request.progress == nil
            let rows = isFirst ? try RowEstimate.rows(connection, scope) : nil
            lines.begin(BeginLine(snapshot: true, rows: rows))
            let next = try ScopeWalk(connection, scope)
                .write(to: &lines, from: place, limit: request.limit)
            return .page(
                SnapshotPage(
                    lines: lines,
                    next: next?.text,
                    position: try (moment?.position ?? Position.current(connection)).text,
                    scope: current
                )
            )
        }
    }

    package func delta(_ request: DeltaRequest) async throws(HubTrouble) -> DeltaAnswer {
        try await readAnywhere(from: request.position) { try Self.delta($0, request, $1) }
    }

    /// Within the transaction at hand, which is a read replica's where a moment is given.
    static func delta(
        _ connection: PostgresConnection,
        _ request: DeltaRequest,
        _ moment: Moment? = nil
    ) throws -> DeltaAnswer {
        guard let scope = try ScopeReader.scope(connection, request.agent, request.now) else {
            return .agentGone
        }
        guard
            let previous = request.scope == scope.fingerprint
                ? scope : try ScopeReader.remembered(connection, request.scope),
            previous.companies == scope.companies
        else { return .gone(.otherScope) }
        guard let position = Position(request.position) else { return .gone(.elsewhere) }
        let now = try moment?.position ?? Position.current(connection)
        let end =
            try moment == nil
            ? position.end(connection, now: now) : position.logEnd(connection)
        if let end { return .gone(end) }
        var reader = DeltaReader(connection, previous: previous, scope: scope)
        guard let lines = try reader.lines(since: position, limit: request.limit) else {
            return .gone(.tooLarge)
        }
        return .delta(
            Delta(
                lines: lines,
                isEmpty: reader.isEmpty,
                position: now.text,
                scope: scope
            )
        )
    }

    package func digest(_ request: DigestQuery) async throws(HubTrouble) -> DigestAnswer {
        try await readAnywhere(from: request.position) { try Self.digest($0, request, $1) }
    }

    /// Within the transaction at hand, which is a read replica's where a moment is given.
    static func digest(
        _ connection: PostgresConnection,
        _ request: DigestQuery,
        _ moment: Moment? = nil
    ) throws -> DigestAnswer {
        guard let (scope, isAtPosition) = try enter(connection, request, moment) else {
            return .agentGone
        }
        let reader = try RangeReader(connection, scope)
        let digests = try Table.allCases.map { table in
            (table, try reader.digests(of: DividedRange(IDRange(table), bounds: []))[0])
        }
        return .digest(Dictionary(uniqueKeysWithValues: digests), isAtPosition: isAtPosition)
    }
}
