/// Reviews an entry of a property's knowledge: approves it, puts it in doubt, edits or retires it.
package struct ReviseKnowledge: IntentRule {
    package static let kind = "revise_knowledge"

    package var entry: KnowledgeID
    /// The answer that the agent saw; nil where there was none.
    package var seenAnswer: String?
    package var revision: Revision

    package init(entry: KnowledgeID, seenAnswer: String?, revision: Revision) {
        self.entry = entry
        self.seenAnswer = seenAnswer
        self.revision = revision
    }

    /// What becomes of the entry.
    package enum Revision: Hashable, Sendable, Codable {
        /// The answer is right.
        case approve
        /// Somebody should look at it.
        case doubt
        /// The answer is this one; the chatbot may say it.
        case edit(answer: String)
        /// The chatbot shall not say it any more.
        case retire
        /// It is as it was: answer, status and category.
        case restore(answer: String?, status: String?, category: String?)
    }

    /// The category of entries that the chatbot shall not know: the platform has no word for them,
    /// and the desk deletes nothing.
    package static let retired = "retired"

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.faq, entry)
        guard record.text("answer") == seenAnswer else {
            throw Refusal(.changed, table: .faq, row: record.id)
        }
        var values = try values(record)
        values["updated_at"] = .instant(act.at)
        return [.update(record, values)]
    }

    private func values(_ record: Record) throws -> [String: FieldValue] {
        switch revision {
        case .approve:
            guard record.isFilled("answer") else { throw Refusal(.empty, field: "answer") }
            return ["status": .text("answered")]
        case .doubt: return ["status": .text("needs_review")]
        case .edit(let answer):
            return [
                "answer": try FieldRule.filled(answer, "answer", .faq, "answer"),
                "status": .text("answered"),
            ]
        case .retire:
            return [
                "answer": .null, "status": .text("needs_review"), "category": .text(Self.retired),
            ]
        case .restore(let answer, let status, let category):
            return [
                "answer": .text(answer), "status": .text(status), "category": .text(category),
            ]
        }
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let record = try rows.required(.faq, entry)
        let after = record.with(try values(record))
        return .reviseKnowledge(
            ReviseKnowledge(
                entry: entry,
                seenAnswer: after.text("answer"),
                revision: .restore(
                    answer: record.text("answer"),
                    status: record.text("status"),
                    category: record.text("category")
                )
            )
        )
    }
}
