package import Model

/// What a replica's files hold.
package struct ReplicaState: Hashable, Sendable {
    /// The checkpoint of the generation that is shown; nil where everything must be fetched: there
    /// is none, or it was made under another schema.
    package var live: String?
    /// A copy that was begun and is not whole.
    package var building: BuildingState?

    package init(live: String? = nil, building: BuildingState? = nil) {
        self.live = live
        self.building = building
    }
}

/// A copy that is being made.
package struct BuildingState: Hashable, Sendable {
    /// Where its next page begins; nil before the first.
    package var cursor: String?
    /// Rows that are here, and how many there will be, as the hub estimated.
    package var progress: SyncProgress

    package init(cursor: String? = nil, progress: SyncProgress) {
        self.cursor = cursor
        self.progress = progress
    }
}

/// What applying a page came to.
package struct PageOutcome: Hashable, Sendable {
    /// Where the next page begins.
    package var cursor: String
    /// Whether the hub says that another page follows.
    package var more: Bool
    /// Of the copy, after this page.
    package var progress: SyncProgress
}

/// What applying a difference came to.
package struct DeltaOutcome: Hashable, Sendable {
    /// The checkpoint that the replica stands at.
    package var cursor: String
    /// The last of this terminal's writes that the hub has decided on; nil where it did not say.
    package var acked: Int64?
    /// Whether it had anything that could change what is shown, or what waits to be sent.
    package var hasChanged: Bool
    /// The tables that lost rows.
    package var shrunk: Set<Model.Table>

    /// Whether rows left the replica.
    package var hasRemoved: Bool { !shrunk.isEmpty }
}
