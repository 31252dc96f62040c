import NIOCore

/// Ends work that nobody waits for any more.
enum ClientPresence {
    /// Runs the work, and cancels it when the connection closes.
    static func whileConnected<Value: Sendable>(
        _ channel: any Channel,
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let (closed, close) = AsyncStream<Void>.makeStream()
        channel.closeFuture.whenComplete { _ in close.finish() }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                for await _ in closed {}
                return nil
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() ?? nil else { throw CancellationError() }
            return value
        }
    }
}
