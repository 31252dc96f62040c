import Model
import Testing

@testable import Replica

@Suite("Earlier visits are those of the same browser")
struct VisitsTests {
    private static func conversation(_ number: Int) -> ConversationID {
        Office.id(.conversation, number)
    }

    private static let rows =
        Office.company() + Office.property(1, name: "Northgate") + [
            Office.visitor(1, first: "Jordan", browser: "b"), Office.visitor(2, browser: "b"),
            Office.visitor(3, browser: "another"), Office.visitor(4),
            Office.conversation(1, visitor: 1, start: "2026-11-20T10:00:00Z"),
            Office.conversation(
                2,
                visitor: 2,
                status: "abandoned",
                start: "2026-11-10T10:00:00Z",
                ["end_time": .instant(instant("2026-11-10T10:35:00Z")), "source": .text("zillow")]
            ),
            Office.conversation(3, visitor: 1, start: "2026-11-15T10:00:00Z"),
            Office.conversation(4, visitor: 3, start: "2026-11-12T10:00:00Z"),
            Office.conversation(5, visitor: 1, start: "2026-11-22T10:00:00Z"),
            Office.conversation(6, visitor: 4, start: "2026-11-22T10:00:00Z"),
            Office.message(1, in: 3, "Is it quiet?", at: "2026-11-15T10:20:00Z"),
            Office.tour(1, conversation: 2, at: "2026-11-11T20:00:00Z", status: "completed"),
        ]

    private func visits(before number: Int, _ replica: ReplicaWriter) throws -> [EarlierVisit] {
        guard case .visits(let page) = try replica.see(.visits(Self.conversation(number))) else {
            throw TestFailure("no visits")
        }
        #expect(page.conversation == Self.conversation(number))
        return page.visits
    }

    @Test("the latest first, with their ends, sources, stages and tours")
    func list() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        let visits = try visits(before: 1, replica)
        #expect(visits.map(\.id) == [3, 2].map(Self.conversation))
        #expect(visits[0].length == .seconds(1_200))
        #expect(visits[0].messages == 1)
        #expect(visits[1].length == .seconds(2_100))
        #expect(visits[1].source == "zillow")
        #expect(visits[1].lead.session == .abandoned)
        #expect(visits[1].lead.stage == .tourCompleted)
        #expect(visits[1].tours.map(\.status) == [.completed])
        #expect(try self.visits(before: 5, replica).count == 3)
    }

    @Test("as many as the card counts; a browser that is not known has none but the visitor's")
    func counted() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        for number in 1...6 {
            let request = PageRequest.card(Self.conversation(number))
            guard case .card(let card) = try replica.see(request) else {
                throw TestFailure("no card")
            }
            #expect(try visits(before: number, replica).count == card.earlierVisits)
        }
        #expect(try visits(before: 6, replica).isEmpty)
    }
}
