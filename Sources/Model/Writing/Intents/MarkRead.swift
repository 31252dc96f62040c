/// Says that the agent has seen a lead: the notifications to them are read.
package struct MarkRead: IntentRule {
    package static let kind = "mark_read"

    package var conversation: ConversationID

    package init(conversation: ConversationID) {
        self.conversation = conversation
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        _ = try rows.required(.conversation, conversation)
        return try rows.notifications(of: conversation)
            .filter { notification in
                let owner: AgentID? = notification.id("property_manager_id")
                return notification["read_at"] == .null && (owner == nil || owner == act.agent)
            }
            .map { .update($0, ["read_at": .instant(act.at)]) }
    }

    /// What was seen was seen.
    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? { nil }
}
