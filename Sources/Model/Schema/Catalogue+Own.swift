// What the office knows and the platform has no column for: `foyer.*` beside the platform's tables.
extension Catalogue {
    /// What an operator or a manager sets for a property; its id is the property's.
    static let propertySettings = TableSchema(
        table: .propertySettings,
        columns: [
            .id,
            .uuid("property_id", .property, .unchecked),
            .text("time_zone"),
            .integer("buffer_minutes"),
            .integer("notice_minutes"),
        ],
        checks: [.notNegative("buffer_minutes"), .notNegative("notice_minutes")],
        uniques: [],
        indexes: [Index("foyer_property_settings_property", "property_id")],
        scope: .parent(column: "property_id", table: .property)
    )

    /// Whose a lead is, who speaks for the bot, and who its visitor was before a merge; its id is
    /// the conversation's.
    static let leadDesk = TableSchema(
        table: .leadDesk,
        columns: [
            .id,
            .uuid("conversation_id", .conversation, .unchecked),
            .uuid("claimed_by", .propertyManager, .unchecked),
            .instant("claimed_at"),
            .uuid("taken_over_by", .propertyManager, .unchecked),
            .instant("taken_over_at"),
            // Whose the conversation was before visitors were merged.
            .uuid("merged_from", .user, .unchecked),
        ],
        checks: [],
        uniques: [],
        indexes: [Index("foyer_lead_desk_conversation", "conversation_id")],
        scope: .parent(column: "conversation_id", table: .conversation)
    )

    /// What a person did about a lead or means to do: notes, calls, follow-ups.
    static let leadActivity = TableSchema(
        table: .leadActivity,
        columns: [
            .id,
            .uuid("conversation_id", .conversation, .unchecked),
            .uuid("property_manager_id", .propertyManager, .unchecked),
            .varchar("kind", 20, nullable: false),
            .varchar("outcome", 50),
            .text("note"),
            .instant("due_at"),
            .instant("done_at"),
            .instant("retracted_at"),
            .createdAt,
        ],
        checks: [
            .oneOf("kind", ["answer", "note", "call", "email", "text", "visit", "follow_up"])
        ],
        uniques: [],
        indexes: [Index("foyer_lead_activity_conversation", "conversation_id")],
        scope: .parent(column: "conversation_id", table: .conversation)
    )

    /// What became of a tour, when and by whom: its history stays when its row changes.
    static let tourEvent = TableSchema(
        table: .tourEvent,
        columns: [
            .id,
            .uuid("tour_id", .tours, .unchecked),
            .uuid("property_manager_id", .propertyManager, .unchecked),
            .varchar("kind", 20, nullable: false),
            .varchar("asked_by", 20),
            .text("reason"),
            .instant("from_time"),
            .instant("to_time"),
            .varchar("interest", 20),
            .varchar("unit", 100),
            .createdAt,
        ],
        checks: [
            .oneOf(
                "kind",
                ["booked", "moved", "cancelled", "confirmed", "completed", "no_show", "corrected"]
            )
        ],
        uniques: [],
        indexes: [Index("foyer_tour_event_tour", "tour_id")],
        scope: .parent(column: "tour_id", table: .tours)
    )
}
