import Foundation
import GRDB
import Model
import Testing
import Wire

@testable import Replica

/// Another version of the program begins where one with other tables and other writes has ended.
@Suite("A new version keeps what an old one wrote")
struct OtherVersionTests {
    private static let rows: [TableRow] =
        Office.company() + Office.property(1, name: "Northgate")
        + [Office.visitor(1, first: "Jordan"), Office.conversation(1, visitor: 1)]

    private static func note(_ text: String) -> Intent {
        .logActivity(
            LogActivity(conversation: Office.id(.conversation, 1), activity: .note, note: text)
        )
    }

    /// What the other version wrote, which this one has no word for.
    private static let foreign = """
        {"kind":"praise_lead","arguments":{"conversation":"c","stars":5,"of":[1.5,null,true]}}
        """

    /// Leaves a replica of another schema, and in the outbox a note and something unknown.
    private func leave(_ profile: Profile) async throws {
        let writer = try profile.openWithOutbox()
        try await writer.load(Self.rows)
        for text in ["stands in for the unknown", "of the old schema"] {
            _ = try await writer.write(Self.note(text), at: Profile.now)
        }
        try await writer.connection { db in
            try db.execute(sql: "UPDATE replica SET fingerprint = 'another'")
        }
        try await writer.writes?.outbox.file.queue.write { db in
            try db.execute(
                sql: """
                    UPDATE entry SET entry = json_set(entry, '$.schema', 'another');
                    UPDATE entry SET entry = json_set(entry, '$.intent', json(:foreign))
                    WHERE seq = 1
                    """,
                arguments: ["foreign": Self.foreign]
            )
        }
    }

    private func notes(_ writer: ReplicaWriter) throws -> [FieldValue] {
        try writer.reader.rows(of: .leadActivity).map { $0["note"] }
    }

    @Test("failure 43: a new schema shows the old one's writes again, and sends them as they were")
    func pending() async throws {
        let profile = Profile()
        try await leave(profile)
        let writer = try profile.openWithOutbox()
        let outbox = try #require(writer.writes?.outbox)
        #expect(try await writer.state().live == nil, "rows of another schema are not shown")
        #expect(try outbox.counts() == (2, 0))
        try await writer.load(Self.rows)
        #expect(try notes(writer) == [.text("of the old schema")])
        let sent = try outbox.batch().map(SentMutation.init)
        #expect(sent.map(\.schema) == ["another", "another"])
        #expect(sent.compactMap { try? $0.intent.get().kind } == ["praise_lead", "log_activity"])
        let bytes = String(decoding: WireJSON.encode(sent[0]), as: UTF8.self)
        let arguments = #""arguments":{"conversation":"c","of":[1.5,null,true],"stars":5}"#
        #expect(bytes.contains(arguments), "\(bytes)")
    }

    @Test("failure 43: a write that nobody understands any more blocks nothing behind it")
    func refused() async throws {
        let profile = Profile()
        try await leave(profile)
        let writer = try profile.openWithOutbox()
        let outbox = try #require(writer.writes?.outbox)
        try await writer.load(Self.rows)
        let batch = try outbox.batch()
        var results = batch.map { MutationResult(id: $0.id, number: $0.number, outcome: .applied) }
        results[0].outcome = .rejected
        results[0].refusal = Refusal(.unknownKind)
        _ = try await writer.take(MutationsResponse(results: results, acked: 2))
        #expect(try outbox.counts() == (0, 1))
        let row = try #require(try outbox.attention().rows.first)
        #expect(row.intent.kind == "praise_lead")
        #expect(try notes(writer) == [.text("of the old schema")])
        await #expect(throws: Refusal.self) {
            try await writer.write(row.intent, at: Profile.now)
        }
        try outbox.settle(row.id)
        #expect(try outbox.counts() == (0, 0))
    }

    @Test("a reason of a newer hub's spoils no answer, and is told as what it is")
    func newReason() throws {
        let text = #"{"code":"out_of_stock","field":"unit"}"#
        let refusal = try WireJSON.decode(Refusal.self, Data(text.utf8))
        #expect(refusal.code == .other)
        #expect(refusal.words.contains("this version"))
    }
}
