/// Makes conversations another visitor's: two visitors who are one person are merged by it, and
/// split again.
///
/// The visitor who is left keeps their row; terminals drop it with their last conversation.
package struct MoveConversations: IntentRule {
    package static let kind = "move_conversations"

    package var conversations: [ConversationID]
    package var from: VisitorID
    package var to: VisitorID

    package init(conversations: [ConversationID], from: VisitorID, to: VisitorID) {
        self.conversations = conversations
        self.from = from
        self.to = to
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        try FieldRule.few(conversations.count, "conversations")
        guard from != to else { throw Refusal(.badValue, field: "visitor") }
        _ = try rows.required(.user, to)
        return try conversations.flatMap { id -> [RowWrite] in
            let talk = try rows.required(.conversation, id)
            guard talk.id("user_id") == from else {
                throw Refusal(.changed, table: .conversation, row: talk.id)
            }
            let drafts = try rows.rows(.emailDrafts, where: "conversation_id", is: id.cast())
            let move = RowWrite.update(
                talk,
                ["user_id": .id(to), "updated_at": .instant(act.at)]
            )
            return [move]
                + drafts.filter { $0.id("lead_id") == from }
                .map { .update($0, ["lead_id": .id(to)]) }
        }
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        .moveConversations(MoveConversations(conversations: conversations, from: to, to: from))
    }
}
