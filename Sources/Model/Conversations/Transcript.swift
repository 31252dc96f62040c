/// A window into a conversation's messages, oldest first.
package struct TranscriptQuery: Hashable, Sendable {
    package var conversation: ConversationID
    package var anchor: TranscriptAnchor
    /// The most messages wanted.
    package var limit: Int

    package init(
        conversation: ConversationID,
        anchor: TranscriptAnchor = .end,
        limit: Int = PageSize.transcript
    ) {
        self.conversation = conversation
        self.anchor = anchor
        self.limit = limit
    }
}

/// Which part of a transcript is wanted.
package enum TranscriptAnchor: Hashable, Sendable {
    /// The newest.
    case end
    /// The oldest.
    case beginning
    /// As many before as after this message.
    case around(MessageID)
}

/// A window of a transcript.
package struct TranscriptPage: Hashable, Sendable {
    package var query: TranscriptQuery
    package var messages: [TranscriptMessage]
    /// How many messages stand before the first of these.
    package var offset: Int
    /// How many the conversation has.
    package var total: Int

    package init(query: TranscriptQuery, messages: [TranscriptMessage], offset: Int, total: Int) {
        self.query = query
        self.messages = messages
        self.offset = offset
        self.total = total
    }
}

/// One message.
package struct TranscriptMessage: Hashable, Sendable, Identifiable {
    package var id: MessageID
    package var sender: Sender
    package var text: String
    /// When it was written; nil where the platform does not know.
    package var at: Timestamp?
    package var kind: MessageKind

    package init(id: MessageID, sender: Sender, text: String, at: Timestamp?, kind: MessageKind) {
        self.id = id
        self.sender = sender
        self.text = text
        self.at = at
        self.kind = kind
    }
}

/// What a message is, as far as the desk marks it.
package enum MessageKind: Hashable, Sendable {
    case text
    /// The bot passes on the visitor's question to a person; its text is the question.
    case unansweredQuestion
    /// The bot handed the conversation to the office.
    case handoff
    /// Another type, as the platform words it.
    case other(String)

    package init(_ type: String?) {
        switch type {
        case nil, "text", "": self = .text
        case "unanswered_question": self = .unansweredQuestion
        case "handoff", "admin_handoff", "human_handoff": self = .handoff
        case .some(let other): self = .other(other)
        }
    }
}
