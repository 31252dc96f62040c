import GRDB
import Model

/// Walks every row that the scope in the temporary tables has, table by table in the catalogue's
/// order, in an order that needs no sorting and can be taken up again at any row.
///
/// Rows of companies and properties come by their owner and number; conversations by chatbot and
/// id, their messages and other rows along with them; visitors by id. So ids arrive nearly sorted,
/// which is the order that a replica loads fastest.
struct ScopeWalk {
    private let database: Database
    /// The owners whose rows are walked, in order.
    private let companies: [RowID]
    private let properties: [RowID]
    private let chatbots: [RowID]

    init(_ database: Database) throws {
        self.database = database
        companies = try Self.ids(database, "SELECT id FROM temp.scope_company ORDER BY id")
        properties = try Self.ids(database, "SELECT id FROM temp.scope_property ORDER BY id")
        chatbots = try Self.ids(
            database,
            """
            SELECT b.id FROM temp.scope_property AS s JOIN chatbot AS b ON b.property_id = s.id
            ORDER BY b.id
            """
        )
    }

    /// Calls `visit` with every row behind the place, until it returns false.
    ///
    /// Returns where to go on; nil at the end.
    func walk(
        from start: Place,
        _ visit: (RowEncoder, RawStatement) throws -> Bool
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
        _ visit: (RowEncoder, RawStatement) throws -> Bool
    ) throws -> Place? {
        let query = WalkQuery.all[place.table.number]
        let statement = try RawStatement(database, query.sql)
        defer { statement.reset() }
        for key in owners(query.owner, from: place.key) {
            let isFirst = key == place.key
            statement.reset()
            query.bind(
                statement,
                key: key,
                conversation: isFirst ? place.conversation : nil,
                seq: isFirst ? place.seq : 0
            )
            while try statement.step() {
                guard try visit(query.encoder, statement) else {
                    return query.place(of: statement, key: key)
                }
            }
        }
        return nil
    }

    private func owners(_ owner: WalkQuery.Owner, from key: RowID?) -> [RowID] {
        let all =
            switch owner {
            case .company: companies
            case .property: properties
            case .chatbot: chatbots
            case .nobody: [RowID(high: 0, low: 0)]
            }
        guard let key, owner != .nobody else { return all }
        return all.filter { key <= $0 }
    }

    private static func ids(_ database: Database, _ sql: String) throws -> [RowID] {
        let statement = try RawStatement(database, sql)
        defer { statement.reset() }
        var ids: [RowID] = []
        while try statement.step() {
            if let id = statement.id(0) { ids.append(id) }
        }
        return ids
    }
}
