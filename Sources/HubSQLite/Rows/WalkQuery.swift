import Hub
import Model

/// How the rows of one table are walked: a query of one owner's rows behind a place.
struct WalkQuery {
    /// Whose rows the query is asked for, one after the other.
    enum Owner {
        case company, property, chatbot
        /// Visitors have none; they are walked by id.
        case nobody
    }

    /// Which parameters the query takes and which columns tell the place.
    private enum Shape {
        /// By number: parameters owner and number, last column the number.
        case numbered
        /// Conversations of a chatbot by id: parameters owner and id, last column the id.
        case conversations
        /// Rows of a chatbot's conversations: parameters owner, conversation and number, last
        /// columns the conversation and the number.
        case belowConversations
        /// Visitors by id: parameter and last column the id.
        case visitors
    }

    /// By the table's number.
    static let all: [WalkQuery] = Table.allCases.map(WalkQuery.init)

    let owner: Owner
    let sql: String
    let encoder: RowEncoder
    private let table: Table
    private let shape: Shape

    private init(_ table: Table) {
        self.table = table
        encoder = RowEncoder(table)
        let columns = RowEncoder.columns(table)
        let name = table.sqlName
        switch Catalogue[table].scope {
        case .property:
            (owner, shape) = (.property, .numbered)
            sql = Self.numbered(columns, name, "id")
        case .company(let column):
            (owner, shape) = (.company, .numbered)
            sql = Self.numbered(columns, name, column)
        case .parent(let column, .property):
            (owner, shape) = (.property, .numbered)
            sql = Self.numbered(columns, name, column)
        case .parent(let column, .chatbot):
            (owner, shape) = (.chatbot, .conversations)
            sql = """
                SELECT \(columns), t.id FROM \(name) AS t
                WHERE t.\(column) = ?1 AND t.id > ?2 ORDER BY t.id
                """
        case .parent(let column, .tours):
            (owner, shape) = (.property, .numbered)
            sql = """
                SELECT \(columns), t.seq
                FROM tours AS p CROSS JOIN \(name) AS t ON t.\(column) = p.id
                WHERE p.property_id = ?1 AND t.seq > ?2 ORDER BY t.seq
                """
        case .parent(let column, _):
            (owner, shape) = (.chatbot, .belowConversations)
            sql = """
                SELECT \(columns), c.id, t.seq
                FROM conversation AS c CROSS JOIN \(name) AS t ON t.\(column) = c.id
                WHERE c.chatbot_id = ?1 AND c.id >= ?2 AND (c.id > ?2 OR t.seq > ?3)
                ORDER BY c.id, t.seq
                """
        case .referenced:
            (owner, shape) = (.nobody, .visitors)
            sql = """
                SELECT \(columns), t.id FROM \(name) AS t
                WHERE t.id > ?1 AND \(ScopeTables.isVisible(Catalogue[table], "t")) ORDER BY t.id
                """
        }
    }

    private static func numbered(_ columns: String, _ name: String, _ owner: String) -> String {
        """
        SELECT \(columns), t.seq FROM \(name) AS t
        WHERE t.\(owner) = ?1 AND t.seq > ?2 ORDER BY t.seq
        """
    }

    /// Asks for what is behind that place within the owner's rows.
    func bind(_ statement: RawStatement, key: RowID, conversation: RowID?, seq: Int64) {
        switch shape {
        case .numbered:
            statement.bind(1, key)
            statement.bind(2, seq)
        case .conversations:
            statement.bind(1, key)
            statement.bind(2, conversation)
        case .belowConversations:
            statement.bind(1, key)
            statement.bind(2, conversation)
            statement.bind(3, seq)
        case .visitors:
            statement.bind(1, conversation)
        }
    }

    /// Where the row at hand is.
    func place(of row: RawStatement, key: RowID) -> Place {
        let next = encoder.count
        switch shape {
        case .numbered:
            return Place(table: table, key: key, conversation: nil, seq: row.integer(next))
        case .conversations, .visitors:
            return Place(table: table, key: key, conversation: row.id(next), seq: 0)
        case .belowConversations:
            return Place(
                table: table,
                key: key,
                conversation: row.id(next),
                seq: row.integer(next + 1)
            )
        }
    }
}
