import Dispatch
import Synchronization

/// Runs what is asynchronous for a command that has nothing else to do, and waits for it.
///
/// Only the process's first thread may call this: it is not one of those that run tasks, so nothing
/// that the body needs waits for it.
func blocking<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
) throws -> Value {
    let result = Mutex<Result<Value, any Error>?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let task = Task {
        do {
            let value = try await body()
            result.withLock { $0 = .success(value) }
        } catch {
            result.withLock { $0 = .failure(error) }
        }
        isDone.signal()
    }
    defer { task.cancel() }
    isDone.wait()
    guard let result = result.withLock({ $0 }) else {
        throw Complaint("the command ended without a result")
    }
    return try result.get()
}
