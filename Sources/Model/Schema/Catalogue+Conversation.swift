extension Catalogue {
    static let user = TableSchema(
        table: .user,
        columns: [
            .id,
            .varchar("first_name", 100),
            .varchar("last_name", 100),
            .varchar("email", 255),
            .varchar("phone", 20),
            .integer("age"),
            .varchar("lead_source", 100),
            .varchar("hubspot_contact_id", 100),
            .varchar("browser_id", 255),
            .integer("session_count", default: 1),
            .instant("last_seen"),
            .createdAt, .updatedAt,
        ],
        checks: [.notNegative("age")],
        uniques: [["email"], ["phone"]],
        indexes: [Index("idx_user_browser_id", "browser_id")],
        scope: .referenced(by: .conversation, column: "user_id")
    )

    static let conversation = TableSchema(
        table: .conversation,
        columns: [
            .id,
            .uuid("chatbot_id", .chatbot, .cascade),
            .uuid("user_id", .user, .setNull),
            .instant("start_time", default: .now),
            .instant("end_time"),
            .flag("is_qualified"),
            .flag("is_book_tour"),
            .varchar("tour_type", 50),
            Column("tour_datetime", .timestamp),
            .text("ai_intent_summary"),
            .varchar("apartment_size_preference", 50),
            Column("move_in_date", .date),
            Column("price_range_min", .decimal(precision: 10, scale: 2)),
            Column("price_range_max", .decimal(precision: 10, scale: 2)),
            .integer("occupants_count"),
            .flag("has_pets", default: nil),
            .json("pet_details"),
            .json("desired_features"),
            .varchar("work_location", 255),
            .text("reason_for_moving"),
            .flag("pre_qualified"),
            .varchar("source", 100),
            .varchar("status", 50, default: "chat_initiated"),
            .json("notification_status"),
            .integer("lead_score"),
            .createdAt, .updatedAt,
        ],
        checks: [
            .above("end_time", "start_time"),
            .notNegative("price_range_min"),
            .notBelow("price_range_max", "price_range_min"),
            .notNegative("occupants_count"),
            .oneOf(
                "status",
                [
                    "chat_initiated", "info_collected", "tour_scheduled", "tour_completed",
                    "handed_off", "active", "completed", "abandoned",
                ]
            ),
        ],
        uniques: [],
        indexes: [
            Index("idx_conversation_chatbot_started", "chatbot_id", .descending("start_time"))
        ],
        scope: .parent(column: "chatbot_id", table: .chatbot)
    )

    static let message = TableSchema(
        table: .message,
        columns: [
            .id,
            .uuid("conversation_id", .conversation, .cascade),
            .varchar("sender_type", 20, nullable: false),
            .text("message_text", nullable: false),
            .instant("timestamp", default: .now),
            .varchar("message_type", 50),
            .json("metadata"),
            .createdAt,
        ],
        checks: [.oneOf("sender_type", ["user", "bot"])],
        uniques: [],
        indexes: [
            Index("idx_message_conversation_timestamp", "conversation_id", .descending("timestamp"))
        ],
        scope: .parent(column: "conversation_id", table: .conversation)
    )

    static let leadNotification = TableSchema(
        table: .leadNotification,
        columns: [
            .id,
            .uuid("conversation_id", .conversation, .cascade),
            .uuid("property_manager_id", .propertyManager, .refuse),
            .varchar("notification_type", 50),
            .varchar("status", 50),
            .instant("sent_at"),
            .instant("read_at"),
            .instant("response_at"),
            .createdAt,
        ],
        checks: [],
        uniques: [],
        indexes: [],
        scope: .parent(column: "conversation_id", table: .conversation)
    )
}
