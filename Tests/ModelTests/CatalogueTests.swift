import Foundation
import Model
import Testing

@Suite struct CatalogueTests {
    @Test("secrets and what does not concern colleagues never travel")
    func secrets() {
        let kept = Catalogue.tables.flatMap { schema in
            schema.columns.filter { !$0.travels }.map { "\(schema.table.rawValue).\($0.name)" }
        }
        #expect(
            Set(kept) == [
                "company.sendgrid_api_key", "company.amplitude_api_key", "company.openai_api_key",
                "calendar_integrations.ical_url", "calendar_integrations.webhook_url",
                "website_integration.configuration", "property_manager.access_level",
                "property_manager.created_at", "property_manager.updated_at",
            ]
        )
    }

    @Test("every row's way leads to a property or a company")
    func scopePaths() {
        for schema in Catalogue.tables {
            var path = schema.scope
            var steps = 0
            while case .parent(let column, let table) = path, steps < 10 {
                #expect(Catalogue.tables.contains { $0.table == table })
                if steps == 0 {
                    #expect(schema.column(column)?.reference?.table == table)
                }
                path = Catalogue[table].scope
                steps += 1
            }
            if case .parent = path {
                Issue.record("the way of \(schema.table.rawValue) does not end")
            }
        }
    }

    @Test("parents stand before children")
    func order() {
        for schema in Catalogue.tables {
            for case .parent(_, let parent) in [schema.scope] {
                #expect(parent.number < schema.table.number)
            }
        }
    }

    @Test(
        "the catalogue is the schema of a PostgreSQL made from the platform's own SQL",
        .enabled(
            if: PlatformDatabase.isHere,
            "needs PostgreSQL 15's initdb and the platform's seed beside the project; see Tests/run"
        )
    )
    func againstPostgreSQL() throws {
        let database = try PlatformDatabase()
        defer { database.stop() }
        let columns = difference(try database.columns(), CatalogueText.columns)
        #expect(columns == [])
        let foreignKeys = difference(try database.foreignKeys(), CatalogueText.foreignKeys)
        #expect(foreignKeys == [])
        let uniques = difference(try database.uniques(), CatalogueText.uniques)
        #expect(uniques == [])
        let indexes = difference(try database.indexes(), CatalogueText.indexes)
        #expect(indexes == [])
        let checks = difference(try database.checks(), CatalogueText.checks)
        #expect(checks == [])
    }

    /// What is said on one side only; the sides may sort in other orders.
    private func difference(_ one: [String], _ other: [String]) -> [String] {
        Set(one).symmetricDifference(other).sorted() + (one.count == other.count ? [] : ["count"])
    }
}
