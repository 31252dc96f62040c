/// Makes a lead somebody's, or nobody's: claiming, assigning, handing off and releasing are one.
///
/// Whoever speaks for the bot hands that over with the lead.
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
            LeadDesk.write(
                conversation,
                desk,
                LeadDesk.voice(desk, from: holder, to: to, act)
                    .merging(["claimed_by": .id(to), "claimed_at": at]) { $1 }
            )
        ]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let holder: AgentID? = try rows.desk(of: conversation)?.id("claimed_by")
        return .assignLead(AssignLead(conversation: conversation, to: holder, seen: to))
    }
}

/// The row of `foyer.lead_desk`, whose id is its conversation's.
enum LeadDesk {
    /// Who speaks for the bot after a lead went from one agent to another: nothing changes where
    /// the first did not speak, or nobody gets the lead.
    static func voice(
        _ desk: Record?,
        from holder: AgentID?,
        to agent: AgentID?,
        _ act: Act
    ) -> [String: FieldValue] {
        guard let holder, let agent, holder != agent, desk?.id("taken_over_by") == holder else {
            return [:]
        }
        return ["taken_over_by": .id(agent), "taken_over_at": .instant(act.at)]
    }

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
