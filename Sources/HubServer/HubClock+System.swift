import Foundation
package import Hub
import Model

extension HubClock {
    /// The clocks of this machine.
    package static let system: HubClock = {
        let start = ContinuousClock.now
        return HubClock(
            now: { Timestamp(Date()) },
            elapsed: { ContinuousClock.now - start },
            // The one place where waiting for time is real; whoever waits is given this clock.
            sleep: { try await Task.sleep(for: $0) }
        )
    }()
}
