import Hub
import Model

/// Walks every row that a scope has, table by table in the catalogue's order, owner by owner and
/// then by id, so that it can be taken up again at any row.
///
/// Rows come through cursors of the transaction at hand, so memory is bounded however many there
/// are.
struct ScopeWalk {
    private let connection: PostgresConnection
    private let scope: Scope
    private let chatbots: [RowID]

    init(_ connection: PostgresConnection, _ scope: Scope) throws {
        self.connection = connection
        self.scope = scope
        let rows = try connection.run(
            "SELECT id FROM chatbot WHERE property_id = ANY ($1::uuid[]) ORDER BY id",
            [.ids(scope.properties)]
        )
        chatbots = (0..<rows.count).compactMap { rows.id($0, 0) }
    }

    /// Calls `visit` with every row behind the place, until it returns false.
    ///
    /// Returns where to go on; nil at the end.
    func walk(
        from start: Place,
        _ visit: (RowEncoder, PostgresRows, Int) throws -> Bool
    ) throws -> Place? {
        var place: Place? = start
        while let current = place {
            if let stop = try walkTable(from: current, visit) { return stop }
            place = current.nextTable
        }
        return nil
    }

    private func walkTable(
        from place: Place,
        _ visit: (RowEncoder, PostgresRows, Int) throws -> Bool
    ) throws -> Place? {
        let query = WalkQuery.all[place.table.number]
        for owner in owners(query.owner, from: place.owner) {
            let parameters = query.parameters(
                owner: query.owner == .nobody ? .ids(chatbots) : .id(owner),
                from: owner == place.owner ? place : nil
            )
            try connection.declare("walk", query.sql, parameters)
            if let stop = try rows(of: query, owner, visit) { return stop }
            try connection.script("CLOSE walk")
        }
        return nil
    }

    private func rows(
        of query: WalkQuery,
        _ owner: RowID,
        _ visit: (RowEncoder, PostgresRows, Int) throws -> Bool
    ) throws -> Place? {
        while true {
            let rows = try connection.fetch(Self.batch, from: "walk")
            for row in 0..<rows.count {
                guard try visit(query.encoder, rows, row) else {
                    return query.place(of: rows, row, owner: owner)
                }
            }
            guard rows.count == Self.batch else { return nil }
        }
    }

    /// Rows a fetch: some 200 kB of messages.
    private static let batch = 1_000

    private func owners(_ owner: WalkQuery.Owner, from first: RowID?) -> [RowID] {
        let all: [RowID] =
            switch owner {
            case .company: scope.companies.map { $0.cast() }
            case .property: scope.properties.map { $0.cast() }
            case .chatbot: chatbots
            case .nobody: [RowID(high: 0, low: 0)]
            }
        guard let first, owner != .nobody else { return all }
        return all.filter { first <= $0 }
    }
}
