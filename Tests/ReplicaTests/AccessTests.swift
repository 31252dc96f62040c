import Model
import Testing
import Wire

@testable import Replica

@Suite("Where the agent may write comes with the cursor, and holds for what they write")
struct AccessTests {
    private static let rows: [TableRow] =
        Office.company() + Office.property(1, name: "Northgate")
        + Office.property(2, name: "Harbor") + [
            Office.visitor(1, first: "Jordan", last: "P.", email: "jordan@mail.example"),
            Office.conversation(1, visitor: 1), Office.message(1, in: 1, "Hello"),
        ]

    private static let northgate: PropertyID = Office.id(.property, 1)
    private static let harbor: PropertyID = Office.id(.property, 2)

    /// An empty difference whose last line says where the agent may write.
    private static func told(_ access: WriteAccess?, cursor: String) -> [UInt8] {
        var writer = LineWriter()
        writer.begin(BeginLine(snapshot: false))
        writer.checkpoint(CheckpointLine(checkpoint: cursor, more: false, access: access))
        return writer.take()
    }

    private static func office(_ profile: Profile) async throws -> ReplicaWriter {
        let writer = try profile.openWithOutbox()
        try await writer.load(rows)
        return writer
    }

    @Test("what the hub said last is kept, is news to the desk, and outlives silence and a restart")
    func kept() async throws {
        let profile = Profile()
        var writer: ReplicaWriter? = try await Self.office(profile)
        func tell(_ access: WriteAccess?, _ cursor: String) async throws -> Bool? {
            try await writer?.applyDelta(Self.told(access, cursor: cursor)).hasChanged
        }
        #expect(try writer?.overview().access == .full)
        #expect(try await tell(.only([]), "second") == true)
        #expect(try writer?.overview().access == .only([]))
        #expect(try await tell(.only([]), "third") == false, "nothing that the desk has not shown")
        #expect(try await tell(nil, "fourth") == false)
        #expect(try writer?.overview().access == .only([]))
        writer = nil
        let again = try profile.open()
        #expect(try again.overview().access == .only([]))
    }

    @Test("a write where the agent may only read is refused in words and kept nowhere")
    func refused() async throws {
        let profile = Profile()
        let writer = try await Self.office(profile)
        let lead: ConversationID = Office.id(.conversation, 1)
        let intents: [Intent] = [
            .assignLead(AssignLead(conversation: lead, to: Office.agent, seen: nil)),
            .logActivity(LogActivity(conversation: lead, activity: .note, note: "third floor")),
            .correctContact(
                CorrectContact(
                    visitor: Office.id(.user, 1),
                    contact: CorrectContact.Contact(
                        first: "Jordan",
                        last: "Pérez",
                        email: "jordan@mail.example",
                        phone: nil
                    ),
                    seen: CorrectContact.Contact(
                        first: "Jordan",
                        last: "P.",
                        email: "jordan@mail.example",
                        phone: nil
                    )
                )
            ),
            .setPropertySettings(
                SetPropertySettings(
                    property: Self.northgate,
                    zone: "America/Denver",
                    bufferMinutes: nil,
                    noticeMinutes: nil
                )
            ),
        ]
        let access = WriteAccess.everywhere(but: [Self.northgate])
        _ = try await writer.applyDelta(Self.told(access, cursor: "second"))
        for intent in intents {
            let refusal = await #expect(throws: Refusal.self, "\(intent.kind)") {
                _ = try await writer.write(intent, at: Profile.now)
            }
            #expect(refusal?.code == .readOnly)
            #expect(refusal?.words == WriteAccess.words(at: "Northgate"))
        }
        #expect(try writer.writes?.outbox.pending(after: 0).isEmpty == true)
        // Elsewhere, and once the level is another, they write.
        let elsewhere = WriteAccess.everywhere(but: [Self.harbor])
        _ = try await writer.applyDelta(Self.told(elsewhere, cursor: "third"))
        for intent in intents {
            #expect(try await writer.write(intent, at: Profile.now) != nil, "\(intent.kind)")
        }
    }
}
