package import Model
package import Wire

/// Asks what everything adds up to that an agent may see.
package struct DigestQuery: Hashable, Sendable {
    package var agent: AgentID
    package var now: Timestamp
    /// Where the terminal stands.
    package var position: String
    /// The fingerprint of the terminal's scope.
    package var scope: String

    package init(agent: AgentID, now: Timestamp, position: String, scope: String) {
        self.agent = agent
        self.now = now
        self.position = position
        self.scope = scope
    }
}

/// What came of it.
package enum DigestAnswer: Hashable, Sendable {
    /// `isAtPosition` is whether nothing changed for the agent since the position.
    case digest([Table: TableDigest], isAtPosition: Bool)
    case agentGone
}
