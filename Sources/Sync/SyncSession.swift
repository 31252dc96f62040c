package import Model

/// Decides how one terminal is kept equal to the hub: pure, with time and chance as values.
///
/// A first copy, a copy fetched anew and the live tail are one loop of fetch and apply. A copy is
/// loaded beside what is shown and takes its place in one step, so a refetch is never seen. While
/// one page is applied the next is fetched; never more than one body waits.
package struct SyncSession: Sendable {
    enum Phase: Hashable {
        /// The replica has not been looked at, or must be looked at again.
        case uncertain
        /// Loading a copy beside what is shown.
        case loading
        /// Following what is shown.
        case following
        /// The hub refuses; nothing is tried again but when the agent asks.
        case refused
    }

    var phase = Phase.uncertain
    /// Where the next fetch goes on; nil is the beginning of a snapshot.
    var cursor: String?
    var hasLiveGeneration = false
    var progress = SyncProgress(rows: 0, total: nil)
    var backOff: BackOff
    /// Bodies in a row that the replica could not apply.
    var bodyFailures = 0
    /// Copies begun since the last one became what is shown.
    var copiesBegun = 0
    var lastContact: Timestamp?
    /// When the last fetch began.
    private var fetchedAt: Timestamp?
    /// When the replica was last given a difference.
    private var gaveAt: Timestamp?
    var reported: Freshness?
    var now = Timestamp(microseconds: 0)

    /// The fetch whose answer is awaited.
    var fetching: FetchNumber?
    /// The timer that is waited for before going on.
    var pausing: TimerNumber?
    /// Jobs given to the replica that have not come back.
    var jobs = 0
    /// An answer that waits until the replica has caught up.
    var waitingBody: WaitingBody?
    /// The fetch whose body is wanted later, by a job that has not been given yet.
    package var awaitedBody: FetchNumber? { waitingBody?.fetch }
    var numbers = 0

    struct WaitingBody: Hashable, Sendable {
        var fetch: FetchNumber
        var summary: FetchSummary
    }

    /// The back-off's seed decides the jitter.
    package init(backOff: BackOff) {
        self.backOff = backOff
    }

    /// Takes what happened and returns what to do, in order.
    package mutating func handle(_ event: SyncEvent, now: Timestamp) -> [SyncAction] {
        self.now = now
        switch event {
        case .started(let standing): return started(standing)
        case .answered(let number, let summary): return answered(number, summary)
        case .applied(let job): return applied(job)
        case .applyFailed(let failure): return applyFailed(failure)
        case .timerFired(let timer): return timer == pausing ? resume() : []
        case .agentAsked: return agentAsked()
        }
    }

    private mutating func started(_ standing: ReplicaStanding) -> [SyncAction] {
        hasLiveGeneration = standing.live != nil
        if let building = standing.building {
            progress = building.progress
            phase = .loading
            cursor = building.cursor
            return reportAtStart() + fetch(wait: 0)
        }
        guard let live = standing.live else { return beginCopy() }
        phase = .following
        cursor = live
        return reportAtStart() + fetch(wait: 0)
    }

    /// Starts a copy from nothing, beside what is shown.
    mutating func beginCopy() -> [SyncAction] {
        phase = .loading
        cursor = nil
        progress = SyncProgress(rows: 0, total: nil)
        copiesBegun += 1
        return give(.beginGeneration) + reportProgress() + fetch(wait: 0)
    }

    mutating func fetch(wait: Int) -> [SyncAction] {
        numbers += 1
        let number = FetchNumber(value: numbers)
        fetching = number
        fetchedAt = now
        return [.fetch(number, cursor: cursor, waitSeconds: wait)]
    }

    /// Waits for the next change.
    ///
    /// Fetches that follow what is live begin so far apart: where changes never end, each brings
    /// what came together meanwhile, and the hub has no reason to turn a terminal away. Where a
    /// difference takes long, as with thousands of writes to lay over it, the replica is given
    /// time for other things.
    private mutating func follow() -> [SyncAction] {
        let sinceFetch = fetchedAt.map { now.since($0) } ?? Self.pace
        let applying = gaveAt.map { now.since($0) } ?? .zero
        gaveAt = nil
        // A clock may have been set back.
        guard sinceFetch >= .zero, applying >= .zero else { return fetch(wait: Self.wait) }
        let rest = applying > Self.pace ? min(applying * 2, Self.longestRest) : .zero
        let pause = max(Self.pace - sinceFetch, rest)
        return pause > .zero ? startTimer(pause) : fetch(wait: Self.wait)
    }

    mutating func give(_ job: ReplicaJob) -> [SyncAction] {
        jobs += 1
        return [.apply(job)]
    }
}

// Answers of the hub.
extension SyncSession {
    private mutating func answered(_ number: FetchNumber, _ summary: FetchSummary) -> [SyncAction] {
        guard number == fetching else { return [] }
        fetching = nil
        if case .failed(let failure) = summary { return failed(failure) }
        lastContact = now
        backOff.reset()
        // One page may be in the replica's hands while one waits; more is not fetched.
        guard jobs == 0 else {
            waitingBody = WaitingBody(fetch: number, summary: summary)
            return []
        }
        return take(number, summary)
    }

    private mutating func take(_ number: FetchNumber, _ summary: FetchSummary) -> [SyncAction] {
        switch (phase, summary) {
        case (.loading, .page(let next, let rows)):
            if let rows { progress.total = rows }
            cursor = next
            return give(.page(number)) + fetch(wait: 0)
        case (.loading, .delta(let next, _)):
            cursor = next
            return give(.finishLoading) + give(.settle(number)) + give(.promote)
        case (.following, .delta(let next, let isEmpty)):
            let isNews = next != cursor || !isEmpty
            cursor = next
            // A delta with rows is followed on only once it is applied; see `applied`.
            guard isNews else { return report(.live) + follow() }
            // While live, every delta catches up at once: the header does not flicker.
            gaveAt = now
            return (reported == .live ? [] : report(.catchingUp)) + give(.delta(number))
        case (.following, .page):
            // A hub that begins a snapshot where a difference was due has forgotten us.
            return beginCopy()
        case (.uncertain, _), (.refused, _), (_, .failed):
            return []
        }
    }

    /// How long a long poll waits, seconds; the hub's own limit (`WireLimits.longestWait`).
    static let wait = 25

    /// As often as the hub itself looks for changes (`HeadWatch.interval`).
    private static let pace = Duration.milliseconds(25)
    /// By no more than this is what is shown behind for the replica's sake.
    private static let longestRest = Duration.milliseconds(500)
}

// What the replica says.
extension SyncSession {
    private mutating func applied(_ job: AppliedJob) -> [SyncAction] {
        jobs = max(0, jobs - 1)
        var actions = noted(job)
        if jobs == 0, let body = waitingBody {
            waitingBody = nil
            actions += take(body.fetch, body.summary)
        }
        return actions
    }

    private mutating func noted(_ job: AppliedJob) -> [SyncAction] {
        switch job {
        case .generationBegun, .loadingFinished, .settled:
            return []
        case .page(let rows):
            progress.rows = rows
            return reportProgress()
        case .delta(let changed):
            bodyFailures = 0
            return followOn(isChanged: changed)
        case .promoted:
            hasLiveGeneration = true
            phase = .following
            bodyFailures = 0
            copiesBegun = 0
            return followOn(isChanged: true)
        case .erased:
            return [.replicaChanged]
        }
    }

    private mutating func followOn(isChanged: Bool) -> [SyncAction] {
        guard phase == .following else { return [] }
        let news: [SyncAction] = isChanged ? [.replicaChanged] : []
        let next = fetching == nil && pausing == nil ? follow() : []
        return news + report(.live) + next
    }
}
