package import Model
package import Wire

/// Asks what changed for an agent.
package struct DeltaRequest: Hashable, Sendable {
    package var agent: AgentID
    package var now: Timestamp
    /// Where history stood when the agent's rows were as they are there.
    package var position: String
    /// The fingerprint of the scope by which those rows were chosen.
    package var scope: String
    /// The largest answer, bytes.
    package var limit: Int

    package init(agent: AgentID, now: Timestamp, position: String, scope: String, limit: Int) {
        self.agent = agent
        self.now = now
        self.position = position
        self.scope = scope
        self.limit = limit
    }
}

/// A difference between two states of the database.
package struct Delta: Sendable {
    /// `begin`, leaves, deletes and rows; the checkpoint is still to come.
    package var lines: LineWriter
    /// Whether there is nothing but `begin`.
    package var isEmpty: Bool
    package var position: String
    package var scope: Scope

    package init(lines: LineWriter, isEmpty: Bool, position: String, scope: Scope) {
        self.lines = lines
        self.isEmpty = isEmpty
        self.position = position
        self.scope = scope
    }
}

/// What came of asking for a difference.
package enum DeltaAnswer: Sendable {
    case delta(Delta)
    /// There is no such agent any more.
    case agentGone
    case gone(CursorEnd)
}

/// Why no difference leads from a position to now; everything must be fetched anew.
package enum CursorEnd: String, Hashable, Sendable, CaseIterable {
    /// The log does not reach back so far.
    case tooOld = "too_old"
    /// This database has never been there: it was restored, or it is another.
    case elsewhere
    /// The agent's companies are others, or the scope of then is forgotten.
    case otherScope = "other_scope"
    /// There is more of it than a body may hold.
    case tooLarge = "too_large"
}
