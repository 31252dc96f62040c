/// All that an agent needs to answer a question.
package struct QuestionCard: Hashable, Sendable {
    package var question: QuestionRow
    /// The rows that are this question.
    package var asked: QuestionRows
    /// How many of the askers left an email address.
    package var reachable: Int
    /// What was said around it where it was asked last, oldest first; empty where it came from no
    /// conversation.
    package var talk: [TranscriptMessage]
    /// Answers of this property to questions like it, the likest first.
    package var similar: [SimilarAnswer]
    /// For knowledge in doubt: its answer.
    package var seenAnswer: String?
    package var category: String?

    package init(
        question: QuestionRow,
        asked: QuestionRows,
        reachable: Int = 0,
        talk: [TranscriptMessage] = [],
        similar: [SimilarAnswer] = [],
        seenAnswer: String? = nil,
        category: String? = nil
    ) {
        self.question = question
        self.asked = asked
        self.reachable = reachable
        self.talk = talk
        self.similar = similar
        self.seenAnswer = seenAnswer
        self.category = category
    }
}

/// An answer that the property gave before.
package struct SimilarAnswer: Hashable, Sendable {
    package var question: String
    package var answer: String
    /// 0 to 100: the share of the words that both have.
    package var likeness: Int

    package init(question: String, answer: String, likeness: Int) {
        self.question = question
        self.answer = answer
        self.likeness = likeness
    }
}
