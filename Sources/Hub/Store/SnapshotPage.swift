package import Model
package import Wire

/// Asks for a page of everything an agent may see.
package struct SnapshotRequest: Hashable, Sendable {
    package var agent: AgentID
    package var now: Timestamp
    /// What the page aims at, bytes.
    package var limit: Int
    /// Where the copy stands; nil for its first page.
    package var progress: Progress?

    /// How far a copy has come.
    package struct Progress: Hashable, Sendable {
        /// Where the next page begins.
        package var place: String
        /// The scope under which the copy was begun.
        package var scope: String

        package init(place: String, scope: String) {
            self.place = place
            self.scope = scope
        }
    }

    package init(agent: AgentID, now: Timestamp, limit: Int, progress: Progress? = nil) {
        self.agent = agent
        self.now = now
        self.limit = limit
        self.progress = progress
    }
}

/// A page of a copy.
package struct SnapshotPage: Sendable {
    /// `begin` and rows; the checkpoint is still to come.
    package var lines: LineWriter
    /// Where the next page begins; nil after the last.
    package var next: String?
    /// Where history stood when this page was read.
    package var position: String
    /// What the agent may see at that moment.
    package var scope: Scope

    package init(lines: LineWriter, next: String?, position: String, scope: Scope) {
        self.lines = lines
        self.next = next
        self.position = position
        self.scope = scope
    }
}

/// What came of asking for a page.
package enum SnapshotAnswer: Sendable {
    case page(SnapshotPage)
    /// There is no such agent any more.
    case agentGone
    /// The copy cannot go on and must be begun anew: the store does not know the place or scope,
    /// or something left the scope since, and might be back before the copy is whole.
    case gone(CursorEnd)
}
