import Hub
import Model

/// How the rows of one table are walked: a query of one owner's rows behind a place, in the order
/// of ids.
struct WalkQuery: Sendable {
    /// Whose rows the query is asked for, one after the other.
    enum Owner {
        case company, property, chatbot
        /// Visitors have none; they are asked for all chatbots at once.
        case nobody
    }

    /// By the table's number.
    static let all: [WalkQuery] = Table.allCases.map(WalkQuery.init)

    let owner: Owner
    let sql: String
    let encoder: RowEncoder
    private let table: Table
    private let isBelowConversations: Bool

    private init(_ table: Table) {
        self.table = table
        encoder = RowEncoder(table)
        let columns = RowEncoder.columns(table)
        let name = table.sqlName
        var isBelow = false
        switch Catalogue[table].scope {
        case .property:
            owner = .property
            sql = Self.owned(columns, name, "id")
        case .company(let column):
            owner = .company
            sql = Self.owned(columns, name, column)
        case .parent(let column, .property):
            owner = .property
            sql = Self.owned(columns, name, column)
        case .parent(let column, .chatbot):
            owner = .chatbot
            sql = Self.owned(columns, name, column)
        case .parent(let column, .tours):
            owner = .property
            sql = """
                SELECT \(columns), t.id FROM tours AS p JOIN \(name) AS t ON t.\(column) = p.id
                WHERE p.property_id = $1::uuid AND t.id > $2::uuid ORDER BY t.id
                """
        case .parent(let column, _):
            owner = .chatbot
            isBelow = true
            sql = """
                SELECT \(columns), t.id, c.id
                FROM conversation AS c JOIN \(name) AS t ON t.\(column) = c.id
                WHERE c.chatbot_id = $1::uuid AND c.id >= $3::uuid
                    AND (c.id > $3::uuid OR t.id > $2::uuid)
                ORDER BY c.id, t.id
                """
        case .referenced(_, let column):
            owner = .nobody
            sql = """
                SELECT \(columns), t.id FROM \(name) AS t
                WHERE t.id > $2::uuid AND t.id IN (
                    SELECT c.\(column) FROM conversation AS c
                    WHERE c.chatbot_id = ANY ($1::uuid[]))
                ORDER BY t.id
                """
        }
        isBelowConversations = isBelow
    }

    private static func owned(_ columns: String, _ name: String, _ owner: String) -> String {
        """
        SELECT \(columns), t.id FROM \(name) AS t
        WHERE t.\(owner) = $1::uuid AND t.id > $2::uuid ORDER BY t.id
        """
    }

    /// Asks for what is behind that place within the owner's rows.
    func parameters(owner: PostgresValue, from place: Place?) -> [PostgresValue] {
        let start = [owner, .start(place?.row)]
        return isBelowConversations ? start + [.start(place?.conversation)] : start
    }

    /// Where the row at hand is.
    func place(of rows: PostgresRows, _ row: Int, owner: RowID) -> Place {
        Place(
            table: table,
            owner: owner,
            conversation: isBelowConversations ? rows.id(row, encoder.count + 1) : nil,
            row: rows.id(row, encoder.count)
        )
    }
}
