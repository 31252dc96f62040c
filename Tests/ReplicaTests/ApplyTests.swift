import Model
import Replica
import Testing
import Wire

@Suite("A body of changes becomes rows")
struct ApplyTests {
    @Test("a first copy is shown with its leads, transcript, questions and counts")
    func firstCopy() async throws {
        let profile = Profile()
        let replica = try await profile.replica(
            of: Office.company() + Office.property(1, name: "Northgate") + [
                Office.visitor(1, first: "Jordan", last: "Park", email: "j@example.com"),
                Office.conversation(1, visitor: 1),
                Office.message(1, in: 1, "Do you allow two cats?"),
                Office.message(2, in: 1, "Yes!", by: "bot", at: "2026-11-20T10:01:30Z"),
                Office.task(1, conversation: 1, "Is parking included?"),
                Office.tour(1, conversation: 1, at: "2026-11-24T20:00:00Z"),
                // Written after the tour was booked, which was a response.
                Office.message(3, in: 1, "And dogs?", at: "2026-11-20T10:30:00Z"),
            ]
        )
        let overview = try replica.overview()
        #expect(overview.agent?.first == "Dana")
        #expect(overview.properties.map(\.name) == ["Northgate"])
        #expect(
            [overview.leads, overview.waiting, overview.questions, overview.messages]
                == [1, 1, 1, 3]
        )
        let lead = try #require(try replica.leads().rows.first)
        #expect(lead.name == "Jordan Park")
        #expect(lead.propertyName == "Northgate")
        #expect(lead.lastLine == "And dogs?")
        #expect(lead.lastLineSender == .visitor)
        #expect(lead.waitingSince == instant("2026-11-20T10:30:00Z"))
        #expect(lead.stage == .tourScheduled)
        #expect(lead.openQuestions == 1)
        #expect(lead.tour == instant("2026-11-24T20:00:00Z"))
    }

    @Test("a lead's row quotes the visitor, whatever the bot said after")
    func quotesVisitor() async throws {
        let profile = Profile()
        let replica = try await profile.replica(
            of: Office.company() + Office.property(1, name: "Northgate") + [
                Office.visitor(1, first: "Jordan", last: "Park", email: "j@example.com"),
                Office.conversation(1, visitor: 1),
                Office.message(1, in: 1, "Do you allow two cats?"),
                Office.message(2, in: 1, "Take care!", by: "bot", at: "2026-11-20T10:01:30Z"),
                Office.conversation(2, visitor: 1),
                Office.message(3, in: 2, "Hello!", by: "bot", at: "2026-11-20T09:00:00Z"),
            ]
        )
        let rows = try replica.leads().rows
        #expect(rows.map(\.lastLine) == ["Do you allow two cats?", "Hello!"])
        #expect(rows.map(\.lastLineSender) == [.visitor, .bot])
    }
}
