import Hub
import Model
import Wire

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

    /// Writes every row behind the place, until the lines have so many bytes.
    ///
    /// Returns where to go on; nil at the end.
    func write(
        to lines: inout LineWriter,
        from start: Place,
        limit: Int
    ) throws -> Place? {
        var place: Place? = start
        while let current = place {
            if let stop = try writeTable(to: &lines, from: current, limit) { return stop }
            place = current.nextTable
        }
        return nil
    }

    private func writeTable(
        to lines: inout LineWriter,
        from place: Place,
        _ limit: Int
    ) throws -> Place? {
        let query = WalkQuery.all[place.table.number]
        for owner in owners(query.owner, from: place.owner) {
            let parameters = query.parameters(
                owner: query.owner == .nobody ? .ids(chatbots) : .id(owner),
                from: owner == place.owner ? place : nil
            )
            try connection.declare("walk", query.sql, parameters)
            if let stop = try writeRows(of: query, owner, to: &lines, limit) { return stop }
            try connection.script("CLOSE walk")
        }
        return nil
    }

    /// The server reads the next rows while these are written, except where they would come for
    /// nothing as the page is nearly full.
    private func writeRows(
        of query: WalkQuery,
        _ owner: RowID,
        to lines: inout LineWriter,
        _ limit: Int
    ) throws -> Place? {
        var rows = try connection.fetch(Self.batch, from: "walk")
        var bytesOfLast = 0
        while true {
            let begin = lines.bytes.count
            let isLast = rows.count < Self.batch
            let isAhead = !isLast && bytesOfLast > 0 && begin + 2 * bytesOfLast < limit
            let isSent = isAhead ? connection.ask(Self.batch, from: "walk") : nil
            let stop = write(rows, of: query, owner, to: &lines, limit)
            let next = try isSent.map { try connection.fetched($0) }
            if stop != nil || isLast { return stop }
            bytesOfLast = lines.bytes.count - begin
            rows = try next ?? connection.fetch(Self.batch, from: "walk")
        }
    }

    /// Returns where to go on where the lines are full.
    private func write(
        _ rows: PostgresRows,
        of query: WalkQuery,
        _ owner: RowID,
        to lines: inout LineWriter,
        _ limit: Int
    ) -> Place? {
        for row in 0..<rows.count {
            query.encoder.encode(rows, row, into: &lines)
            guard lines.bytes.count < limit else { return query.place(of: rows, row, owner: owner) }
        }
        return nil
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
