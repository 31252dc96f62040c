/// A visitor who was merged into another, and can be split off again.
package struct PastMerge: Hashable, Sendable {
    package var from: VisitorID
    /// Their conversations, which go back to them, oldest first.
    package var conversations: [ConversationID]

    package init(from: VisitorID, conversations: [ConversationID]) {
        self.from = from
        self.conversations = conversations
    }
}
