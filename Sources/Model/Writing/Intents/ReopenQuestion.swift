/// Takes an answer or a dismissal back: the question waits again, what was published is withdrawn,
/// and drafts that nobody touched are cancelled.
package struct ReopenQuestion: IntentRule {
    package static let kind = "reopen_question"

    package var tasks: [RowID]
    package var knowledge: [RowID]
    /// The answer that is taken back; nil for a dismissal.
    package var seenAnswer: String?
    /// Those of `knowledge` that came to be by the answer.
    package var retires: [RowID]
    /// The mutation that answered, which named what it made.
    package var answering: MutationID
    /// How many conversations it may have written to.
    package var conversations: Int
    /// The rows as they were before; a version that did not know of these says nothing of them.
    package var earlier: [EarlierAnswer]?

    /// A task or an entry of knowledge before it was answered.
    package struct EarlierAnswer: Hashable, Sendable, Codable {
        package var entry: RowID
        package var answer: String?
        package var status: String?
        /// Whose the question was; nil for nobody's.
        package var assigned: RowID?

        init(_ record: Record) {
            entry = record.id
            answer = record.text("answer")
            status = record.text("status")
            assigned = record.id("assigned_to")
        }
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        // A sum that no list makes would trap.
        guard (0...FieldRule.mostRows).contains(conversations) else {
            throw Refusal(.badValue, field: "askers")
        }
        try FieldRule.few(tasks.count + knowledge.count + conversations, "askers")
        var writes: [RowWrite] = []
        for id in tasks {
            let task = try unchanged(.tasks, id, rows)
            var values: [String: FieldValue] = ["answer": .null, "status": .text("pending")]
            if let earlier {
                let before = earlier.first { $0.entry == id }
                values["assigned_to"] = (before?.assigned).map { .id($0) } ?? .null
            }
            writes.append(.update(task, values))
        }
        for id in knowledge {
            let entry = try unchanged(.faq, id, rows)
            var values: [String: FieldValue] = [
                "answer": .null, "status": .text("pending"), "updated_at": .instant(act.at),
            ]
            if retires.contains(id) {
                values["status"] = .text("needs_review")
                values["category"] = .text(ReviseKnowledge.retired)
            } else if let before = earlier?.first(where: { $0.entry == id }) {
                values["answer"] = .text(before.answer)
                values["status"] = .text(before.status)
                values["assigned_to"] = before.assigned.map { .id($0) } ?? .null
            }
            writes.append(.update(entry, values))
        }
        return try writes + drafts(act, rows)
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? { nil }

    private func unchanged(_ table: Table, _ id: RowID, _ rows: some OfficeRows) throws -> Record {
        let record = try rows.required(table, id)
        guard record.text("answer") == seenAnswer else {
            throw Refusal(.changed, table: table, row: id)
        }
        return record
    }

    private func drafts(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let answered = Act(agent: act.agent, at: act.at, mutation: answering)
        return try (0..<conversations).flatMap { index -> [RowWrite] in
            var writes: [RowWrite] = []
            if let draft = try rows.row(.emailDrafts, answered.newID("draft", index)),
                draft.text("status") == "draft"
            {
                writes.append(.update(draft, ["status": .text("cancelled")]))
            }
            if let activity = try rows.row(.leadActivity, answered.newID("activity", index)) {
                writes.append(.update(activity, ["retracted_at": .instant(act.at)]))
            }
            return writes
        }
    }
}
