/// What the chatbot of the agent's properties knows: entries with an answer, those in doubt first.
package struct KnowledgeQuery: Hashable, Sendable {
    /// Only what contains these words, in question or answer.
    package var words: String
    package var limit: Int

    package init(words: String = "", limit: Int = PageSize.knowledge) {
        self.words = words
        self.limit = limit
    }
}

/// The answer to a `KnowledgeQuery`.
package struct KnowledgePage: Hashable, Sendable {
    package var query: KnowledgeQuery
    package var rows: [KnowledgeRow]

    package init(query: KnowledgeQuery, rows: [KnowledgeRow]) {
        self.query = query
        self.rows = rows
    }
}

/// One entry of a property's knowledge.
package struct KnowledgeRow: Hashable, Sendable, Identifiable {
    package var id: KnowledgeID
    package var property: PropertyID
    package var propertyName: String
    package var question: String
    /// Nil where it has none yet.
    package var answer: String?
    /// Whether somebody should look at it.
    package var isInDoubt: Bool

    package init(
        id: KnowledgeID,
        property: PropertyID,
        propertyName: String,
        question: String,
        answer: String?,
        isInDoubt: Bool
    ) {
        self.id = id
        self.property = property
        self.propertyName = propertyName
        self.question = question
        self.answer = answer
        self.isInDoubt = isInDoubt
    }
}
