import Replica
import Sync

extension ReplicaWriter {
    /// Does a job with a body that was asked for just now.
    func perform(_ job: ReplicaJob, body: [UInt8]) async throws(ApplyTrouble) -> AppliedJob {
        try await perform(job, body: AskedBody(bytes: body, decided: decided()))
    }
}
