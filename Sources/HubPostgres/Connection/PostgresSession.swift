import Dispatch
import Synchronization

/// A connection with a thread's queue of its own, so that waiting for the server keeps none of the
/// threads that run tasks.
///
/// `@unchecked`: `connection` is touched on `queue` only, which runs one block at a time.
final class PostgresSession: @unchecked Sendable {
    private let queue = DispatchQueue(label: "foyer.postgres")
    private let address: PostgresAddress
    private let patience: PostgresPatience
    private var connection: PostgresConnection?

    init(_ address: PostgresAddress, _ patience: PostgresPatience) {
        self.address = address
        self.patience = patience
    }

    /// Runs the body on the connection, which is made when it is first needed.
    ///
    /// Whatever is left open by a body that throws is rolled back; a connection that is of no more
    /// use is dropped, and made anew by the next call.
    func perform<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try self.onQueue(body) })
            }
        }
    }

    private func onQueue<Value>(_ body: (PostgresConnection) throws -> Value) throws -> Value {
        let connection = try self.connection ?? PostgresConnection(address, patience)
        self.connection = connection
        defer {
            if !connection.isUsable {
                if (try? connection.script("ROLLBACK")) == nil || !connection.isUsable {
                    self.connection = nil
                }
            }
        }
        return try body(connection)
    }
}
