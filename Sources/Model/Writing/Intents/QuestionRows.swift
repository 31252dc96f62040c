/// The rows that are one question: the terminal names them, so that nobody answers what they have
/// not seen.
package struct QuestionRows: Hashable, Sendable, Codable {
    /// Rows of `tasks`: people who wait.
    package var tasks: [RowID]
    /// Rows of `message` that the bot passed on and no task carries.
    package var messages: [RowID]
    /// Rows of `faq` that lack an answer or are in doubt.
    package var knowledge: [RowID]

    package init(tasks: [RowID] = [], messages: [RowID] = [], knowledge: [RowID] = []) {
        self.tasks = tasks
        self.messages = messages
        self.knowledge = knowledge
    }

    package var count: Int { tasks.count + messages.count + knowledge.count }
}

extension QuestionRows {
    /// A row of `tasks` or `faq`, which must be the property's that the question is asked at.
    static func of(
        _ table: Table,
        _ id: RowID,
        at property: PropertyID,
        _ rows: some OfficeRows
    ) throws -> Record {
        let record = try rows.required(table, id)
        guard record.id("property_id") == property else {
            throw Refusal(.badValue, field: "property", table: table, row: id)
        }
        return record
    }

    /// A question that the bot passed on and that no task carries yet: once one does, somebody else
    /// has dealt with it.
    static func untold(
        _ id: RowID,
        at property: PropertyID,
        _ rows: some OfficeRows
    ) throws -> (message: Record, conversation: ConversationID) {
        let message = try rows.required(.message, id)
        guard let conversation: ConversationID = message.id("conversation_id"),
            try rows.property(of: conversation) == property
        else { throw Refusal(.badValue, field: "property", table: .message, row: id) }
        let tasks = try rows.rows(.tasks, where: "conversation_id", is: conversation.cast())
        if let told = tasks.first(where: { $0.text("question") == message.text("message_text") }) {
            let code = told.isFilled("answer") ? Refusal.Code.alreadyAnswered : .changed
            throw Refusal(code, table: .tasks, row: told.id)
        }
        return (message, conversation)
    }
}

/// What every response of a person does: the notifications of the lead are read and responded to.
enum Response {
    static func writes(
        _ act: Act,
        _ conversation: ConversationID,
        _ rows: some OfficeRows
    ) throws -> [RowWrite] {
        try rows.notifications(of: conversation).filter { $0["response_at"] == .null }
            .map { notification in
                var values = ["response_at": FieldValue.instant(act.at)]
                if notification["read_at"] == .null { values["read_at"] = .instant(act.at) }
                return .update(notification, values)
            }
    }
}

extension OfficeRows {
    /// What agents were told of a lead.
    func notifications(of conversation: ConversationID) throws -> [Record] {
        try rows(.leadNotification, where: "conversation_id", is: conversation.cast())
    }
}
