extension Catalogue {
    static let chatbot = TableSchema(
        table: .chatbot,
        columns: [
            .id,
            .uuid("property_id", .property, .cascade),
            .varchar("name", 100, nullable: false),
            .varchar("avatar_url", 255),
            .flag("is_active", default: true),
            .text("welcome_message"),
            .text("embed_code"),
            .json("widget_settings"),
            .varchar("theme_color", 7, default: "#7c3aed"),
            .varchar("position", 20, default: "bottom-right"),
            .flag("auto_open"),
            .json("business_hours"),
            .createdAt, .updatedAt,
        ],
        checks: [],
        uniques: [["property_id"]],
        indexes: [],
        scope: .parent(column: "property_id", table: .property)
    )

    static let faq = TableSchema(
        table: .faq,
        columns: [
            .id,
            .uuid("property_id", .property, .cascade),
            .text("question", nullable: false),
            .text("answer"),
            .varchar("category", 100),
            .varchar("source_type", 50),
            .varchar("status", 20, default: "answered"),
            .uuid("assigned_to", .propertyManager, .refuse),
            .createdAt, .updatedAt,
        ],
        checks: [.oneOf("status", ["pending", "answered", "needs_review"])],
        uniques: [],
        indexes: [Index("idx_faq_property_status", "property_id", "status")],
        scope: .parent(column: "property_id", table: .property)
    )

    static let websiteIntegration = TableSchema(
        table: .websiteIntegration,
        columns: [
            .id,
            .uuid("property_id", .property, .cascade),
            .varchar("website_url", 255, nullable: false),
            .uuid("chatbot_id", .chatbot, .refuse),
            .varchar("integration_type", 50),
            // Holds credentials of the website.
            .json("configuration").kept,
            .flag("is_active", default: true),
            .varchar("tracking_id", 100),
            .createdAt, .updatedAt,
        ],
        checks: [],
        uniques: [],
        indexes: [],
        scope: .parent(column: "property_id", table: .property)
    )

    static let urlPropertyMapping = TableSchema(
        table: .urlPropertyMapping,
        columns: [
            .id,
            .varchar("url", 255, nullable: false),
            .uuid("property_id", .property, .cascade),
            .flag("is_active", default: true),
            .createdAt,
        ],
        checks: [],
        uniques: [["url", "property_id"]],
        indexes: [],
        scope: .parent(column: "property_id", table: .property)
    )

    static let emailCampaigns = TableSchema(
        table: .emailCampaigns,
        columns: [
            .id,
            .uuid("property_id", .property, .cascade),
            .varchar("title", 255, nullable: false),
            .text("description"),
            .text("template_content"),
            .integer("sent_count", default: 0),
            .createdAt,
        ],
        checks: [],
        uniques: [],
        indexes: [],
        scope: .parent(column: "property_id", table: .property)
    )
}
