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

/// What every response of a person does: the notifications of the lead are read and responded to.
enum Response {
    static func writes(
        _ act: Act,
        _ conversation: ConversationID,
        _ rows: some OfficeRows
    ) throws -> [RowWrite] {
        try rows.rows(.leadNotification, where: "conversation_id", is: conversation.cast())
            .filter { $0["response_at"] == .null }
            .map { notification in
                var values = ["response_at": FieldValue.instant(act.at)]
                if notification["read_at"] == .null { values["read_at"] = .instant(act.at) }
                return .update(notification, values)
            }
    }
}
