import Model
import Sync

typealias Table = Model.Table

/// A small company whose rows a test names and changes.
///
/// Ids are made from numbers: the same number of the same table is the same row.
enum Office {
    static let agent: AgentID = id(.propertyManager, 1)

    static func id<Kind>(_ table: Table, _ number: Int) -> Identifier<Kind> {
        Identifier(high: UInt64(table.number + 1) << 32, low: UInt64(number) &* 0x9E37_79B9_7F4A)
    }

    static func row(_ table: Table, _ number: Int, _ values: [String: FieldValue]) -> TableRow {
        var named = values
        named["id"] = .id(id(table, number) as RowID)
        return TableRow(table, named)
    }

    static func ref(_ table: Table, _ number: Int?) -> FieldValue {
        number.map { .id(id(table, $0) as RowID) } ?? .null
    }

    static func company() -> [TableRow] {
        [
            row(.company, 1, ["name": .text("Homes")]),
            row(
                .propertyManager,
                1,
                [
                    "company_id": ref(.company, 1), "first_name": .text("Dana"),
                    "last_name": .text("Whitfield"), "email": .text("dana@homes.example"),
                    "phone": .text("1"),
                ]
            ),
        ]
    }

    static func property(_ number: Int, name: String, state: String = "CA") -> [TableRow] {
        [
            row(
                .property,
                number,
                [
                    "company_id": ref(.company, 1), "name": .text(name), "address": .text("1 Main"),
                    "city": .text("Town"), "state": .text(state), "zip_code": .text("94100"),
                ]
            ),
            row(
                .chatbot,
                number,
                ["property_id": ref(.property, number), "name": .text("Bot")]
            ),
        ]
    }

    static func visitor(
        _ number: Int,
        first: String? = nil,
        last: String? = nil,
        email: String? = nil,
        browser: String? = nil
    ) -> TableRow {
        row(
            .user,
            number,
            [
                "first_name": .text(first), "last_name": .text(last), "email": .text(email),
                "browser_id": .text(browser),
            ]
        )
    }

    static func conversation(
        _ number: Int,
        chatbot: Int? = 1,
        visitor: Int? = nil,
        status: String? = "active",
        start: String = "2026-11-20T10:00:00Z",
        _ more: [String: FieldValue] = [:]
    ) -> TableRow {
        var values: [String: FieldValue] = [
            "chatbot_id": ref(.chatbot, chatbot), "user_id": ref(.user, visitor),
            "status": .text(status), "start_time": .instant(instant(start)),
        ]
        values.merge(more) { $1 }
        return row(.conversation, number, values)
    }

    static func message(
        _ number: Int,
        in conversation: Int,
        _ text: String,
        by sender: String = "user",
        at time: String? = "2026-11-20T10:01:00Z",
        type: String? = "text"
    ) -> TableRow {
        row(
            .message,
            number,
            [
                "conversation_id": ref(.conversation, conversation), "sender_type": .text(sender),
                "message_text": .text(text), "timestamp": .instant(time.map(instant)),
                "created_at": .instant(time.map(instant)), "message_type": .text(type),
            ]
        )
    }

    static func task(
        _ number: Int,
        property: Int = 1,
        conversation: Int?,
        _ question: String,
        answer: String? = nil,
        at time: String = "2026-11-20T10:02:00Z"
    ) -> TableRow {
        row(
            .tasks,
            number,
            [
                "property_id": ref(.property, property),
                "conversation_id": ref(.conversation, conversation), "question": .text(question),
                "answer": .text(answer), "status": .text(answer == nil ? "pending" : "answered"),
                "created_at": .instant(instant(time)),
            ]
        )
    }

    static func tour(
        _ number: Int,
        property: Int = 1,
        conversation: Int? = nil,
        manager: Int? = 1,
        at time: String,
        minutes: Int64 = 60,
        status: String = "scheduled"
    ) -> TableRow {
        row(
            .tours,
            number,
            [
                "property_id": ref(.property, property),
                "conversation_id": ref(.conversation, conversation),
                "property_manager_id": ref(.propertyManager, manager),
                "prospect_name": .text("Jordan P."), "tour_datetime": .instant(instant(time)),
                "duration_minutes": .integer(minutes), "tour_type": .text("in_person"),
                "status": .text(status), "created_at": .instant(instant("2026-11-20T10:03:00Z")),
            ]
        )
    }
}
