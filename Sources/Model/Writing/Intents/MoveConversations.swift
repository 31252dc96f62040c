/// Makes conversations another visitor's: two visitors who are one person are merged by it, and
/// split again.
///
/// The visitor who is left keeps their row; terminals drop it with their last conversation. Each
/// conversation remembers whose it was first, so that it can go back there at any time, though
/// nobody's terminal holds that visitor any more.
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
        let origins = try conversations.map { try rows.desk(of: $0)?.id("merged_from") == to }
        if !origins.contains(true) { _ = try rows.required(.user, to) }
        // Who goes back to a visitor that nobody sees makes them be seen for those behind.
        let order =
            conversations.indices.filter { origins[$0] }
            + conversations.indices.filter { !origins[$0] }
        return try order.flatMap { try move(conversations[$0], act, rows) }
    }

    private func move(
        _ id: ConversationID,
        _ act: Act,
        _ rows: some OfficeRows
    ) throws -> [RowWrite] {
        let talk = try rows.required(.conversation, id)
        guard talk.id("user_id") == from else {
            throw Refusal(.changed, table: .conversation, row: talk.id)
        }
        let drafts = try rows.rows(.emailDrafts, where: "conversation_id", is: id.cast())
        let desk = try rows.desk(of: id)
        let origin: VisitorID? = desk?.id("merged_from")
        let isBack = origin == to
        let memory = LeadDesk.write(
            id,
            desk,
            ["merged_from": isBack ? .null : .id(origin ?? from)]
        )
        let move = RowWrite.update(talk, ["user_id": .id(to), "updated_at": .instant(act.at)])
        // Each write must be allowed as it comes: the memory while its visitor is seen, and the
        // way back while it is remembered.
        return (isBack ? [move, memory] : [memory, move])
            + drafts.filter { $0.id("lead_id") == from }.map { .update($0, ["lead_id": .id(to)]) }
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        .moveConversations(MoveConversations(conversations: conversations, from: to, to: from))
    }
}
