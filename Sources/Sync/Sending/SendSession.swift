/// Decides when the outbox goes out: pure, with time and chance as values.
///
/// One batch is under way at a time, since the hub takes a device's mutations in order.
package struct SendSession: Sendable {
    /// What happened, as far as sending is concerned.
    package enum Event: Hashable, Sendable {
        /// Something may wait in the outbox: the program began, somebody wrote, or the hub is back.
        case stirred
        /// The hub decided on so many of the batch; `isMore` where others wait.
        case decided(Int, isMore: Bool)
        /// Nothing waits.
        case nothingWaits
        /// The hub did not answer, or would not.
        case failed(FetchFailure)
        /// The outbox itself cannot be read or written.
        case outboxFailed
        /// A timer that was asked for is over; only the latest is listened to.
        case timerFired(TimerNumber)
        /// The agent wants it now.
        case agentAsked
    }

    /// What the shell must do next, in order.
    package enum Action: Hashable, Sendable {
        /// Take the next batch from the outbox and send it.
        case send
        case startTimer(TimerNumber, Duration)
        /// The hub has done something: ask it for changes at once.
        case fetchNow
    }

    private enum Phase: Hashable {
        case idle, sending
        /// Until that timer is over.
        case pausing(TimerNumber)
        /// The hub knows this device no more; only the agent can make it try again.
        case refused
    }

    private var phase = Phase.idle
    /// Whether something came while a batch was under way.
    private var isStirred = false
    private var backOff: BackOff
    private var timers = 0

    /// The back-off's seed decides the jitter.
    package init(backOff: BackOff) {
        self.backOff = backOff
    }

    /// Takes what happened and returns what to do.
    package mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .stirred: return stirred()
        case .nothingWaits: return settled(isMore: false)
        case .decided(let count, let isMore): return decided(count, isMore)
        case .failed(let failure): return failed(failure)
        case .outboxFailed: return pause(atLeast: nil)
        case .timerFired(let timer): return phase == .pausing(timer) ? send() : []
        case .agentAsked: return phase == .sending ? [] : send()
        }
    }

    private mutating func stirred() -> [Action] {
        switch phase {
        case .idle: return send()
        case .sending:
            isStirred = true
            return []
        case .pausing, .refused: return []
        }
    }

    private mutating func decided(_ count: Int, _ isMore: Bool) -> [Action] {
        guard phase == .sending else { return [] }
        // A hub that decides nothing would be asked in a loop.
        guard count > 0 else { return pause(atLeast: nil) }
        backOff.reset()
        // Who waits at the hub is told anyway; of many batches only the last is worth asking for.
        return (isMore ? [] : [.fetchNow]) + settled(isMore: isMore)
    }

    private mutating func settled(isMore: Bool) -> [Action] {
        guard phase == .sending else { return [] }
        phase = .idle
        defer { isStirred = false }
        return isMore || isStirred ? send() : []
    }

    private mutating func failed(_ failure: FetchFailure) -> [Action] {
        guard phase == .sending else { return [] }
        switch failure {
        case .revoked, .unknownDevice, .upgradeNeeded:
            phase = .refused
            return []
        case .busy(let retryAfter): return pause(atLeast: retryAfter)
        case .unreachable, .untrusted, .notAHub, .hubFault, .cursorGone:
            return pause(atLeast: nil)
        }
    }

    private mutating func pause(atLeast asked: Duration?) -> [Action] {
        timers += 1
        let timer = TimerNumber(value: timers)
        phase = .pausing(timer)
        return [.startTimer(timer, backOff.next(atLeast: asked))]
    }

    private mutating func send() -> [Action] {
        phase = .sending
        isStirred = false
        return [.send]
    }
}
