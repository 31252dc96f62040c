import Foundation
import Model
import Testing

@testable import Replica

@Suite("What left the scope leaves the terminal")
struct LeaveTests {
    private let secret = "Canarybird"

    private func rows(_ property: Int) -> [TableRow] {
        let base = property * 100
        return Office.property(property, name: "House \(property)") + [
            Office.visitor(base, first: secret + "\(property)", email: "v\(property)@x.example"),
            Office.conversation(base, chatbot: property, visitor: base),
            Office.message(base, in: base, "\(secret)\(property) wants to know"),
            Office.task(base, property: property, conversation: base, "\(secret)\(property)?"),
            Office.tour(base, property: property, conversation: base, at: "2026-11-24T20:00:00Z"),
            Office.row(
                .emailDrafts,
                base,
                [
                    "conversation_id": Office.ref(.conversation, base), "subject": .text("Hi"),
                    "content": .text("\(secret)\(property)"),
                ]
            ),
            Office.row(
                .faq,
                base,
                ["property_id": Office.ref(.property, property), "question": .text("Q")]
            ),
        ]
    }

    @Test("a property that leaves takes its whole tree, and only that")
    func property() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Office.company() + rows(1) + rows(2))
        let outcome = try await replica.applyDelta(
            Body.delta(leave: [Office.id(.property, 1)], cursor: "second")
        )
        #expect(outcome.hasRemoved)
        let rest = try Table.allCases.flatMap { try replica.reader.rows(of: $0) }
        #expect(Set(rest) == Set((Office.company() + rows(2)).map(\.travelling)))
        let overview = try replica.overview()
        #expect(overview.leads == 1)
        #expect(overview.messages == 1)
        #expect(overview.questions == 2)
    }

    @Test("nothing of it stays readable in the files")
    func bytes() async throws {
        let profile = Profile()
        let filler = (1...200).map { Office.message(10_000 + $0, in: 200, "filler \($0)") }
        let replica = try await profile.replica(of: Office.company() + rows(1) + rows(2) + filler)
        #expect(try occurrences(of: "\(secret)1", in: profile) > 0)
        #expect(try occurrences(of: "v1@x.example", in: profile) > 0)
        _ = try await replica.applyDelta(
            Body.delta(leave: [Office.id(.property, 1)], cursor: "second")
        )
        #expect(try occurrences(of: "\(secret)1", in: profile) == 0)
        #expect(try occurrences(of: "\(secret.lowercased())1", in: profile) == 0)
        #expect(try occurrences(of: "v1@x.example", in: profile) == 0)
        #expect(try occurrences(of: "\(secret)2", in: profile) > 0)
    }

    @Test("failure 64: a visitor known to two properties stays while one of them does")
    func sharedVisitor() async throws {
        let profile = Profile()
        let shared = [
            Office.visitor(9, first: "Both"), Office.conversation(901, chatbot: 1, visitor: 9),
            Office.conversation(902, chatbot: 2, visitor: 9),
        ]
        let replica = try await profile.replica(of: Office.company() + rows(1) + rows(2) + shared)
        _ = try await replica.applyDelta(Body.delta(leave: [Office.id(.property, 1)], cursor: "2"))
        let names = { try replica.reader.rows(of: .user).map { $0["first_name"] } }
        #expect(try Set(names()) == [.text("Both"), .text(secret + "2")])
        _ = try await replica.applyDelta(
            Body.delta(delete: [(.conversation, [Office.id(.conversation, 902)])], cursor: "3")
        )
        #expect(try names() == [.text(secret + "2")])
    }

    @Test("a conversation that moves keeps its messages where the old property stays or leaves")
    func moves() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Office.company() + rows(1) + rows(2))
        let moved = Office.conversation(100, chatbot: 2, visitor: 100)
        _ = try await replica.applyDelta(Body.delta([moved], cursor: "2"))
        #expect(try replica.leads().rows.map(\.propertyName) == ["House 2", "House 2"])
        _ = try await replica.applyDelta(Body.delta(leave: [Office.id(.property, 1)], cursor: "3"))
        #expect(try replica.leads().rows.count == 2)
        #expect(try replica.overview().messages == 2)
    }

    @Test("a property that leaves and comes back whole in one body is there")
    func leavesAndReturns() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Office.company() + rows(1))
        _ = try await replica.applyDelta(
            Body.delta(rows(1), leave: [Office.id(.property, 1)], cursor: "2")
        )
        let rest = try Table.allCases.flatMap { try replica.reader.rows(of: $0) }
        #expect(Set(rest) == Set((Office.company() + rows(1)).map(\.travelling)))
        try await replica.checkFullText()
    }

    private func occurrences(of text: String, in profile: Profile) throws -> Int {
        let names = try FileManager.default.contentsOfDirectory(atPath: profile.directory)
        return try names.reduce(0) { count, name in
            let url = URL(fileURLWithPath: profile.directory + "/" + name)
            let bytes = try Data(contentsOf: url)
            return count + (bytes.range(of: Data(text.utf8)) == nil ? 0 : 1)
        }
    }
}
