extension Catalogue {
    static let amplitudeAnalytics = TableSchema(
        table: .amplitudeAnalytics,
        columns: [
            .id,
            .uuid("conversation_id", .conversation, .cascade),
            .uuid("user_id", .user, .setNull),
        ] + engagementMetrics + [
            .integer("session_duration"),
            .varchar("engagement_score", 5),
            .flag("qualified"),
            .flag("pre_lease"),
            .flag("tour_intent"),
            .flag("hot"),
            .flag("signed"),
            .varchar("device_id", 255),
            .varchar("session_id", 255),
            .text("page_url"),
            .createdAt, .updatedAt,
        ],
        checks: [],
        uniques: [],
        indexes: [
            Index(
                "idx_amplitude_conversation_created",
                "conversation_id",
                .descending("created_at")
            )
        ],
        scope: .parent(column: "conversation_id", table: .conversation)
    )

    /// The 18 core engagement metrics of the platform's schema document.
    package static let engagementMetrics: [Column] = [
        .flag("chat_session_started"),
        .integer("user_messages_sent", default: 0),
        .integer("bot_messages_received", default: 0),
        .integer("answer_button_clicks", default: 0),
        .flag("contact_captured"),
        .varchar("contact_method", 20),
        .flag("tour_booked"),
        .varchar("tour_type", 20),
        .integer("email_office_clicked", default: 0),
        .integer("phone_call_clicked", default: 0),
        .flag("incentive_offered"),
        .flag("incentive_accepted"),
        .flag("incentive_expired"),
        .flag("admin_handoff_triggered"),
        .flag("customer_service_escalated"),
        .flag("conversation_abandoned"),
        .flag("widget_session_ended"),
        .integer("widget_minimized", default: 0),
    ]
}
