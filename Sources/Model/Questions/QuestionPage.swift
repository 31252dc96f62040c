/// The list of questions that wait: pending tasks, pending or doubtful knowledge, and what the bot
/// passed on; oldest first.
package struct QuestionQuery: Hashable, Sendable {
    /// Only what contains these words.
    package var words: String
    package var limit: Int
    /// Only of this property; nil is all.
    package var property: PropertyID?

    package init(
        words: String = "",
        limit: Int = PageSize.questions,
        property: PropertyID? = nil
    ) {
        self.words = words
        self.limit = limit
        self.property = property
    }
}

/// The questions list.
package struct QuestionPage: Hashable, Sendable {
    package var query: QuestionQuery
    package var rows: [QuestionRow]
    /// Entries that want an answer, beyond `limit` too.
    package var total: Int
    /// Tasks that were answered, ever.
    package var answered: Int

    package init(query: QuestionQuery, rows: [QuestionRow], total: Int, answered: Int) {
        self.query = query
        self.rows = rows
        self.total = total
        self.answered = answered
    }
}

/// One question; the same question (normalised text) asked several times at one property is one
/// row.
package struct QuestionRow: Hashable, Sendable, Identifiable {
    /// The oldest of those that ask it.
    package var id: QuestionID
    package var origin: QuestionOrigin
    package var property: PropertyID
    package var propertyName: String
    package var text: String
    /// When it was asked first.
    package var askedAt: Timestamp?
    /// How many asked.
    package var askers: Int
    /// The conversation it came from last.
    package var conversation: ConversationID?
    /// Whose it is; nil is nobody's.
    package var assignedTo: AgentID?

    package init(
        id: QuestionID,
        origin: QuestionOrigin,
        property: PropertyID,
        propertyName: String,
        text: String,
        askedAt: Timestamp?,
        askers: Int,
        conversation: ConversationID?,
        assignedTo: AgentID?
    ) {
        self.id = id
        self.origin = origin
        self.property = property
        self.propertyName = propertyName
        self.text = text
        self.askedAt = askedAt
        self.askers = askers
        self.conversation = conversation
        self.assignedTo = assignedTo
    }
}

/// Where a question comes from: a task is a person waiting, a faq is the property's knowledge.
package enum QuestionOrigin: Int, Hashable, Sendable, CaseIterable {
    case task
    case message
    case knowledge
    case review
}
