/// How long to wait before trying again: exponential, with full jitter so that a thousand terminals
/// that lost one hub do not come back as one (Brooker, "Exponential Backoff And Jitter", 2015).
package struct BackOff: Sendable, Hashable {
    /// What the first wait is drawn up to.
    package var base: Duration
    /// What no wait exceeds, unless the hub asks for longer.
    package var ceiling: Duration
    private var attempt = 0
    private var chance: SplitMix

    package init(base: Duration = .seconds(1), ceiling: Duration = .seconds(60), seed: UInt64) {
        self.base = base
        self.ceiling = ceiling
        chance = SplitMix(seed: seed)
    }

    /// The wait before the next try; never shorter than what the hub asked for, and longer each
    /// time all the same: a hub whose database is away says the same to everybody, for hours.
    package mutating func next(atLeast asked: Duration? = nil) -> Duration {
        let limit = min(base * Double(1 << min(attempt, 16)), ceiling)
        attempt += 1
        let jittered = limit * Double.random(in: 0.1...1, using: &chance)
        guard let asked else { return jittered }
        // Everybody was told the same number: spread out behind it.
        let spread = base * Double.random(in: 0...1, using: &chance)
        return max(jittered, min(asked, Self.longestAsked) + spread)
    }

    /// Something went well: the next trouble starts from the beginning.
    package mutating func reset() {
        attempt = 0
    }

    /// A hub that asks for more than this is not believed.
    private static let longestAsked = Duration.seconds(600)
}
