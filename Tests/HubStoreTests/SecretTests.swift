import Hub
import Model
import Testing
import Wire

/// What must never leave the hub.
@Suite struct SecretTests {
    @Test("a secret travels in no copy, difference or repair", arguments: Backend.allCases)
    func canaries(backend: Backend) async throws {
        let secrets = Catalogue.tables.flatMap { schema in
            schema.columns.filter { !$0.travels }.map { "\(schema.table.rawValue).\($0.name)" }
        }
        for secret in [
            "company.sendgrid_api_key", "company.amplitude_api_key", "company.openai_api_key",
            "calendar_integrations.ical_url", "calendar_integrations.webhook_url",
            "website_integration.configuration",
        ] { #expect(secrets.contains(secret)) }
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(Array(holders.dropFirst()))
            try await desk.copy()
            for row in holders { try await store.apply(plant(row, "canary-first")) }
            try await desk.catchUp()
            desk.terminal = Terminal(1, agent: desk.agent)
            try await desk.copy()
            for row in holders { try await store.apply(plant(row, "canary-second")) }
            let told = try await desk.catchUp()
            #expect(told.contains { $0.contains("calendar_integrations") }, "the rows do travel")
            #expect(try await desk.isEqual())
            for table in Table.allCases {
                for id in desk.terminal.ids(table) { desk.terminal.damage(table, id, nil) }
            }
            _ = try await desk.repair(Table.allCases.map { IDRange($0) })
            #expect(try await desk.isEqual(), "a secret is in no digest either")
            let text = String(decoding: desk.terminal.received, as: UTF8.self)
            #expect(!text.contains("canary"))
            for secret in secrets where !secret.hasPrefix("property_manager.") {
                let name = secret.split(separator: ".")[1]
                #expect(!text.contains(name), "\(secret)")
            }
        }
    }

    /// Puts a canary into every secret of the row.
    private func plant(_ row: TableRow, _ canary: String) -> [StoreChange] {
        guard let id = row.id else { return [] }
        let columns = Catalogue[row.table].columns.filter { !$0.travels }
        var values: [String: FieldValue] = [:]
        for column in columns {
            values[column.name] = .text(column.type == .jsonb ? "{\"key\": \"\(canary)\"}" : canary)
        }
        return [.update(row.table, id, values)]
    }

    private let holders: [TableRow] = [
        TableRow.company(1),
        TableRow(
            .websiteIntegration,
            [
                "id": .id(rowID(.websiteIntegration, 1)), "website_url": .text("homes.example"),
                "property_id": .id(rowID(.property, 1)),
            ]
        ),
        TableRow(
            .calendarIntegrations,
            [
                "id": .id(rowID(.calendarIntegrations, 1)),
                "property_id": .id(rowID(.property, 1)), "sync_status": .text("active"),
            ]
        ),
    ]
}
