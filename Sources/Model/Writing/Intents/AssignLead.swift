/// Makes a lead somebody's, or nobody's: claiming, assigning and releasing are one.
package struct AssignLead: IntentRule {
    package static let kind = "assign_lead"

    package var conversation: ConversationID
    /// Whose it shall be; nil releases it.
    package var to: AgentID?
    /// Whose the agent saw it to be.
    package var seen: AgentID?

    package init(conversation: ConversationID, to: AgentID?, seen: AgentID?) {
        self.conversation = conversation
        self.to = to
        self.seen = seen
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        _ = try rows.property(of: conversation)
        if let to { _ = try rows.required(.propertyManager, to) }
        let desk = try rows.desk(of: conversation)
        let holder: AgentID? = desk?.id("claimed_by")
        guard holder == seen || holder == to else {
            throw Refusal(.taken, table: .leadDesk, row: conversation.cast())
        }
        let at: FieldValue = to == nil ? .null : .instant(act.at)
        return [
            LeadDesk.write(conversation, desk, ["claimed_by": .id(to), "claimed_at": at])
        ]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let holder: AgentID? = try rows.desk(of: conversation)?.id("claimed_by")
        return .assignLead(AssignLead(conversation: conversation, to: holder, seen: to))
    }
}

/// The row of `foyer.lead_desk`, whose id is its conversation's.
enum LeadDesk {
    static func write(
        _ conversation: ConversationID,
        _ desk: Record?,
        _ values: [String: FieldValue]
    ) -> RowWrite {
        if let desk { return .update(desk, values) }
        let whole = values.merging(["conversation_id": .id(conversation)]) { $1 }
        return .insert(.leadDesk, conversation.cast(), whole)
    }
}
