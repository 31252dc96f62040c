import Hub
import Model

/// How the rows of one table are walked: a query of the scope's rows behind a place, in the order
/// of ids, or of conversations and then ids.
///
/// It asks for no more rows than a page or two has: knowing that, the planner takes the order of an
/// index where the scope is much of the database, and sorts what the scope has where it is not.
struct WalkQuery: Sendable {
    /// Whose rows the query is asked for, all at once.
    enum Owners {
        case companies, properties, chatbots
    }

    /// By the table's number.
    static let all: [WalkQuery] = Table.allCases.map(WalkQuery.init)

    /// How many rows one query has at most.
    static let limit = 10_000

    let owners: Owners
    let sql: String
    let encoder: RowEncoder
    private let table: Table
    private let isByConversation: Bool

    private init(_ table: Table) {
        self.table = table
        encoder = RowEncoder(table)
        var isByConversation = false
        let source: String
        switch Catalogue[table].scope {
        case .property: (owners, source) = (.properties, Self.owned(table, "id"))
        case .company(let column): (owners, source) = (.companies, Self.owned(table, column))
        case .parent(let column, .property):
            (owners, source) = (.properties, Self.owned(table, column))
        case .parent(let column, .chatbot):
            (owners, source) = (.chatbots, Self.owned(table, column))
        case .parent(let column, .tours):
            (owners, source) = (.properties, Self.ofTours(table, column))
        case .parent(let column, _):
            (owners, source) = (.chatbots, Self.ofConversations(table, column))
            isByConversation = true
        case .referenced(_, let column):
            (owners, source) = (.chatbots, Self.referenced(table, column))
        }
        self.isByConversation = isByConversation
        let places = isByConversation ? "t.id, c.id" : "t.id"
        let order = isByConversation ? "c.id, t.id" : "t.id"
        sql = """
            SELECT \(RowEncoder.columns(table)), \(places) \(source)
            ORDER BY \(order) LIMIT \(Self.limit)
            """
    }

    private static func owned(_ table: Table, _ owner: String) -> String {
        """
        FROM \(table.sqlName) AS t
        WHERE t.\(owner) = ANY ($1::uuid[]) AND t.id > $2::uuid
        """
    }

    private static func ofTours(_ table: Table, _ column: String) -> String {
        """
        FROM tours AS p JOIN \(table.sqlName) AS t ON t.\(column) = p.id
        WHERE p.property_id = ANY ($1::uuid[]) AND t.id > $2::uuid
        """
    }

    /// The bound is said of one side of the join alone: said of both, the planner takes each for a
    /// filter of its own, expects a handful of rows where there are tens of thousands, and sorts
    /// them all for each page.
    private static func ofConversations(_ table: Table, _ column: String) -> String {
        """
        FROM conversation AS c JOIN \(table.sqlName) AS t ON t.\(column) = c.id
        WHERE c.chatbot_id = ANY ($1::uuid[])
            AND c.id >= $3::uuid AND (c.id > $3::uuid OR t.id > $2::uuid)
        """
    }

    private static func referenced(_ table: Table, _ column: String) -> String {
        """
        FROM \(table.sqlName) AS t
        WHERE t.id > $2::uuid AND t.id IN (
            SELECT c.\(column) FROM conversation AS c
            WHERE c.chatbot_id = ANY ($1::uuid[]))
        """
    }

    /// Asks for what is behind that place.
    func parameters(_ owners: PostgresValue, from place: Place) -> [PostgresValue] {
        let start = [owners, .start(place.row)]
        return isByConversation ? start + [.start(place.conversation)] : start
    }

    /// Where the row at hand is.
    func place(of rows: PostgresRows, _ row: Int) -> Place {
        Place(
            table: table,
            conversation: isByConversation ? rows.id(row, encoder.count + 1) : nil,
            row: rows.id(row, encoder.count)
        )
    }
}
