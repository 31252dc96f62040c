/// Lets so many calls through at once and so many a second.
struct TokenBucket {
    /// How many calls may come in a burst, and how many a second in the long run.
    struct Rate: Hashable {
        var burst: Double
        var perSecond: Double

        /// A terminal's: a first copy fetches pages as fast as it can write them, and who follows
        /// what never rests asks 40 times a second (`SyncSession`) and sends writes beside it.
        static let device = Rate(burst: 200, perSecond: 100)
        /// All enrolments of a hub together: who guesses codes gets ten tries a minute.
        static let enrolment = Rate(burst: 10, perSecond: 1.0 / 6)
    }

    private let rate: Rate
    private var tokens: Double
    private var filledAt: Duration

    init(_ rate: Rate, now: Duration) {
        self.rate = rate
        tokens = rate.burst
        filledAt = now
    }

    /// Takes a token; where there is none, the time until there is one.
    mutating func take(now: Duration) -> Duration? {
        tokens = min(rate.burst, tokens + (now - filledAt) / .seconds(1) * rate.perSecond)
        filledAt = now
        guard tokens < 1 else {
            tokens -= 1
            return nil
        }
        return .seconds((1 - tokens) / rate.perSecond)
    }
}
