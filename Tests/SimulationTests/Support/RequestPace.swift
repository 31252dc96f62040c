/// Watches that a terminal honours its back-off and asks in no loop.
struct RequestPace {
    private var failures = 0
    /// No request may come before.
    private var notBefore = Duration.zero
    /// When requests of the last minute came, and how many of them the hub's answers called for.
    private var recent: [Duration] = []
    private var earned: [Duration] = []

    /// A process begins: it knows nothing of what its predecessor waited for.
    mutating func begin() {
        failures = 0
        notBefore = .zero
    }

    /// An answer brought rows: the next request is called for.
    mutating func answered(at time: Duration) {
        failures = 0
        notBefore = .zero
        earned.append(time)
    }

    /// A request failed; no other may come before its back-off, or what the hub asked for, is over.
    mutating func failed(at time: Duration, retryAfter: Duration? = nil) {
        // A tenth of the doubling wait is the least that jitter leaves of it.
        let least = min(Duration.seconds(1 << min(failures, 6)), .seconds(60)) * 0.1
        failures += 1
        notBefore = time + (retryAfter ?? least) - .microseconds(1)
    }

    /// The agent asked: it may ask at once.
    mutating func asked() { notBefore = .zero }

    /// What the terminal wrote calls for a request, which it is going to ask for.
    mutating func calledFor(at time: Duration) { earned.append(time) }

    /// The hub did something for a terminal that wrote; where that is progress, a request is called
    /// for.
    mutating func decided(at time: Duration, isProgress: Bool = true) {
        failures = 0
        notBefore = .zero
        if isProgress { earned.append(time) }
    }

    /// Notes a request; returns what is wrong with its time.
    mutating func objection(at time: Duration) -> String? {
        guard time >= notBefore else { return "a request \(notBefore - time) too early" }
        recent.append(time)
        recent.removeAll { $0 < time - .seconds(60) }
        earned.removeAll { $0 < time - .seconds(60) }
        let idle = recent.count - earned.count
        guard idle <= Self.mostIdle else { return "\(idle) requests a minute for nothing" }
        return nil
    }

    /// Requests of a minute that no answer called for: back-off alone allows some 15 in its first
    /// minute, and processes that die begin theirs anew.
    private static let mostIdle = 40
}
