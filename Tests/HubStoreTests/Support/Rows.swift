import Hub
import Model

/// An id for a test: the same number is another id in another table.
func rowID(_ table: Table, _ number: Int) -> RowID {
    // Spread, so that the order of ids is not the order of inserts.
    let mixed = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    return RowID(high: mixed ^ UInt64(table.number), low: UInt64(number))
}

func agentID(_ number: Int) -> AgentID { rowID(.propertyManager, number).cast() }

/// Rows with as little in them as the schema allows.
extension TableRow {
    static func company(_ number: Int, key: String? = nil) -> TableRow {
        TableRow(
            .company,
            [
                "id": .id(rowID(.company, number)), "name": .text("Company \(number)"),
                "openai_api_key": .text(key),
            ]
        )
    }

    static func property(_ number: Int, company: Int = 1, state: String = "CA") -> TableRow {
        TableRow(
            .property,
            [
                "id": .id(rowID(.property, number)), "company_id": .id(rowID(.company, company)),
                "name": .text("Property \(number)"), "address": .text("1 Street"),
                "city": .text("City"), "state": .text(state), "zip_code": .text("00000"),
            ]
        )
    }

    static func agent(_ number: Int, company: Int = 1) -> TableRow {
        TableRow(
            .propertyManager,
            [
                "id": .id(rowID(.propertyManager, number)),
                "company_id": .id(rowID(.company, company)),
                "first_name": .text("Agent"), "last_name": .text("\(number)"),
                "email": .text("Agent.\(number)@Homes.example"), "phone": .text("\(number)"),
                "access_level": .text("write"),
            ]
        )
    }

    static func assignment(
        _ number: Int,
        agent: Int,
        property: Int,
        from start: String = "2026-01-01",
        to end: String? = nil
    ) -> TableRow {
        TableRow(
            .propertyManagerAssignment,
            [
                "id": .id(rowID(.propertyManagerAssignment, number)),
                "property_id": .id(rowID(.property, property)),
                "property_manager_id": .id(rowID(.propertyManager, agent)),
                "start_date": .text(start), "end_date": .text(end),
            ]
        )
    }

    static func chatbot(_ number: Int, property: Int?) -> TableRow {
        TableRow(
            .chatbot,
            [
                "id": .id(rowID(.chatbot, number)), "name": .text("Bot"),
                "property_id": .id(property.map { rowID(.property, $0) }),
            ]
        )
    }

    static func visitor(_ number: Int) -> TableRow {
        TableRow(
            .user,
            ["id": .id(rowID(.user, number)), "email": .text("visitor\(number)@mail.example")]
        )
    }

    static func conversation(_ number: Int, chatbot: Int?, visitor: Int? = nil) -> TableRow {
        TableRow(
            .conversation,
            [
                "id": .id(rowID(.conversation, number)), "status": .text("active"),
                "chatbot_id": .id(chatbot.map { rowID(.chatbot, $0) }),
                "user_id": .id(visitor.map { rowID(.user, $0) }),
            ]
        )
    }

    static func message(_ number: Int, conversation: Int?, _ text: String = "Hello") -> TableRow {
        TableRow(
            .message,
            [
                "id": .id(rowID(.message, number)), "sender_type": .text("user"),
                "conversation_id": .id(conversation.map { rowID(.conversation, $0) }),
                "message_text": .text(text),
            ]
        )
    }

    static func tour(_ number: Int, property: Int, conversation: Int? = nil) -> TableRow {
        TableRow(
            .tours,
            [
                "id": .id(rowID(.tours, number)), "property_id": .id(rowID(.property, property)),
                "conversation_id": .id(conversation.map { rowID(.conversation, $0) }),
                "prospect_name": .text("Ann"),
                "tour_datetime": .text("2026-11-24T18:00:00.000000Z"),
            ]
        )
    }
}

extension HubStore {
    func insert(_ rows: [TableRow]) async throws(HubTrouble) {
        try await apply(rows.map { StoreChange.insert($0) })
    }
}
