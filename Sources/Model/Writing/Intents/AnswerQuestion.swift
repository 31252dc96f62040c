/// Answers a question for everybody who asked it and, unless switched off, publishes question and
/// answer as the property's knowledge.
package struct AnswerQuestion: IntentRule {
    package static let kind = "answer_question"

    package var property: PropertyID
    /// The question as the chatbot shall know it.
    package var question: String
    package var answer: String
    /// The rows that are this one question: people who wait, what the bot passed on, and knowledge
    /// that lacks its answer.
    package var asked: QuestionRows
    /// Whether question and answer go into the chatbot's knowledge.
    package var publishes: Bool
    /// The knowledge's category.
    package var category: String?
    /// Whether each asker who left an address gets an email draft.
    package var drafts: Bool

    package init(
        property: PropertyID,
        question: String,
        answer: String,
        asked: QuestionRows,
        publishes: Bool = true,
        category: String? = nil,
        drafts: Bool = true
    ) {
        self.property = property
        self.question = question
        self.answer = answer
        self.asked = asked
        self.publishes = publishes
        self.category = category
        self.drafts = drafts
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let text = try FieldRule.filled(answer, "answer", .tasks, "answer")
        try FieldRule.few(asked.count, "askers")
        var writes: [RowWrite] = []
        var conversations: [ConversationID] = []
        for id in asked.tasks {
            let task = try pending(id, rows)
            writes.append(
                .update(
                    task,
                    ["answer": text, "status": .text("answered"), "assigned_to": .id(act.agent)]
                )
            )
            if let conversation: ConversationID = task.id("conversation_id") {
                conversations.append(conversation)
            }
        }
        for (index, id) in asked.messages.enumerated() {
            let (message, conversation) = try QuestionRows.untold(id, at: property, rows)
            writes.append(taskWrite(act, index, message, conversation, text))
            conversations.append(conversation)
        }
        writes += try knowledge(act, rows, text)
        for (index, conversation) in Set(conversations).sorted().enumerated() {
            writes.append(
                .insert(
                    .leadActivity,
                    act.newID("activity", index),
                    [
                        "conversation_id": .id(conversation),
                        "property_manager_id": .id(act.agent), "kind": .text("answer"),
                        "note": .text(question), "created_at": .instant(act.at),
                    ]
                )
            )
            writes += try Response.writes(act, conversation, rows)
            if drafts, let draft = try draft(act, index, conversation, rows) {
                writes.append(draft)
            }
        }
        return writes
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let answered = asked.tasks + asked.messages.indices.map { act.newID("task", $0) }
        let published = asked.knowledge.isEmpty && publishes ? [act.newID("knowledge")] : []
        let earlier =
            try asked.tasks.map { ReopenQuestion.EarlierAnswer(try rows.required(.tasks, $0)) }
            + asked.knowledge.map { ReopenQuestion.EarlierAnswer(try rows.required(.faq, $0)) }
        return .reopenQuestion(
            ReopenQuestion(
                tasks: answered,
                knowledge: asked.knowledge + published,
                seenAnswer: answer,
                retires: published,
                answering: act.mutation,
                conversations: asked.count,
                earlier: earlier
            )
        )
    }
}

extension AnswerQuestion {
    private func pending(_ id: RowID, _ rows: some OfficeRows) throws -> Record {
        let record = try QuestionRows.of(.tasks, id, at: property, rows)
        guard !record.isFilled("answer") else {
            throw Refusal(.alreadyAnswered, table: .tasks, row: id)
        }
        guard record.text("status")?.lowercased() != "dismissed" else {
            throw Refusal(.changed, table: .tasks, row: id)
        }
        return record
    }

    /// What the bot passed on becomes a task that is answered, so that it is known to be.
    private func taskWrite(
        _ act: Act,
        _ index: Int,
        _ message: Record,
        _ conversation: ConversationID,
        _ answer: FieldValue
    ) -> RowWrite {
        .insert(
            .tasks,
            act.newID("task", index),
            [
                "property_id": .id(property), "conversation_id": .id(conversation),
                "assigned_to": .id(act.agent), "question": message["message_text"],
                "answer": answer, "status": .text("answered"), "created_at": .instant(act.at),
            ]
        )
    }

    private func knowledge(
        _ act: Act,
        _ rows: some OfficeRows,
        _ answer: FieldValue
    ) throws -> [RowWrite] {
        let known = try asked.knowledge.map { id in
            RowWrite.update(
                try pendingKnowledge(id, rows),
                [
                    "answer": answer, "status": .text("answered"),
                    "assigned_to": .id(act.agent), "updated_at": .instant(act.at),
                ]
            )
        }
        guard known.isEmpty, publishes else { return known }
        return [
            .insert(
                .faq,
                act.newID("knowledge"),
                [
                    "property_id": .id(property),
                    "question": try FieldRule.filled(question, "question", .faq, "question"),
                    "answer": answer,
                    "category": try FieldRule.optional(category, "category", .faq, "category"),
                    "source_type": .text("agent"), "status": .text("answered"),
                    "assigned_to": .id(act.agent), "created_at": .instant(act.at),
                    "updated_at": .instant(act.at),
                ]
            )
        ]
    }

    /// Knowledge in doubt may be answered anew; what is sure by now was somebody else's answer.
    private func pendingKnowledge(_ id: RowID, _ rows: some OfficeRows) throws -> Record {
        let record = try QuestionRows.of(.faq, id, at: property, rows)
        guard !record.isFilled("answer") || record.text("status") != "answered" else {
            throw Refusal(.alreadyAnswered, table: .faq, row: id)
        }
        return record
    }

    private func draft(
        _ act: Act,
        _ index: Int,
        _ conversation: ConversationID,
        _ rows: some OfficeRows
    ) throws -> RowWrite? {
        let talk = try rows.required(.conversation, conversation)
        guard let visitor: VisitorID = talk.id("user_id"),
            let person = try rows.row(.user, visitor.cast()), person.isFilled("email")
        else { return nil }
        let name = try rows.required(.property, property).text("name") ?? ""
        let greeting = person.text("first_name").map { "Hi \($0)," } ?? "Hello,"
        return .insert(
            .emailDrafts,
            act.newID("draft", index),
            [
                "lead_id": .id(visitor), "conversation_id": .id(conversation),
                "subject": .text("Your question to \(name)"),
                "content": .text("\(greeting)\n\nyou asked: \(question)\n\n\(answer)\n\n\(name)"),
                "preview": .text(String(answer.prefix(120))), "status": .text("draft"),
                "priority": .text("medium"), "created_at": .instant(act.at),
            ]
        )
    }
}
