import Hub
import Model
import Synchronization

/// A clock that a test turns; whoever sleeps by it does so for a moment of real time, so that a
/// watch looks often and does not spin.
final class TestClock: Sendable {
    private let passed = Mutex(Duration.zero)
    private let shift = Mutex(Duration.zero)

    func advance(by duration: Duration) {
        passed.withLock { $0 += duration }
    }

    /// Sets what the calendar says, as a person or a time server does; no time passes.
    func set(by duration: Duration) {
        shift.withLock { $0 += duration }
    }

    var hubClock: HubClock {
        let noon = Timestamp(microseconds: 1_795_521_600_000_000)
        return HubClock(
            now: {
                noon.advanced(by: self.passed.withLock { $0 } + self.shift.withLock { $0 })
            },
            elapsed: { self.passed.withLock { $0 } },
            sleep: { _ in try await Task.sleep(for: .milliseconds(1)) }
        )
    }
}
