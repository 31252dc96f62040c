package import Model

/// Time as the hub knows it, given from outside so that tests can turn it.
package struct HubClock: Sendable {
    /// What the calendar says.
    package let now: @Sendable () -> Timestamp
    /// Time that never jumps, since some beginning.
    package let elapsed: @Sendable () -> Duration
    /// Returns after so long; throws at once where the task is cancelled.
    package let sleep: @Sendable (Duration) async throws -> Void

    package init(
        now: @escaping @Sendable () -> Timestamp,
        elapsed: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.elapsed = elapsed
        self.sleep = sleep
    }
}
