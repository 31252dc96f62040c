import Model
import Testing

@testable import Replica

@Suite("Insights count what happened in the days, on each property's wall")
struct InsightsTests {
    private static let today = LocalDate("2026-11-23") ?? LocalDate(dayNumber: 0)

    private static let rows =
        Office.company() + Office.property(1, name: "Northgate")
        + Office.property(2, name: "Surf", state: "HI") + [
            Office.visitor(1, first: "Jordan", email: "j@mail.example"), Office.visitor(2),
            // 23:30 of 22 November in California; 21:30 in Hawaii.
            Office.conversation(1, visitor: 1, start: "2026-11-23T07:30:00Z", website),
            Office.conversation(2, chatbot: 2, visitor: 2, start: "2026-11-23T09:30:00Z", website),
            Office.conversation(3, visitor: 1, start: "2026-11-23T08:30:00Z", website),
            Office.conversation(4, visitor: 2, start: "2026-10-01T08:30:00Z", website),
            Office.tour(1, conversation: 3, at: "2026-11-23T18:00:00Z", status: "completed"),
            Office.tour(2, conversation: nil, at: "2026-11-23T05:00:00Z", status: "noshow"),
            Office.tour(3, conversation: 1, at: "2026-11-23T13:00:00Z", minutes: 30),
            Office.task(1, conversation: 1, "Parking?", answer: "Yes.", at: "2026-11-23T07:40:00Z"),
            Office.task(2, conversation: 3, "Cats?", at: "2026-11-23T08:40:00Z"),
            notification(1, conversation: 1, "2026-11-23T07:31:00Z", "2026-11-23T07:45:00Z"),
            notification(2, conversation: 3, "2026-11-23T08:31:00Z", nil),
            analytics(1, conversation: 1, messages: 4, isBooked: false),
            analytics(2, conversation: 1, messages: 6, isBooked: true),
            analytics(3, conversation: 3, messages: 1, isBooked: true),
        ]

    private static let website: [String: FieldValue] = ["source": .text("Website")]

    private static func notification(
        _ number: Int,
        conversation: Int,
        _ sent: String,
        _ response: String?
    ) -> TableRow {
        Office.row(
            .leadNotification,
            number,
            [
                "conversation_id": Office.ref(.conversation, conversation),
                "property_manager_id": Office.ref(.propertyManager, 1),
                "sent_at": .instant(instant(sent)),
                "response_at": .instant(response.map(instant)),
            ]
        )
    }

    private static func analytics(
        _ number: Int,
        conversation: Int,
        messages: Int64,
        isBooked: Bool
    ) -> TableRow {
        Office.row(
            .amplitudeAnalytics,
            number,
            [
                "conversation_id": Office.ref(.conversation, conversation),
                "user_messages_sent": .integer(messages), "tour_booked": .boolean(isBooked),
                "contact_method": .text(isBooked ? "email" : nil),
            ]
        )
    }

    private func see(_ request: PageRequest) async throws -> Page {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        return try replica.see(request)
    }

    @Test("funnel, days, sources, outcomes and metrics are those of the rows")
    func insights() async throws {
        let query = InsightsQuery(period: .week, last: Self.today)
        guard case .insights(let page) = try await see(.insights(query)) else {
            throw TestFailure("no insights")
        }
        #expect(page.funnel.chats == 3)
        #expect(page.funnel.contacts == 2)
        #expect(page.funnel.booked == 2)
        #expect(page.funnel.completed == 1)
        #expect(page.leadsByDay == [0, 0, 0, 0, 0, 2, 1])
        #expect(page.sources.map(\.name) == ["website"])
        #expect(page.tours == [.kept: 1, .missed: 1, .open: 1])
        #expect(page.responses.count == 1)
        #expect(page.responses.open == 1)
        #expect(page.answers.count == 1)
        #expect(page.answers.open == 1)
        let metrics = Dictionary(uniqueKeysWithValues: page.metrics.map { ($0.column, $0.byDay) })
        #expect(metrics.count == 18)
        // Two rows of one conversation are one.
        #expect(metrics["user_messages_sent"] == [0, 0, 0, 0, 0, 6, 1])
        #expect(metrics["tour_booked"] == [0, 0, 0, 0, 0, 1, 1])
        #expect(metrics["contact_method"] == [0, 0, 0, 0, 0, 1, 1])
        #expect(page.measured == 2)
    }

    @Test("a report has one day of them, by agent and source")
    func report() async throws {
        let day = Self.today.adding(days: -1)
        guard case .report(let report) = try await see(.report(day)) else {
            throw TestFailure("no report")
        }
        #expect(report.total.leads == 2)
        #expect(report.total.responses.count == 1)
        #expect(report.total.tours(.missed) == 1)
        #expect(report.total.answered == 1)
        #expect(report.byAgent.map(\.agent) == ["Dana Whitfield", nil])
        #expect(report.bySource.map(\.source).contains("website"))
    }

    @Test("a shift begins with what came in since, today's tours and missing outcomes")
    func shift() async throws {
        let query = ShiftQuery(since: instant("2026-11-23T08:00:00Z"), day: Self.today)
        guard case .shift(let page) = try await see(.shift(query)) else {
            throw TestFailure("no shift")
        }
        #expect(page.leads.count == 2)
        #expect(page.leadsTotal == 2)
        #expect(page.questions.map(\.text) == ["Cats?"])
        #expect(page.tours.count == 2)
        #expect(page.missing.map(\.id) == [Office.id(.tours, 3)])
    }
}
