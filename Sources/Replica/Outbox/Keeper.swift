import Dispatch
import Foundation
import Synchronization

/// Keeps writes while whoever makes them goes on.
///
/// The disk takes 1 to 2 ms, nearly all of it waiting; laying a write over the rows and reading
/// what panes show of it takes about as long.
final class Keeper: Sendable {
    private let outbox: Outbox
    private let thread: ReadyThread?

    /// Where it does not overlap, a write is kept before its maker goes on.
    init(_ outbox: Outbox, overlaps: Bool) {
        self.outbox = outbox
        thread = overlaps ? ReadyThread() : nil
    }

    func keep(_ entry: OutboxEntry) -> Keeping {
        let keeping = Keeping()
        let work: @Sendable () -> Void = { [outbox] in
            keeping.finish { try outbox.append(entry) }
        }
        if let thread { thread.run(work) } else { work() }
        return keeping
    }
}

/// A write on its way to the disk.
final class Keeping: Sendable {
    private let outcome = Mutex<Result<Void, any Error>>(.success(()))
    private let work = DispatchGroup()

    fileprivate init() {
        work.enter()
    }

    fileprivate func finish(_ body: () throws -> Void) {
        outcome.withLock { outcome in
            outcome = Result { try body() }
        }
        work.leave()
    }

    /// Lets the next step to the disk be taken now where both share a processor, and not only when
    /// this side has done all of its own.
    func giveWay() { sched_yield() }

    /// Waits until it is on disk, and throws where it could not be kept.
    func end() throws {
        work.wait()
        try outcome.withLock { $0 }.get()
    }
}

/// A thread that waits for something to do.
///
/// It is woken within 20 µs. One that is made for what is to be done begins when its maker's
/// processor is free, 2 ms later; those of a queue are as few as the processors, and may be taken.
private final class ReadyThread: Sendable {
    private let work = Work()

    private final class Work: Sendable {
        let waiting = Mutex<[@Sendable () -> Void]>([])
        let signal = DispatchSemaphore(value: 0)
    }

    init() {
        Thread.detachNewThread { [work] in
            while true {
                work.signal.wait()
                let next = work.waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                guard let next else { return }
                next()
            }
        }
    }

    deinit {
        // It finds nothing to do, and ends.
        work.signal.signal()
    }

    func run(_ body: @escaping @Sendable () -> Void) {
        work.waiting.withLock { $0.append(body) }
        work.signal.signal()
    }
}
