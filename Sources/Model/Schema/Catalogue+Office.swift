extension Catalogue {
    static let emailDrafts = TableSchema(
        table: .emailDrafts,
        columns: [
            .id,
            .uuid("lead_id", .user, .cascade),
            .uuid("conversation_id", .conversation, .cascade),
            .text("subject", nullable: false),
            .text("content", nullable: false),
            .text("preview"),
            .varchar("status", 20, default: "draft"),
            .varchar("priority", 10, default: "medium"),
            .json("tags"),
            .instant("scheduled_for"),
            .instant("sent_at"),
            .createdAt,
        ],
        checks: [],
        uniques: [],
        indexes: [Index("idx_email_drafts_conversation_status", "conversation_id", "status")],
        scope: .parent(column: "conversation_id", table: .conversation)
    )

    static let tasks = TableSchema(
        table: .tasks,
        columns: [
            .id,
            .uuid("property_id", .property, .cascade),
            .uuid("conversation_id", .conversation, .setNull),
            .uuid("assigned_to", .propertyManager, .setNull),
            .text("question", nullable: false),
            .text("answer"),
            .varchar("status", 20, default: "pending"),
            .createdAt,
        ],
        checks: [],
        uniques: [],
        indexes: [],
        scope: .parent(column: "property_id", table: .property)
    )

    static let tours = TableSchema(
        table: .tours,
        columns: [
            .id,
            .uuid("conversation_id", .conversation, .setNull),
            .uuid("property_id", .property, .cascade),
            .uuid("property_manager_id", .propertyManager, .setNull),
            .varchar("prospect_name", 255, nullable: false),
            .varchar("prospect_email", 255),
            .varchar("prospect_phone", 20),
            .varchar("unit_interest", 100),
            .instant("tour_datetime", nullable: false),
            .integer("duration_minutes", default: 60),
            .varchar("tour_type", 20, default: "in_person"),
            .varchar("status", 20, default: "scheduled"),
            .varchar("source", 20, default: "chat"),
            .createdAt,
        ],
        checks: [],
        uniques: [],
        indexes: [Index("idx_tours_property_datetime", "property_id", "tour_datetime")],
        scope: .parent(column: "property_id", table: .property)
    )

    static let calendarIntegrations = TableSchema(
        table: .calendarIntegrations,
        columns: [
            .id,
            .uuid("property_id", .property, .cascade),
            .uuid("property_manager_id", .propertyManager, .cascade),
            .varchar("calendly_uri", 255),
            // Whoever knows these addresses reads the calendar.
            .varchar("ical_url", 255).kept,
            .varchar("webhook_url", 255).kept,
            .instant("last_sync"),
            .varchar("sync_status", 20, default: "active"),
            .createdAt,
        ],
        checks: [],
        uniques: [],
        indexes: [],
        scope: .parent(column: "property_id", table: .property)
    )
}
