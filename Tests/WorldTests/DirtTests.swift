import Model
import Testing

@testable import World

@Suite("Dirt")
struct DirtTests {
    @Test("keys lie where they must never leave, and nowhere else")
    func canaries() {
        var places: Set<String> = []
        for row in History(Plans.small()) {
            for (column, value) in zip(Catalogue[row.table].columns, row.values) {
                guard case .text(let text) = value, Canaries.occur(in: text) else { continue }
                places.insert("\(row.table.rawValue).\(column.name)")
                #expect(!column.travels, "\(row.table.rawValue).\(column.name)")
                #expect(Canaries.prefixes.contains { text.contains($0) })
            }
        }
        #expect(
            places == [
                "company.sendgrid_api_key", "company.amplitude_api_key", "company.openai_api_key",
                "calendar_integrations.ical_url", "calendar_integrations.webhook_url",
                "website_integration.configuration",
            ]
        )
        #expect(
            !History(Plans.small(dirt: false)).contains { row in
                row.values.contains {
                    if case .text(let text) = $0 { Canaries.occur(in: text) } else { false }
                }
            }
        )
    }

    @Test("what real databases have is there")
    func everything() {
        var ledger = Ledger()
        for row in History(Plans.office()) { ledger.insert(row) }
        #expect(
            ledger.rows(.faq).contains { $0.text("status") == "answered" && $0["answer"] == .null }
        )
        #expect(ledger.rows(.conversation).count { $0["chatbot_id"] == .null } == 3)
        #expect(ledger.rows(.chatbot).contains { $0["property_id"] == .null })
        #expect(ledger.rows(.tasks).contains { $0.text("status") == "resolved" })
        #expect(ledger.rows(.tours).contains { $0.text("status") == "Cancelled" })
        #expect(ledger.rows(.tours).contains { $0.text("status") == "no-show" })
        let scores = ledger.rows(.conversation).map { $0["lead_score"] }
        #expect(scores.contains(.null) && scores.contains(.integer(0)))
        let talks = Dictionary(grouping: ledger.rows(.message)) { $0["conversation_id"] }
        #expect(talks.values.contains { $0.count == Dirt.endlessLines })
        #expect(talks.values.contains { Set($0.map { $0["timestamp"] }).count < $0.count })
        let counted = Dictionary(grouping: ledger.rows(.amplitudeAnalytics)) {
            $0["conversation_id"]
        }
        #expect(counted.values.contains { $0.count > 1 })
        let texts = ledger.rows(.message).compactMap { $0.text("message_text") }
        for hostile in HostileTexts.messages { #expect(texts.contains(hostile)) }
    }

    @Test("opening hours come in four shapes that are understood and one that is not")
    func hours() {
        let read = (0..<5).map { OpeningHours.parse(OfficeHours.json($0, dirt: true)) }
        #expect(read.map(\.isKnown) == [true, true, true, true, false])
        #expect(Set(read.prefix(4)).count == 1)
        #expect(read[0].week[0] == [540..<1_080] && read[0].week[5] == [600..<960])
    }

    @Test("visitors come in the hour that a clock change repeats")
    func clockChange() {
        let plan = Plans.small()
        let zone = WorldCast(plan).properties[0].zone
        // 2026-11-01 in Los Angeles: 1:00 to 2:00 happens twice.
        let repeated = History(plan).filter { row in
            guard row.table == .conversation, let at = row.instant("start_time") else {
                return false
            }
            let later = zone.local(at.advanced(by: .seconds(3_600)))
            return zone.local(at).hour == 1 && later.hour == 1
        }
        #expect(!repeated.isEmpty)
    }
}
