import Foundation
import Model
import Replica
import Testing
import Wire

@Suite("A body is applied whole or not at all")
struct BodyTests {
    private let start =
        Office.company() + Office.property(1, name: "Northgate") + [
            Office.visitor(1, first: "Jordan"), Office.conversation(1, visitor: 1),
            Office.message(1, in: 1, "Hello"),
        ]

    /// What a test compares: every row and every number shown.
    private func content(_ replica: ReplicaWriter) throws -> [String] {
        try Table.allCases.flatMap { try replica.reader.rows(of: $0).map { "\($0)" } }
            + ["\(try replica.overview())", "\(try replica.leads().rows)"]
    }

    @Test("failure 25: a difference that is cut at any byte leaves the replica as it was")
    func cutDifference() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let before = try content(replica)
        let body = Body.delta(
            [Office.message(2, in: 1, "Is it \"quiet\"?\n"), Office.conversation(2)],
            delete: [(.message, [Office.id(.message, 1)])],
            cursor: "second"
        )
        for length in 0..<body.count {
            await #expect(throws: WireError.self, "cut at byte \(length)") {
                try await replica.applyDelta(Array(body.prefix(length)))
            }
        }
        #expect(try content(replica) == before)
        #expect(try await replica.state().live == "first")
        _ = try await replica.applyDelta(body)
        #expect(try content(replica) != before)
        #expect(try await replica.state().live == "second")
    }

    @Test("failure 25: a page that is cut at any byte leaves the copy as it was")
    func cutPage() async throws {
        let profile = Profile()
        let replica = try profile.open()
        try await replica.beginGeneration()
        let body = Body.page(start, cursor: "first", more: true)
        for length in 0..<body.count {
            await #expect(throws: WireError.self, "cut at byte \(length)") {
                try await replica.applyPage(Array(body.prefix(length)))
            }
        }
        let building = try #require(try await replica.state().building)
        #expect(building.cursor == nil)
        #expect(building.progress.rows == 0)
    }

    @Test(
        "a malformed line changes nothing",
        arguments: [
            #"["not under a table"]"#,
            #"{"table":"message","columns":["sender_type"]}"#,
            #"{"table":"message","columns":["id","id"]}"#,
            #"{"table":"message","columns":["id"]}"# + "\n" + #"["not an id"]"#,
            #"{"table":"message","columns":["id"]}"# + "\n[null]",
            #"{"table":"message","columns":["id"]}"# + "\n[]",
            #"{"table":"message","columns":["id"]}"# + "\n"
                + #"["00000000-0000-0000-0000-000000000001","more"]"#,
            #"{"table":"tours","columns":["id","duration_minutes"]}"# + "\n"
                + #"["00000000-0000-0000-0000-000000000001","sixty"]"#,
            #"{"table":"conversation","columns":["id","is_qualified"]}"# + "\n"
                + #"["00000000-0000-0000-0000-000000000001",1]"#,
            #"{"table":"conversation","columns":["id","status"]}"# + "\n"
                + #"["00000000-0000-0000-0000-000000000001",1]"#,
            #"{"begin":{"snapshot":false}}"#,
            "not JSON",
        ]
    )
    func malformed(line: String) async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let before = try content(replica)
        // A good row before the bad one: it must not stay either.
        let good =
            #"{"table":"user","columns":["id","first_name"]}"# + "\n"
            + #"["00000000-0000-0000-0000-000000000009","Stays not"]"#
        let body = Body.lines(line.hasPrefix("[\"not under") ? [line] : [good, line])
        await #expect(throws: WireError.self) { try await replica.applyDelta(body) }
        #expect(try content(replica) == before)
    }

    @Test("what a newer hub sends beyond what is known here is skipped")
    func unknownParts() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let body = Body.lines([
            #"{"table":"hologram","columns":["id","shape"]}"#,
            #"["00000000-0000-0000-0000-000000000001",{"deep":1}]"#,
            #"{"delete":"hologram","ids":["00000000-0000-0000-0000-000000000001"]}"#,
            #"{"greeting":"hello"}"#,
            #"{"table":"company","columns":["mood","name","id"]}"#,
            #"["good","Homes & Co","\#((Office.id(.company, 1) as RowID).text)"]"#,
        ])
        _ = try await replica.applyDelta(body)
        let company = try #require(try replica.reader.rows(of: .company).first)
        #expect(company["name"] == .text("Homes & Co"))
    }

    @Test("a column that an older hub does not send gets its default")
    func missingColumns() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let body = Body.lines([
            #"{"table":"chatbot","columns":["id"]}"#,
            #"["\#((Office.id(.chatbot, 7) as RowID).text)"]"#,
        ])
        _ = try await replica.applyDelta(body)
        let chatbot = try #require(try replica.reader.rows(of: .chatbot).last)
        #expect(chatbot["theme_color"] == .text("#7c3aed"))
        #expect(chatbot["is_active"] == .boolean(true))
        #expect(chatbot["name"] == .null)
    }

    @Test("failure 29: a difference that comes twice, or is empty, changes nothing more")
    func twice() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let body = Body.delta([Office.message(2, in: 1, "Again")], cursor: "second")
        _ = try await replica.applyDelta(body)
        let once = try content(replica)
        #expect(try await replica.applyDelta(body).hasChanged)
        #expect(try content(replica) == once)
        #expect(try await replica.applyDelta(Body.delta(cursor: "third")).hasChanged == false)
        #expect(try content(replica) == once)
    }

    @Test("texts arrive byte for byte, whatever stands in them")
    func texts() async throws {
        let profile = Profile()
        let hostile = [
            "", "\u{1}\u{7f}\u{1b}[31m", "\"\\/\u{8}\u{c}\n\r\t", "🏳️‍🌈 e\u{301} \u{202e}gnp.exe",
            "'; DROP TABLE message; --", String(repeating: "long ", count: 50_000),
        ]
        let rows = hostile.enumerated().map { Office.message($0 + 1, in: 1, $1) }
        let replica = try await profile.replica(of: start.dropLast() + rows)
        let texts = try replica.reader.rows(of: .message).map { $0["message_text"] }
        #expect(Set(texts) == Set(hostile.map { .text($0) }))
    }
}
