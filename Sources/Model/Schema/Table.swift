/// The 18 tables of the platform, named as in its schema, and ours that travel with them; the order
/// is one in which parents stand before children.
package enum Table: String, CaseIterable, Sendable, Codable, Hashable {
    case company
    case property
    case propertyManager = "property_manager"
    case propertyManagerAssignment = "property_manager_assignment"
    case chatbot
    case faq
    case user
    case conversation
    case message
    case leadNotification = "lead_notification"
    case websiteIntegration = "website_integration"
    case urlPropertyMapping = "url_property_mapping"
    case amplitudeAnalytics = "amplitude_analytics"
    case emailDrafts = "email_drafts"
    case emailCampaigns = "email_campaigns"
    case tasks
    case tours
    case calendarIntegrations = "calendar_integrations"

    // What the platform has no column for; in PostgreSQL they are in the schema `foyer`.
    case propertySettings = "property_settings"
    case leadDesk = "lead_desk"
    case leadActivity = "lead_activity"
    case tourEvent = "tour_event"

    /// Whether the table is ours and not the platform's.
    package var isOwn: Bool { number >= Table.propertySettings.number }

    /// The table's number in logs and cursors: its place in this list, which is only ever appended
    /// to.
    package var number: Int { Self.numbers[self] ?? 0 }

    private static let numbers = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) }
    )
}
