import Hub
import Model
import Wire

/// Walks every row that a scope has, table by table in the catalogue's order and then by id, so
/// that it can be taken up again at any row.
///
/// Rows come through cursors of the transaction at hand, so memory is bounded however many there
/// are.
struct ScopeWalk {
    private let connection: PostgresConnection
    private let scope: Scope
    private let chatbots: [RowID]

    /// Prepares the transaction at hand: every row that is asked for is read, a page anywhere on
    /// the disk is reckoned not much dearer than the next one, or each page of a copy would sort
    /// all that is behind it, and no join reads either side from its beginning: near its end each
    /// page of a thin table was found by a hash of all of it, 140 ms where others take 50.
    init(_ connection: PostgresConnection, _ scope: Scope) throws {
        self.connection = connection
        self.scope = scope
        try connection.script(
            """
            SET LOCAL cursor_tuple_fraction = 1;
            SET LOCAL random_page_cost = 1.1;
            SET LOCAL enable_mergejoin = off;
            SET LOCAL enable_hashjoin = off;
            """
        )
        let rows = try connection.run(
            "SELECT id FROM chatbot WHERE property_id = ANY ($1::uuid[])",
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
        from start: Place,
        _ limit: Int
    ) throws -> Place? {
        let query = WalkQuery.all[start.table.number]
        let owners = owners(query.owners)
        var place: Place? = start
        while let current = place {
            try connection.declare("walk", query.sql, query.parameters(owners, from: current))
            let (stop, last) = try writeRows(of: query, to: &lines, limit)
            if let stop { return stop }
            try connection.script("CLOSE walk")
            place = last
        }
        return nil
    }

    /// The server reads the next rows while these are written, except where they would come for
    /// nothing as the page is nearly full.
    ///
    /// Returns where to go on where the lines are full; else the last row where the query has no
    /// room for more.
    private func writeRows(
        of query: WalkQuery,
        to lines: inout LineWriter,
        _ limit: Int
    ) throws -> (stop: Place?, last: Place?) {
        var rows = try connection.fetch(Self.batch, from: "walk")
        var (bytesOfLast, written) = (0, 0)
        while true {
            let begin = lines.bytes.count
            let isLast = rows.count < Self.batch
            let isAhead = !isLast && bytesOfLast > 0 && begin + 2 * bytesOfLast < limit
            let isSent = isAhead ? connection.ask(Self.batch, from: "walk") : nil
            let stop = write(rows, of: query, to: &lines, limit)
            let next = try isSent.map { try connection.fetched($0) }
            if let stop { return (stop, nil) }
            written += rows.count
            guard written < WalkQuery.limit else {
                return (nil, query.place(of: rows, rows.count - 1))
            }
            guard !isLast else { return (nil, nil) }
            bytesOfLast = lines.bytes.count - begin
            rows = try next ?? connection.fetch(Self.batch, from: "walk")
        }
    }

    /// Returns where to go on where the lines are full.
    private func write(
        _ rows: PostgresRows,
        of query: WalkQuery,
        to lines: inout LineWriter,
        _ limit: Int
    ) -> Place? {
        for row in 0..<rows.count {
            query.encoder.encode(rows, row, into: &lines)
            guard lines.bytes.count < limit else { return query.place(of: rows, row) }
        }
        return nil
    }

    /// Rows a fetch: some 200 kB of messages.
    private static let batch = 1_000

    private func owners(_ owners: WalkQuery.Owners) -> PostgresValue {
        switch owners {
        case .companies: .ids(scope.companies)
        case .properties: .ids(scope.properties)
        case .chatbots: .ids(chatbots)
        }
    }
}
