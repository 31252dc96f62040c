import Foundation
import Hub
import Model

/// The demo's time: the machine's, or one that began with it and runs faster.
struct DemoClock: Sendable {
    let speed: Double
    private let start = Timestamp(Date())
    private let began = ContinuousClock.now

    init(speed: Double) {
        self.speed = speed
    }

    func now() -> Timestamp {
        start.advanced(by: (ContinuousClock.now - began) * speed)
    }

    /// Waits until the demo's clock shows that time.
    func sleep(until time: Timestamp) async throws {
        let rest = time.since(now()) / speed
        // Time itself is waited for: the demo plays a day as it went.
        if rest > .zero { try await Task.sleep(for: rest) }
    }

    /// The hub's clock: the demo's calendar, the machine's patience.
    var hub: HubClock {
        HubClock(
            now: { now() },
            elapsed: { ContinuousClock.now - began },
            // The one place where waiting for time is real; whoever waits is given this clock.
            sleep: { try await Task.sleep(for: $0) }
        )
    }
}
