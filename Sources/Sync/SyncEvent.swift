package import Model

/// What happened, as far as syncing is concerned.
package enum SyncEvent: Hashable, Sendable {
    /// The replica has been looked at: at the program's start, and after trouble with its files.
    case started(ReplicaStanding)
    /// The hub answered, or did not.
    ///
    /// Only the latest fetch is listened to.
    case answered(FetchNumber, FetchSummary)
    /// A job of the replica is done.
    case applied(AppliedJob)
    /// A job of the replica failed; nothing of it stays.
    case applyFailed(ApplyFailure)
    /// A timer that was asked for is over.
    case timerFired(TimerNumber)
    /// The agent wants it now.
    case agentAsked
}

/// Tells one fetch from another.
package struct FetchNumber: Hashable, Sendable {
    package let value: Int

    package init(value: Int) {
        self.value = value
    }
}

/// Tells one timer from another.
package struct TimerNumber: Hashable, Sendable {
    package let value: Int
}

/// What the replica's files hold.
package struct ReplicaStanding: Hashable, Sendable {
    /// Where the generation that is shown stands; nil where there is none.
    package var live: String?
    /// A copy that was begun and is not whole; nil where there is none.
    package var building: BuildingStanding?

    package init(live: String?, building: BuildingStanding?) {
        self.live = live
        self.building = building
    }
}

/// A copy that is being made.
package struct BuildingStanding: Hashable, Sendable {
    /// Where its next page begins; nil before the first.
    package var cursor: String?
    package var progress: SyncProgress

    package init(cursor: String?, progress: SyncProgress) {
        self.cursor = cursor
        self.progress = progress
    }
}

/// A fetch's answer without its bytes, which the shell keeps under the fetch's number.
package enum FetchSummary: Hashable, Sendable {
    /// A page of a snapshot; `rows` is the hub's estimate for all of it.
    case page(next: String, rows: Int?)
    /// A difference, up to a checkpoint; `isEmpty` where it has no line between its first and last,
    /// and the hub has forgotten nothing.
    case delta(next: String, isEmpty: Bool)
    case failed(FetchFailure)
}

/// A job of the replica that is done.
package enum AppliedJob: Hashable, Sendable {
    case generationBegun
    case page(rows: Int)
    case loadingFinished
    /// The difference since the first page is in the copy.
    case settled
    /// The difference is in what is shown; `changed` where it had any line.
    case delta(changed: Bool)
    /// The new generation is the one that is shown.
    case promoted
    case erased
}

/// Why a job of the replica failed.
package enum ApplyFailure: Hashable, Sendable {
    /// The body was not understood.
    case body
    /// The disk is full or fails.
    case storage
    /// The replica's file is damaged: it is of no use any more.
    case damaged
}
