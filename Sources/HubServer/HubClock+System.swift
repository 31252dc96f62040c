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
            sleep: { try await Task.sleep(for: $0) }
        )
    }()
}
