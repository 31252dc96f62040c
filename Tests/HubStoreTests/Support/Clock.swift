import Hub
import Logging
import Model

/// A clock that says so many hours after 2026-11-01T00:00:00Z and never lets anybody wait.
func clock(_ hour: @escaping @Sendable () -> Int) -> HubClock {
    let start = Timestamp(microseconds: 1_793_491_200_000_000)
    return HubClock(
        now: { start.advanced(by: .seconds(3_600 * hour())) },
        elapsed: { .zero },
        sleep: { _ in await Task.yield() }
    )
}

extension ChangeService {
    init(store: any HubStore, clock: HubClock) async throws {
        try await self.init(
            store: store,
            clock: clock,
            metrics: HubMetrics(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }
}
