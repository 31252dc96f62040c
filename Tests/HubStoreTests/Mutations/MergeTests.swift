import Hub
import Model
import Testing
import Wire

/// Two visitors who are one person: merged, and split again though nobody sees the second.
@Suite struct MergeTests {
    private static let visitor: VisitorID = rowID(.user, 1).cast()
    private static let double: VisitorID = rowID(.user, 9).cast()
    private static let talk: ConversationID = rowID(.conversation, 9).cast()

    private func move(_ from: VisitorID, _ to: VisitorID) -> Intent {
        .moveConversations(MoveConversations(conversations: [Self.talk], from: from, to: to))
    }

    private func desk(_ store: any HubStore) async throws -> WritingDesk {
        let desk = try await WritingDesk(store)
        try await store.insert([.visitor(9), .conversation(9, chatbot: 1, visitor: 9)])
        return desk
    }

    @Test(
        "a merge is undone where the merged visitor has no other conversation in scope",
        arguments: Backend.allCases
    )
    func undone(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await desk(store)
            #expect(try await desk.row(.user, Self.double.cast()) != nil)
            let merged = try await desk.send(move(Self.double, Self.visitor), as: 1)
            #expect(merged.outcome == .applied)
            #expect(try await desk.row(.user, Self.double.cast()) == nil, "nobody sees them now")
            let memory = try await desk.row(.leadDesk, Self.talk.cast())
            #expect(memory?.id("merged_from") == Self.double)
            let undone = try await desk.send(move(Self.visitor, Self.double), as: 2)
            #expect(undone.outcome == .applied, "\(undone)")
            let talk = try await desk.row(.conversation, Self.talk.cast())
            #expect(talk?.id("user_id") == Self.double)
            #expect(try await desk.row(.user, Self.double.cast()) != nil)
            let forgotten = try await desk.row(.leadDesk, Self.talk.cast())
            #expect(forgotten?["merged_from"] == .null)
        }
    }

    @Test(
        "a conversation goes to no visitor whom the agent cannot see and it was never of",
        arguments: Backend.allCases
    )
    func stranger(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await desk(store)
            _ = try await desk.send(move(Self.double, Self.visitor), as: 1)
            let stranger: VisitorID = rowID(.user, 3).cast()
            let refused = try await desk.send(move(Self.visitor, stranger), as: 2)
            #expect(refused.outcome == .rejected)
            #expect(refused.refusal?.code == .notFound)
        }
    }
}
