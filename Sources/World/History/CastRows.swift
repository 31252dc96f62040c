import Model

/// Writes down what stands before anybody visits: companies, properties, agents, chatbots, and what
/// the properties know.
struct CastRows {
    private let plan: WorldPlan
    private let cast: WorldCast
    private let founded: String
    private var chance: Chance

    init(plan: WorldPlan, cast: WorldCast, firstDay: LocalDate) {
        self.plan = plan
        self.cast = cast
        founded = "\(firstDay.adding(days: -30).text)T15:00:00.000000Z"
        chance = Chance(seed: plan.seed, 0xCA)
    }

    mutating func rows() -> [TableRow] {
        var rows = cast.companies.map { company($0) }
        rows += cast.properties.map { property($0) }
        rows += cast.agents.map { agent($0) }
        rows += cast.assignments.map { assignment($0) }
        rows += cast.properties.map { chatbot($0) }
        for site in cast.properties {
            rows += Knowledge(site: site, plan: plan, founded: founded).rows()
            rows += integrations(site)
        }
        return rows
    }

    private func company(_ company: CompanyCast) -> TableRow {
        TableRow(
            .company,
            [
                "id": .id(company.id), "name": .text(company.name),
                "logo_url": .text("https://\(company.domain)/logo.svg"),
                "contact_email": .text("office@\(company.domain)"),
                "contact_phone": .text(Contacts.office(900 + company.number)),
                "calendly_org_uri": .text("https://calendar.example/orgs/\(company.number)"),
                "sendgrid_api_key": canary(Canaries.mailKey, company.number),
                "amplitude_api_key": canary(Canaries.metricsKey, company.number),
                "openai_api_key": canary(Canaries.modelKey, company.number),
                "created_at": .text(founded), "updated_at": .text(founded),
            ]
        )
    }

    /// A text that has the shape of a key and opens nothing; only where the plan has dirt.
    private func canary(_ prefix: String, _ number: Int) -> FieldValue {
        guard plan.dirt else { return .null }
        var chance = Chance(seed: plan.seed, 0xCE, UInt64(number), UInt64(prefix.utf8.count))
        let secret = Hexadecimal.text(chance.next(), digits: 16)
        return .text(prefix + secret + Hexadecimal.text(chance.next(), digits: 16))
    }

    private func property(_ site: PropertyCast) -> TableRow {
        TableRow(
            .property,
            [
                "id": .id(site.id), "company_id": .id(site.company), "name": .text(site.name),
                "address": .text(site.facts[.address]), "city": .text(site.place.city),
                "state": .text(site.place.state), "zip_code": .text(site.place.zip),
                "property_type": .text("apartment"), "units_count": .integer(site.units),
                "amenities": .text(#"["gym", "pool", "package lockers", "ev charging"]"#),
                "features": .text(#"{"floors": \#(site.facts[.floors])}"#),
                "website_url": .text("https://\(site.facts[.website])"),
                "chatbot_is_active": .boolean(true),
                "chatbot_welcome_message": .text("Welcome to \(site.name)!"),
                "chatbot_theme_color": .text("#7c3aed"),
                "chatbot_position": .text("bottom-right"), "chatbot_auto_open": .boolean(false),
                "chatbot_business_hours": .text(OfficeHours.json(site.number + 1, dirt: false)),
                "created_at": .text(founded), "updated_at": .text(founded),
            ]
        )
    }

    private func agent(_ agent: AgentCast) -> TableRow {
        TableRow(
            .propertyManager,
            [
                "id": .id(agent.id), "company_id": .id(agent.company),
                "first_name": .text(agent.firstName), "last_name": .text(agent.lastName),
                "email": .text(agent.email), "phone": .text(agent.phone),
                "role": .text(agent.role), "access_level": .text(agent.mayWrite ? "write" : "read"),
                "created_at": .text(founded), "updated_at": .text(founded),
            ]
        )
    }

    private func assignment(_ stretch: AssignmentCast) -> TableRow {
        TableRow(
            .propertyManagerAssignment,
            [
                "id": .id(stretch.id), "property_id": .id(stretch.property),
                "property_manager_id": .id(stretch.agent),
                "is_primary": .boolean(stretch.isPrimary),
                "start_date": .text(stretch.start.text), "end_date": .text(stretch.end?.text),
                "permissions": .text(stretch.permissions),
                "notification_preferences": .text(#"{"sms": false, "email": true}"#),
                "created_at": .text(founded), "updated_at": .text(founded),
            ]
        )
    }

    private func chatbot(_ site: PropertyCast) -> TableRow {
        ChatbotRows.row(site, id: site.chatbot, dirt: plan.dirt, at: founded)
    }

    private mutating func integrations(_ site: PropertyCast) -> [TableRow] {
        let url = "https://\(site.facts[.website])"
        var rows = [
            TableRow(
                .websiteIntegration,
                [
                    "id": .id(site.integration), "property_id": .id(site.id),
                    "website_url": .text(url), "chatbot_id": .id(site.chatbot),
                    "integration_type": .text("script"),
                    "configuration": plan.dirt
                        ? .text(
                            #"{"theme": "light", "token": "\#(Canaries.modelKey)\#(site.slug)"}"#
                        )
                        : .text(#"{"theme": "light"}"#),
                    "is_active": .boolean(true), "tracking_id": .text("t-\(site.number + 1_000)"),
                    "created_at": .text(founded), "updated_at": .text(founded),
                ]
            )
        ]
        rows += addresses(site, url)
        rows.append(calendar(site))
        rows += campaigns(site)
        return rows
    }

    /// Its own address, and, with dirt, that of a neighbour, left over from a move.
    private mutating func addresses(_ site: PropertyCast, _ url: String) -> [TableRow] {
        var urls = [url, url + "/floorplans"]
        if plan.dirt, site.number % 3 == 1 {
            urls.append("https://\(cast.properties[site.number - 1].facts[.website])")
        }
        return urls.map { url in
            TableRow(
                .urlPropertyMapping,
                [
                    "id": .id(chance.id(RowKind.Row.self)), "url": .text(url),
                    "property_id": .id(site.id), "is_active": .boolean(true),
                    "created_at": .text(founded),
                ]
            )
        }
    }

    private mutating func calendar(_ site: PropertyCast) -> TableRow {
        let secret = Hexadecimal.text(chance.next(), digits: 16)
        let key = Canaries.modelKey + secret
        return TableRow(
            .calendarIntegrations,
            [
                "id": .id(chance.id(RowKind.Row.self)), "property_id": .id(site.id),
                "property_manager_id": .id(site.agents.first),
                "calendly_uri": .text("https://calendar.example/\(site.slug)"),
                "ical_url": plan.dirt ? .text("https://calendar.example/ical/\(key).ics") : .null,
                "webhook_url": plan.dirt ? .text("https://hooks.example/\(key)") : .null,
                "last_sync": .instant(plan.now.advanced(by: .seconds(-chance.within(60...3_600)))),
                "sync_status": .text(site.number % 5 == 2 ? "error" : "active"),
                "created_at": .text(founded),
            ]
        )
    }

    private mutating func campaigns(_ site: PropertyCast) -> [TableRow] {
        let titles = ["Open house Saturday", "A month free this season", "We miss you"]
        return (0..<1 + site.number % 3).map { number in
            TableRow(
                .emailCampaigns,
                [
                    "id": .id(chance.id(RowKind.Row.self)), "property_id": .id(site.id),
                    "title": .text("\(titles[number]) at \(site.name)"),
                    "description": .text("To leads of the last 90 days without a tour."),
                    "template_content": .text(
                        "Hi {{first_name}},\n\nRight now we have \(site.facts[.special])."
                            + "\n\n\(site.name)"
                    ),
                    "sent_count": .integer(chance.within(0...420)), "created_at": .text(founded),
                ]
            )
        }
    }
}
