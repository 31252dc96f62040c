import NIOCore
import Synchronization

/// The calls that are under way, so that one ends when its client hangs up.
///
/// A connection lasts for days and brings a call every 25 seconds: nothing of a call may stay with
/// it. So each call is a task of its own, whose memory goes with it, and is noted here by its
/// connection only while it runs; a future of the channel would keep a callback for each.
final class OpenCalls: Sendable {
    /// One a connection: HTTP/1.1 answers in turn.
    private let calls = Mutex<[ObjectIdentifier: @Sendable () -> Void]>([:])

    /// How many there are.
    var count: Int { calls.withLock { $0.count } }

    /// Runs the work, and cancels it when the connection closes or the caller is cancelled.
    func run<Value: Sendable>(
        on channel: any Channel,
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Owned by this call, which waits for it.
        let task = Task.detached(operation: work)
        let key = ObjectIdentifier(channel)
        calls.withLock { $0[key] = { task.cancel() } }
        defer { calls.withLock { _ = $0.removeValue(forKey: key) } }
        // It may have closed before it was noted.
        if !channel.isActive { task.cancel() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// The connection is closed: nobody waits for the answer any more.
    func end(on channel: any Channel) {
        calls.withLock { $0[ObjectIdentifier(channel)] }?()
    }
}
