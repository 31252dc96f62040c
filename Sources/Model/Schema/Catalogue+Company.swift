extension Catalogue {
    static let company = TableSchema(
        table: .company,
        columns: [
            .id,
            .varchar("name", 255, nullable: false),
            .varchar("logo_url", 255),
            .varchar("contact_email", 255),
            .varchar("contact_phone", 20),
            .varchar("hubspot_company_id", 100),
            .varchar("calendly_org_uri", 255),
            // Secrets: they leave the platform's database for nobody.
            .varchar("sendgrid_api_key", 255).kept,
            .varchar("amplitude_api_key", 255).kept,
            .varchar("openai_api_key", 255).kept,
            .createdAt, .updatedAt,
        ],
        checks: [],
        uniques: [["name"]],
        indexes: [],
        scope: .company(column: "id")
    )

    static let property = TableSchema(
        table: .property,
        columns: [
            .id,
            .uuid("company_id", .company, .cascade),
            .varchar("name", 255, nullable: false),
            .varchar("address", 255, nullable: false),
            .varchar("city", 100, nullable: false),
            .varchar("state", 50, nullable: false),
            .varchar("zip_code", 20, nullable: false),
            .varchar("property_type", 50),
            .integer("units_count"),
            .json("amenities"),
            .json("features"),
            .varchar("website_url", 255),
            .varchar("hubspot_property_id", 100),
            .varchar("chatbot_avatar_url", 255),
            .flag("chatbot_is_active", default: true),
            .text("chatbot_welcome_message"),
            .text("chatbot_embed_code"),
            .json("chatbot_widget_settings"),
            .varchar("chatbot_theme_color", 7, default: "#7c3aed"),
            .varchar("chatbot_position", 20, default: "bottom-right"),
            .flag("chatbot_auto_open"),
            .json("chatbot_business_hours"),
            .createdAt, .updatedAt,
        ],
        checks: [],
        uniques: [],
        indexes: [],
        scope: .property
    )

    static let propertyManager = TableSchema(
        table: .propertyManager,
        columns: [
            .id,
            .uuid("company_id", .company, .cascade),
            .varchar("first_name", 100, nullable: false),
            .varchar("last_name", 100, nullable: false),
            .varchar("email", 255, nullable: false),
            .varchar("phone", 20, nullable: false),
            .varchar("role", 100),
            // Of a manager, name and contact travel; what a colleague may do is between them and
            // the hub.
            .varchar("access_level", 50, nullable: false, default: "read").kept,
            .createdAt.kept, .updatedAt.kept,
        ],
        checks: [.oneOf("access_level", ["write", "read"])],
        uniques: [["email"], ["phone"]],
        indexes: [],
        scope: .company(column: "company_id")
    )

    static let propertyManagerAssignment = TableSchema(
        table: .propertyManagerAssignment,
        columns: [
            .id,
            .uuid("property_id", .property, .cascade),
            .uuid("property_manager_id", .propertyManager, .cascade),
            .flag("is_primary"),
            Column("start_date", .date, nullable: false),
            Column("end_date", .date),
            .json("permissions"),
            .json("notification_preferences"),
            .createdAt, .updatedAt,
        ],
        checks: [.notBelow("end_date", "start_date")],
        uniques: [],
        indexes: [
            Index("idx_property_manager_assignment_property", "property_id", "is_primary")
        ],
        scope: .parent(column: "property_id", table: .property)
    )
}
