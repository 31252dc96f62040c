/// Visitors who may be one person.
package struct DuplicatesQuery: Hashable, Sendable {
    /// Who may be this lead's visitor; nil is everybody who left the same address twice.
    package var conversation: ConversationID?

    package init(conversation: ConversationID? = nil) {
        self.conversation = conversation
    }
}

/// The answer to a `DuplicatesQuery`.
package struct DuplicatesPage: Hashable, Sendable {
    package var query: DuplicatesQuery
    /// The surest first.
    package var pairs: [DuplicatePair]

    package init(query: DuplicatesQuery, pairs: [DuplicatePair]) {
        self.query = query
        self.pairs = pairs
    }
}

/// Two visitors, what they share, and what a merge would move.
package struct DuplicatePair: Hashable, Sendable {
    /// Who stays: who left more of how to be reached.
    package var kept: VisitorFace
    /// Whose conversations become the other's.
    package var merged: VisitorFace
    /// What both have, the surest first.
    package var shared: [Sameness]
    /// The conversations of `merged` on this terminal, oldest first.
    package var conversations: [ConversationID]

    package init(
        kept: VisitorFace,
        merged: VisitorFace,
        shared: [Sameness],
        conversations: [ConversationID]
    ) {
        self.kept = kept
        self.merged = merged
        self.shared = shared
        self.conversations = conversations
    }
}

/// What two visitors may have in common, the surest first.
package enum Sameness: Int, Hashable, Sendable, CaseIterable {
    case email
    case phone
    case browser
    case name

    /// What the desk calls it.
    package var words: String {
        switch self {
        case .email: "same email"
        case .phone: "same phone"
        case .browser: "same browser"
        case .name: "same name"
        }
    }
}
