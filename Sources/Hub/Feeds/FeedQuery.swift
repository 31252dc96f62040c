package import Model

/// What a feed asks of a store.
package struct FeedQuery: Sendable {
    /// Tours of its properties alone.
    package let scope: Scope
    /// Whose tours, with those that are nobody's; nil is everybody's.
    package let agent: AgentID?
    package let from: Timestamp
    package let to: Timestamp
    package let limit: Int

    package init(scope: Scope, agent: AgentID?, from: Timestamp, to: Timestamp, limit: Int) {
        self.scope = scope
        self.agent = agent
        self.from = from
        self.to = to
        self.limit = limit
    }
}
