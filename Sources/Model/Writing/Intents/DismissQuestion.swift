/// Says that a question wants no answer.
///
/// Knowledge cannot be dismissed, as the platform has no word for it: it is retired.
package struct DismissQuestion: IntentRule {
    package static let kind = "dismiss_question"

    package var property: PropertyID
    package var asked: QuestionRows

    package init(property: PropertyID, asked: QuestionRows) {
        self.property = property
        self.asked = asked
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        try FieldRule.few(asked.count, "askers")
        let tasks = try asked.tasks.map { id in
            let task = try QuestionRows.of(.tasks, id, at: property, rows)
            guard !task.isFilled("answer") else {
                throw Refusal(.alreadyAnswered, table: .tasks, row: id)
            }
            return RowWrite.update(task, ["status": .text("dismissed")])
        }
        let messages = try asked.messages.enumerated().map { index, id in
            let (message, conversation) = try QuestionRows.untold(id, at: property, rows)
            return RowWrite.insert(
                .tasks,
                act.newID("task", index),
                [
                    "property_id": .id(property), "conversation_id": .id(conversation),
                    "assigned_to": .id(act.agent), "question": message["message_text"],
                    "status": .text("dismissed"), "created_at": .instant(act.at),
                ]
            )
        }
        let knowledge = try asked.knowledge.map { id in
            RowWrite.update(
                try QuestionRows.of(.faq, id, at: property, rows),
                [
                    "category": .text(ReviseKnowledge.retired), "status": .text("needs_review"),
                    "updated_at": .instant(act.at),
                ]
            )
        }
        return tasks + messages + knowledge
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        if let entry = asked.knowledge.first {
            // One intent takes one entry back as it was, and the desk dismisses one at a time.
            guard asked.count == 1 else { return nil }
            let record = try rows.required(.faq, entry)
            return .reviseKnowledge(
                ReviseKnowledge(
                    entry: entry.cast(),
                    seenAnswer: record.text("answer"),
                    revision: .restore(
                        answer: record.text("answer"),
                        status: record.text("status"),
                        category: record.text("category")
                    )
                )
            )
        }
        return .reopenQuestion(
            ReopenQuestion(
                tasks: asked.tasks + asked.messages.indices.map { act.newID("task", $0) },
                knowledge: [],
                seenAnswer: nil,
                retires: [],
                answering: act.mutation,
                conversations: 0
            )
        )
    }
}
