import Model

/// Who may see what, written down once more and by hand: the rules of the design, not the
/// catalogue's paths nor a store's queries.
struct ScopeRules {
    let platform: Platform
    private let properties: Set<RowID>
    private let companies: Set<RowID>
    private let visitors: Set<RowID>

    /// `hour` is so many hours after 2026-11-01T00:00:00Z.
    init(_ platform: Platform, agent: AgentID, hour: Int) {
        self.platform = platform
        var properties: Set<RowID> = []
        var companies: Set<RowID> = []
        for id in platform.ids(.propertyManagerAssignment) {
            guard let row = platform.rows[.propertyManagerAssignment]?[id],
                row["property_manager_id"] == .id(agent.cast()),
                let property = platform.row(.property, row["property_id"]), let id = property.id,
                Self.isValid(row, today: Self.today(property, hour))
            else { continue }
            properties.insert(id)
            if case .id(let company) = property["company_id"] { companies.insert(company) }
        }
        if case .id(let own)? = platform.rows[.propertyManager]?[agent.cast()]?["company_id"] {
            companies.insert(own)
        }
        self.properties = properties
        self.companies = companies
        visitors = Self.visitors(platform, properties)
    }

    func sees(_ row: TableRow) -> Bool {
        switch row.table {
        case .company: row.id.map(companies.contains) ?? false
        case .propertyManager: has(companies, row["company_id"])
        case .property: row.id.map(properties.contains) ?? false
        case .user: row.id.map(visitors.contains) ?? false
        case .conversation: Self.property(of: row, platform).map(properties.contains) ?? false
        case .message, .leadNotification, .amplitudeAnalytics, .emailDrafts, .leadDesk,
            .leadActivity:
            platform.row(.conversation, row["conversation_id"])
                .flatMap { Self.property(of: $0, platform) }.map(properties.contains) ?? false
        case .propertyManagerAssignment, .chatbot, .faq, .websiteIntegration, .urlPropertyMapping,
            .emailCampaigns, .tasks, .tours, .calendarIntegrations, .propertySettings:
            has(properties, row["property_id"])
        case .tourEvent:
            platform.row(.tours, row["tour_id"]).map { has(properties, $0["property_id"]) } ?? false
        }
    }

    private func has(_ ids: Set<RowID>, _ value: FieldValue) -> Bool {
        if case .id(let id) = value { ids.contains(id) } else { false }
    }

    /// Of a conversation: its chatbot's.
    private static func property(of conversation: TableRow, _ platform: Platform) -> RowID? {
        guard case .id(let id)? = platform.row(.chatbot, conversation["chatbot_id"])?["property_id"]
        else { return nil }
        return id
    }

    private static func visitors(_ platform: Platform, _ properties: Set<RowID>) -> Set<RowID> {
        var visitors: Set<RowID> = []
        for conversation in platform.rows[.conversation, default: [:]].values {
            guard let property = property(of: conversation, platform),
                properties.contains(property),
                case .id(let visitor) = conversation["user_id"]
            else { continue }
            visitors.insert(visitor)
        }
        return visitors
    }

    private static func isValid(_ assignment: TableRow, today: String) -> Bool {
        guard case .text(let start) = assignment["start_date"], start <= today else { return false }
        guard case .text(let end) = assignment["end_date"] else { return true }
        return today <= end
    }

    /// The day at the property; after the first Sunday of November it is winter time everywhere.
    private static func today(_ property: TableRow, _ hour: Int) -> String {
        let offset = ["CA": -8, "NY": -5, "HI": -10]
        guard case .text(let state) = property["state"], let hours = offset[state] else {
            return ""
        }
        let day = 1 + (hour + hours) / 24
        return "2026-11-" + (day < 10 ? "0\(day)" : "\(day)")
    }
}
