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
    /// The last of this terminal's writes that it knows the hub to have decided on; asked when a
    /// fetch begins, and at once answered.
    func decided() -> Int64
    /// Does a job; `body` is there where the job names one.
    func perform(_ job: ReplicaJob, body: AskedBody?) async throws(ApplyTrouble) -> AppliedJob
}

/// A body of changes, and what was known when it was asked for.
package struct AskedBody: Sendable {
    package var bytes: [UInt8]
    /// What `SyncedReplica.decided` was then.
    ///
    /// A hub that says less in its answer has forgotten something; one that says less than is known
    /// when the answer is applied may only have said so before.
    package var decided: Int64

    package init(bytes: [UInt8], decided: Int64) {
        self.bytes = bytes
        self.decided = decided
    }
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
