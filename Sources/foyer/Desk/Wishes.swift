import Desk
import Synchronization

/// Carries what the agent wants kept from the drawing thread, which never waits, to the disk.
final class Wishes: Sendable {
    private let list = Mutex(WishList())
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation

    init() {
        // One signal is enough: whoever wakes takes all that waits.
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func add(_ wish: Wish) {
        list.withLock { $0.add(wish) }
        signal.yield()
    }

    /// Nothing is added any more; what waits is still handed on.
    func finish() {
        signal.finish()
    }

    /// Hands on each wish, in order, until there are none and will be none.
    func handOn(to body: (Wish) async -> Void) async {
        for await _ in signals { await empty(into: body) }
        await empty(into: body)
    }

    private func empty(into body: (Wish) async -> Void) async {
        while let wish = list.withLock({ $0.next() }) { await body(wish) }
    }
}
