/// Brings changes from the hub; the network, or a simulated one.
package protocol ChangeTransport: Sendable {
    /// Asks for what has changed since the cursor, or for a snapshot; waits at the hub up to so
    /// many seconds for a change.
    ///
    /// Never throws: every trouble is an answer. Ends early when its task is cancelled.
    func changes(since cursor: String?, waitSeconds: Int) async -> FetchAnswer
}

/// The replica as syncing sees it; one owner, jobs one after the other.
package protocol SyncedReplica: Sendable {
    /// What the files hold.
    func standing() async throws(ApplyTrouble) -> ReplicaStanding
    /// Does a job; `body` is there where the job names one.
    func perform(_ job: ReplicaJob, body: [UInt8]?) async throws(ApplyTrouble) -> AppliedJob
}

/// A job of the replica failed; `failure` decides what to do, `detail` is for the log and holds no
/// text of a renter.
package struct ApplyTrouble: Error, Sendable {
    package var failure: ApplyFailure
    package var detail: String

    package init(_ failure: ApplyFailure, detail: String) {
        self.failure = failure
        self.detail = detail
    }
}
