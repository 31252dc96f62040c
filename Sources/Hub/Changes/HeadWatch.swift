package import Logging
import Synchronization

/// Watches the store's head for everybody who waits: one question every 25 ms however many wait,
/// and none while nobody does.
package final class HeadWatch: Sendable {
    /// Why a wait ended.
    package enum Wake: Hashable, Sendable {
        /// The head is another than the one seen: this one.
        case changed(String)
        case timedOut
        /// The hub shuts down, or the caller was cancelled.
        case ended
    }

    /// How often the head is asked for, and so how late a change may be noticed.
    package static let interval = Duration.milliseconds(25)

    /// How often a store is asked that cannot answer.
    private static let pause = Duration.milliseconds(250)
    /// How long who waits is not told that the store cannot answer: a database that is restarted
    /// is back by then, and a thousand terminals need not come back for it.
    private static let grace = Duration.seconds(3)

    private let store: any HubStore
    private let clock: HubClock
    private let logger: Logger
    private let state = Mutex(State())
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    private struct State {
        var isOver = false
        var nextNumber = 0
        var waiters: [Int: Waiter] = [:]
        /// Since when the store does not answer.
        var silentSince: Duration?
    }

    private struct Waiter {
        var seen: String
        var deadline: Duration
        var wake: @Sendable (Wake) -> Void
    }

    package init(store: any HubStore, clock: HubClock, logger: Logger) {
        self.store = store
        self.clock = clock
        self.logger = logger
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// How many wait.
    package var listeners: Int { state.withLock { $0.waiters.count } }

    /// Watches until the task is cancelled or `end` is called; exactly one task does.
    package func run() async {
        for await _ in bell {
            while listeners > 0 {
                let pause = await look() ? Self.interval : Self.pause
                guard (try? await clock.sleep(pause)) != nil else { break }
            }
        }
        end()
    }

    /// Ends every wait, now and from now on.
    package func end() {
        ring.finish()
        release { state in
            state.isOver = true
            return state.waiters.keys.map { ($0, .ended) }
        }
    }

    /// Returns when the head is not `seen` any more, when so much time has `elapsed`, or when the
    /// caller is cancelled.
    package func wait(seen: String, deadline: Duration) async -> Wake {
        let number = nextNumber()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waiter = Waiter(seen: seen, deadline: deadline) {
                    continuation.resume(returning: $0)
                }
                accept(waiter, number)
            }
        } onCancel: {
            release { state in state.waiters[number] == nil ? [] : [(number, .ended)] }
        }
    }

    /// Calls `wake` once the same has come, for who keeps no task meanwhile; returns what `leave`
    /// takes.
    ///
    /// Where the hub shuts down it is called at once; else on the task of the watch: it may begin
    /// something, and must not work.
    package func park(
        seen: String,
        deadline: Duration,
        _ wake: @escaping @Sendable (Wake) -> Void
    ) -> Int {
        let number = nextNumber()
        accept(Waiter(seen: seen, deadline: deadline, wake: wake), number)
        return number
    }

    /// Nobody waits under that number any more: its `wake` is not called, unless it was already.
    package func leave(_ number: Int) {
        state.withLock { _ = $0.waiters.removeValue(forKey: number) }
    }

    private func nextNumber() -> Int {
        state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
    }

    /// The head is compared with what the waiter saw at the next look, so that a change between
    /// its own look and this is not missed.
    private func accept(_ waiter: Waiter, _ number: Int) {
        let isAccepted = state.withLock { state in
            guard !state.isOver, !Task.isCancelled else { return false }
            state.waiters[number] = waiter
            return true
        }
        if isAccepted { ring.yield() } else { waiter.wake(.ended) }
    }

    /// Returns whether the store answered.
    private func look() async -> Bool {
        do {
            let head = try await store.head()
            let elapsed = clock.elapsed()
            release { state in
                state.silentSince = nil
                return state.waiters.compactMap { number, waiter in
                    if waiter.seen != head { return (number, .changed(head)) }
                    return waiter.deadline <= elapsed ? (number, .timedOut) : nil
                }
            }
            return true
        } catch {
            releaseUnanswered(error)
            return false
        }
    }

    /// Who waits is told by their own next question to the store.
    private func releaseUnanswered(_ trouble: HubTrouble) {
        let elapsed = clock.elapsed()
        var isNews = false
        release { state in
            isNews = state.silentSince == nil
            let since = state.silentSince ?? elapsed
            state.silentSince = since
            return state.waiters.compactMap { number, waiter in
                let isOver = elapsed - since >= Self.grace || waiter.deadline <= elapsed
                return isOver ? (number, .timedOut) : nil
            }
        }
        if isNews {
            logger.warning("the head cannot be read", metadata: ["trouble": "\(trouble)"])
        }
    }

    /// Takes out the waiters that `choose` names and wakes them outside the lock.
    private func release(_ choose: (inout State) -> [(Int, Wake)]) {
        let chosen = state.withLock { state in
            choose(&state).compactMap { number, wake in
                state.waiters.removeValue(forKey: number).map { ($0.wake, wake) }
            }
        }
        for (wake, reason) in chosen { wake(reason) }
    }
}
