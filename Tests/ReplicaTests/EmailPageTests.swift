import Model
import Testing

@testable import Replica

@Suite("The emails are read by their state")
struct EmailPageTests {
    private func draft(
        _ number: Int,
        conversation: Int,
        status: String?,
        created: String = "2026-11-20T11:00:00Z",
        scheduled: String? = nil
    ) -> TableRow {
        Office.row(
            .emailDrafts,
            number,
            [
                "conversation_id": Office.ref(.conversation, conversation),
                "subject": .text("letter \(number)"), "content": .text("Hi"),
                "status": .text(status), "priority": .text("high"),
                "tags": .text(#"["a", "b"]"#), "created_at": .instant(instant(created)),
                "scheduled_for": .instant(scheduled.map(instant)),
            ]
        )
    }

    private func page(_ filter: EmailFilter) async throws -> EmailPage {
        let page = try await see(.emails(EmailQuery(filter: filter)))
        guard case .emails(let emails) = page else { throw TestFailure("no emails") }
        return emails
    }

    private func see(_ request: PageRequest) async throws -> Page {
        let rows =
            Office.company() + Office.property(1, name: "Northgate") + [
                Office.visitor(1, first: "Jordan", email: "j@mail.example"),
                Office.conversation(1, visitor: 1), Office.conversation(2),
                Office.message(1, in: 1, "hello"),
                draft(1, conversation: 1, status: nil, created: "2026-11-20T10:00:00Z"),
                draft(2, conversation: 2, status: "Draft", created: "2026-11-20T12:00:00Z"),
                draft(3, conversation: 1, status: "scheduled", scheduled: "2026-11-25T10:00:00Z"),
                draft(4, conversation: 2, status: "sent"),
                draft(5, conversation: 2, status: "canceled"),
                draft(6, conversation: 1, status: "on hold", created: "2026-11-01T10:00:00Z"),
                Office.row(
                    .emailCampaigns,
                    1,
                    [
                        "property_id": Office.ref(.property, 1), "title": .text("Winter"),
                        "sent_count": .integer(40),
                    ]
                ),
            ]
        let profile = Profile()
        return try await profile.replica(of: rows).see(request)
    }

    @Test("a lead's card has its emails that can still be changed, whole, the newest first")
    func ofLead() async throws {
        let page = try await see(.card(Office.id(.conversation, 1)))
        guard case .card(let card) = page else { throw TestFailure("no card") }
        #expect(card.drafts.map(\.letter.subject) == ["letter 3", "letter 1"])
        #expect(card.drafts.map(\.letter.tags) == [["a", "b"], ["a", "b"]])
        #expect(card.drafts.first?.letter.sendAt == instant("2026-11-25T10:00:00Z"))
    }

    @Test("what is open stands together by conversation, the latest first")
    func open() async throws {
        let page = try await page(.open)
        let subjects = page.rows.map(\.letter.subject)
        #expect(subjects == ["letter 3", "letter 1", "letter 6", "letter 2"])
        #expect(page.rows.first?.lead == "Jordan")
        #expect(page.rows.first?.letter.tags == ["a", "b"])
        #expect(page.rows.first?.letter.sendAt == instant("2026-11-25T10:00:00Z"))
        #expect(page.counts[.open] == 4)
        #expect(page.counts[.drafts] == 2)
        #expect(page.counts[.cancelled] == 1)
        #expect(page.campaigns.map(\.sent) == [40])
    }

    @Test(
        "each state has its emails, however its word is written",
        arguments: [
            (EmailFilter.drafts, [2, 1]), (.scheduled, [3]), (.sent, [4]), (.cancelled, [5]),
            (.failed, []),
        ]
    )
    func states(filter: EmailFilter, numbers: [Int]) async throws {
        let rows = try await page(filter).rows
        #expect(rows.map(\.letter.subject) == numbers.map { "letter \($0)" })
    }
}
