import Hub
import Model
import Synchronization

/// The time of one simulation: it passes only where the simulation says so.
final class VirtualTime: Sendable {
    private let state = Mutex((elapsed: Duration.zero, jumped: Duration.zero))

    /// Since the beginning; never jumps.
    var elapsed: Duration { state.withLock { $0.elapsed } }

    /// What the calendar says.
    var now: Timestamp { state.withLock { Self.start.advanced(by: $0.elapsed + $0.jumped) } }

    func pass(until elapsed: Duration) {
        state.withLock { $0.elapsed = max($0.elapsed, elapsed) }
    }

    /// The calendar moves on by so much in no time.
    func jump(by duration: Duration) {
        state.withLock { $0.jumped += duration }
    }

    var hubClock: HubClock {
        HubClock(now: { self.now }, elapsed: { self.elapsed }, sleep: { _ in await Task.yield() })
    }

    /// 2026-11-23T14:10:10Z, a Monday.
    static let start = Timestamp(microseconds: 1_795_443_010_000_000)
}
