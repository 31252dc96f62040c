import Model
import Testing

@testable import Replica

@Suite("A talk is searched whole")
struct TalkSearchTests {
    private static let lead: ConversationID = Office.id(.conversation, 1)

    private static func rows(_ count: Int) -> [TableRow] {
        var rows = Office.company() + Office.property(1, name: "Northgate")
        rows.append(Office.visitor(1, first: "Jordan"))
        rows.append(Office.conversation(1, visitor: 1))
        rows.append(Office.conversation(2, visitor: 1))
        rows.append(Office.message(9_999, in: 2, "a café?"))
        for number in 0..<count {
            let second = instant("2026-11-01T00:00:00Z").advanced(by: .seconds(number))
            let text = number % 100 == 7 ? "Is there a CAFÉ nearby?" : "number \(number)"
            rows.append(Office.message(number + 1, in: 1, text, at: second.text))
        }
        return rows
    }

    private func search(
        _ text: String,
        _ replica: ReplicaWriter,
        reach: Int = PageSize.searched
    ) throws -> TalkSearchPage {
        let query = TalkSearchQuery(
            conversation: Self.lead,
            sought: SoughtText(text),
            reach: reach
        )
        guard case .talkSearch(let page) = try replica.see(.talkSearch(query)) else {
            throw TestFailure("no answer to \(text)")
        }
        return page
    }

    @Test("of 2,000 messages those with the text, newest first, in either case, accents or not")
    func whole() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows(2_000))
        for text in ["café", "cafe", "CAFE NEAR"] {
            let page = try search(text, replica)
            #expect(page.matches.map(\.place) == (0..<20).reversed().map { $0 * 100 + 7 })
            #expect(page.matches.first?.id == Office.id(.message, 1_908))
            #expect(page.isWhole)
        }
        #expect(try search("number 1999", replica).matches.map(\.place) == [1_999])
        #expect(try search("numberless", replica).matches.isEmpty)
    }

    @Test("what comes in is found by the next look")
    func news() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows(10))
        let row = Office.message(500, in: 1, "another cafe", at: "2026-11-20T00:00:00Z")
        _ = try await replica.applyDelta(Body.delta([row], cursor: "next"))
        #expect(try search("cafe", replica).matches.map(\.place) == [10, 7])
    }

    @Test("where a talk is longer than a search reaches, it says so")
    func cut() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows(300))
        let page = try search("cafe", replica, reach: 200)
        #expect(page.matches.map(\.place) == [207, 107])
        #expect(!page.isWhole)
    }

    @Test("2,000 messages are searched before a hand has left the key")
    func speed() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows(2_000))
        _ = try search("nothing of it", replica)
        let clock = ContinuousClock()
        let times = try (0..<5).map { _ in
            try clock.measure { _ = try search("nothing of it", replica) }
        }
        let best = try #require(times.min())
        #expect(best < .milliseconds(100), "\(best)")
    }
}
