package import Model

/// What the shell must do next, in order.
package enum SyncAction: Hashable, Sendable {
    /// Ask the hub; the answer comes back with the number.
    ///
    /// There is never more than one under way.
    case fetch(FetchNumber, cursor: String?, waitSeconds: Int)
    /// The answer is not wanted any more.
    case cancelFetch(FetchNumber)
    /// Give the replica a job.
    ///
    /// Jobs are done one after the other, in this order; where one fails, those behind it are
    /// dropped.
    case apply(ReplicaJob)
    /// Look what the replica's files hold, and say it as `SyncEvent.started`.
    case inspect
    case startTimer(TimerNumber, Duration)
    /// The header has something else to say.
    case report(Freshness)
    /// What is shown has changed: panes read anew.
    case replicaChanged
}

/// What the replica is asked to do; a body is named by the fetch that brought it.
package enum ReplicaJob: Hashable, Sendable {
    /// Begin a copy; one that was begun before is dropped.
    case beginGeneration
    /// A page of the snapshot into the copy, with its cursor, in one transaction.
    case page(FetchNumber)
    /// Indexes, full text and derived tables of the copy.
    case finishLoading
    /// The difference since the first page into the copy.
    case settle(FetchNumber)
    /// The copy becomes what is shown, in one step.
    case promote
    /// A difference into what is shown, in one transaction.
    case delta(FetchNumber)
    /// Everything goes: this terminal may not have it any more.
    case erase
}
