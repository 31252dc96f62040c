import Dispatch
import Synchronization

/// Lends sessions: at most so many at a time, to who asked first.
///
/// Who gets none in time is told so, and who is cancelled waits no more: a server that is slow or
/// full makes no queue of callers whose terminals have gone.
final class PostgresPool: Sendable {
    /// How it is used at a moment.
    struct Use: Sendable, Hashable {
        var lent = 0
        var waiting = 0
    }

    private let address: PostgresAddress
    private let patience: PostgresPatience
    private let most: Int
    private let state = Mutex(State())

    private struct State {
        var idle: [PostgresSession] = []
        var lent = 0
        /// In the order in which they came.
        var waiting: [Waiter] = []
        var nextNumber = 0
    }

    private struct Waiter {
        var number: Int
        var continuation: CheckedContinuation<PostgresSession, any Error>
    }

    /// `most` sessions at a time, each a connection of the server.
    init(_ address: PostgresAddress, _ patience: PostgresPatience, most: Int) {
        self.address = address
        self.patience = patience
        self.most = most
    }

    var use: Use { state.withLock { Use(lent: $0.lent, waiting: $0.waiting.count) } }

    /// Runs the body on a session of its own.
    func perform<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        let session = try await take()
        defer { give(session) }
        return try await session.perform(body)
    }

    private func take() async throws -> PostgresSession {
        if let session = takeIdle() { return session }
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                wait(Waiter(number: number, continuation: continuation))
            }
        } onCancel: {
            giveUp(number, CancellationError())
        }
    }

    private func takeIdle() -> PostgresSession? {
        state.withLock { state in
            guard state.waiting.isEmpty else { return nil }
            return Self.free(&state, most) { PostgresSession(address, patience) }
        }
    }

    private static func free(
        _ state: inout State,
        _ most: Int,
        _ make: () -> PostgresSession
    ) -> PostgresSession? {
        guard state.lent < most else { return nil }
        state.lent += 1
        return state.idle.popLast() ?? make()
    }

    private func wait(_ waiter: Waiter) {
        enum Outcome {
            case session(PostgresSession)
            case waits
            case refused(any Error)
        }
        let outcome: Outcome = state.withLock { state in
            // One may have become free since it was asked for.
            if state.waiting.isEmpty,
                let session = Self.free(&state, most, { PostgresSession(address, patience) })
            {
                return .session(session)
            }
            if Task.isCancelled { return .refused(CancellationError()) }
            guard state.waiting.count < Self.mostWaiting else { return .refused(Self.allLent) }
            state.waiting.append(waiter)
            return .waits
        }
        switch outcome {
        case .session(let session): waiter.continuation.resume(returning: session)
        case .refused(let error): waiter.continuation.resume(throwing: error)
        case .waits:
            let time = DispatchTimeInterval.milliseconds(Int(patience.session / .milliseconds(1)))
            DispatchQueue.global().asyncAfter(deadline: .now() + time) {
                self.giveUp(waiter.number, Self.allLent)
            }
        }
    }

    private func giveUp(_ number: Int, _ error: any Error) {
        let waiter = state.withLock { state -> Waiter? in
            let index = state.waiting.firstIndex { $0.number == number }
            return index.map { state.waiting.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: error)
    }

    private func give(_ session: PostgresSession) {
        let waiter = state.withLock { state -> Waiter? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.lent -= 1
            state.idle.append(session)
            return nil
        }
        waiter?.continuation.resume(returning: session)
    }

    private static let allLent = PostgresTrouble.connection(
        "all connections of the hub are in use"
    )
    /// Callers that wait; one more is told at once.
    private static let mostWaiting = 4_096
}
