import Model

@testable import HubPostgres

/// A writer of the platform's that does everything to everybody's rows: random transactions, some
/// long, some rolled back, at any isolation level.
struct Vandal {
    private var chance: Chance
    /// How many of each of the fixed rows there are.
    static let properties = 10
    static let chatbots = 8
    static let agents = 6

    init(seed: UInt64) { chance = Chance(seed: seed) }

    /// Runs one transaction; one that the server refuses is rolled back, as a platform would.
    mutating func transaction(_ connection: PostgresConnection) {
        do {
            try connection.script("BEGIN ISOLATION LEVEL \(isolation)")
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                try connection.script(chance.happens(0.15) ? savepoint(depth: 0) : statement)
            }
            // What began first often commits last; some keep the others waiting for long.
            if chance.happens(0.05) { try connection.script("SELECT pg_sleep(0.05)") }
            if chance.happens(0.004) { try connection.script("SELECT pg_sleep(0.7)") }
            try connection.script(chance.happens(0.1) ? "ROLLBACK" : "COMMIT")
        } catch {
            try? connection.script("ROLLBACK")
        }
    }

    /// Something that may be undone within a transaction, with the same within it.
    private mutating func savepoint(depth: Int) -> String {
        let name = "s\(depth)"
        var parts = ["SAVEPOINT \(name)", statement]
        if depth < 3, chance.happens(0.4) { parts.append(savepoint(depth: depth + 1)) }
        if chance.happens(0.3) { parts.append(statement) }
        parts.append(chance.happens(0.5) ? "ROLLBACK TO \(name)" : "RELEASE \(name)")
        if chance.happens(0.3) { parts.append(statement) }
        return parts.joined(separator: "; ")
    }

    private var isolation: String {
        mutating get {
            switch Int.random(in: 0..<20, using: &chance) {
            case 0, 1: "REPEATABLE READ"
            case 2: "SERIALIZABLE"
            default: "READ COMMITTED"
            }
        }
    }

    private var statement: String {
        mutating get {
            switch Int.random(in: 0..<100, using: &chance) {
            case 0..<40: message
            case 40..<50: conversation
            case 50..<60: "UPDATE message SET message_text = \(word) WHERE id = \(any("message"))"
            case 60..<66: "DELETE FROM message WHERE id = \(any("message"))"
            case 66..<69: "DELETE FROM conversation WHERE id = \(any("conversation"))"
            case 69..<76: moveConversation
            case 76..<78: moveChatbot
            case 78..<83: "UPDATE \"user\" SET first_name = \(word) WHERE id = \(any("\"user\""))"
            case 83..<85: "DELETE FROM \"user\" WHERE id = \(any("\"user\""))"
            case 85..<92: tour
            case 92..<95: "DELETE FROM tours WHERE id = \(any("tours"))"
            case 95..<97: moveMessage
            default: assignment
            }
        }
    }

    private var word: String {
        mutating get { "'w\(UInt32.random(in: 0..<100_000, using: &chance))'" }
    }

    private var message: String {
        mutating get {
            """
            INSERT INTO message (conversation_id, message_text, sender_type, timestamp)
            VALUES (\(any("conversation")), \(word), 'user', now())
            """
        }
    }

    private var conversation: String {
        mutating get {
            """
            WITH v AS (INSERT INTO "user" (first_name) VALUES (\(word)) RETURNING id)
            INSERT INTO conversation (chatbot_id, user_id, status)
            VALUES (\(anyChatbot), (\(chance.happens(0.7) ? "SELECT id FROM v" : any("\"user\""))),
                'active')
            """
        }
    }

    private var moveConversation: String {
        mutating get {
            "UPDATE conversation SET chatbot_id = \(anyChatbot) WHERE id = \(any("conversation"))"
        }
    }

    private var moveMessage: String {
        """
        UPDATE message SET conversation_id = \(any("conversation"))
        WHERE id = \(any("message"))
        """
    }

    private var moveChatbot: String {
        mutating get {
            let property = Int.random(in: 1...Self.properties, using: &chance)
            return """
                UPDATE chatbot SET property_id = '\(rowID(.property, property).text)'
                WHERE id = \(anyChatbot)
                """
        }
    }

    private var tour: String {
        mutating get {
            let property = Int.random(in: 1...Self.properties, using: &chance)
            return """
                INSERT INTO tours (property_id, conversation_id, tour_datetime, prospect_name)
                VALUES ('\(rowID(.property, property).text)', \(any("conversation")), now(),
                    \(word))
                """
        }
    }

    /// An assignment that ends, or counts again.
    private var assignment: String {
        mutating get {
            """
            UPDATE property_manager_assignment
            SET end_date = CASE WHEN end_date IS NULL THEN date '2026-01-02' END
            WHERE id = \(any("property_manager_assignment"))
            """
        }
    }

    private var anyChatbot: String {
        mutating get {
            guard !chance.happens(0.03) else { return "NULL" }
            let number = Int.random(in: 1...Self.chatbots, using: &chance)
            return "'\(rowID(.chatbot, number).text)'"
        }
    }

    /// One of the table's rows; NULL where it has none.
    private func any(_ table: String) -> String {
        "(SELECT id FROM \(table) WHERE id >= gen_random_uuid() ORDER BY id LIMIT 1)"
    }
}
