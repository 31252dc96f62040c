/// Takes a lead over from the bot: a person speaks for the office from here.
///
/// The platform's word for it is the status `handed_off`; a stage that was reached is kept.
package struct TakeOver: IntentRule {
    package static let kind = "take_over"

    package var conversation: ConversationID

    package init(conversation: ConversationID) {
        self.conversation = conversation
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let talk = try rows.required(.conversation, conversation)
        let desk = try rows.desk(of: conversation)
        let holder: AgentID? = desk?.id("taken_over_by")
        guard holder == nil || holder == act.agent else {
            throw Refusal(.taken, table: .leadDesk, row: conversation.cast())
        }
        var writes = [
            LeadDesk.write(
                conversation,
                desk,
                ["taken_over_by": .id(act.agent), "taken_over_at": .instant(act.at)]
            )
        ]
        if SessionStatus.rank(talk.text("status")) < SessionStatus.rank("handed_off") {
            writes.append(
                .update(
                    talk,
                    ["status": .text("handed_off"), "updated_at": .instant(act.at)]
                )
            )
        }
        return writes
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let talk = try rows.required(.conversation, conversation)
        return .giveBack(GiveBack(conversation: conversation, status: talk.text("status")))
    }
}

/// Gives a lead back to the bot.
package struct GiveBack: IntentRule {
    package static let kind = "give_back"

    package var conversation: ConversationID
    /// What the conversation's status becomes where it is `handed_off`; nil is `active`.
    package var status: String?

    package init(conversation: ConversationID, status: String? = nil) {
        self.conversation = conversation
        self.status = status
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let talk = try rows.required(.conversation, conversation)
        let status = status ?? "active"
        guard SessionStatus.all.contains(status) else {
            throw Refusal(.badValue, field: "status")
        }
        let desk = try rows.desk(of: conversation)
        var writes = [
            LeadDesk.write(
                conversation,
                desk,
                ["taken_over_by": .null, "taken_over_at": .null]
            )
        ]
        if talk.text("status") == "handed_off" {
            writes.append(
                .update(talk, ["status": .text(status), "updated_at": .instant(act.at)])
            )
        }
        return writes
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        .takeOver(TakeOver(conversation: conversation))
    }
}
