import Model
import Sync

/// A terminal whose shell is the test: it keeps what the session asked for and answers as told.
struct Script {
    private var session = SyncSession(backOff: BackOff(seed: 1))
    private(set) var fetches: [String?] = []
    private(set) var waits: [Int] = []
    private(set) var delays: [Duration] = []
    private(set) var freshness: Freshness?
    private(set) var awaited = FetchNumber(value: 0)
    private(set) var awaitedCount = 0
    private(set) var lastAnswered = FetchNumber(value: 0)
    private(set) var now = Timestamp(microseconds: 1_000_000)
    private var timers: [TimerNumber] = []
    private var jobs: [ReplicaJob] = []
    private var mustInspect = false

    /// A terminal that follows its hub, with a long poll under way.
    static func live() -> Script {
        var script = Script()
        script.start(ReplicaStanding(live: "c", building: nil))
        script.answer(.delta(next: "c", isEmpty: true))
        return script
    }

    /// Whether something is under way that will bring an event, or nothing is meant to.
    var isGoingOn: Bool {
        if case .refused = freshness { return true }
        return awaitedCount > 0 || !timers.isEmpty || !jobs.isEmpty || mustInspect
    }

    @discardableResult
    mutating func start(_ standing: ReplicaStanding) -> [SyncAction] {
        mustInspect = false
        return send(.started(standing))
    }

    /// Answers the fetch that is under way.
    @discardableResult
    mutating func answer(
        _ summary: FetchSummary,
        after duration: Duration = .seconds(1)
    ) -> [SyncAction] {
        lastAnswered = awaited
        awaitedCount -= 1
        return send(.answered(awaited, summary), after: duration)
    }

    /// The replica is done with its oldest job.
    @discardableResult
    mutating func did(
        _ job: AppliedJob,
        after duration: Duration = .seconds(1)
    ) -> [SyncAction] {
        if !jobs.isEmpty { jobs.removeFirst() }
        return send(.applied(job), after: duration)
    }

    @discardableResult
    mutating func fireTimer() -> [SyncAction] {
        guard let timer = timers.popLast() else { return [] }
        return send(.timerFired(timer))
    }

    @discardableResult
    mutating func send(
        _ event: SyncEvent,
        after duration: Duration = .seconds(1)
    ) -> [SyncAction] {
        if case .applyFailed = event { jobs.removeAll() }
        now = now.advanced(by: duration)
        let actions = session.handle(event, now: now)
        for action in actions { note(action) }
        return actions
    }

    private mutating func note(_ action: SyncAction) {
        switch action {
        case .fetch(let number, let cursor, let wait):
            awaited = number
            awaitedCount += 1
            fetches.append(cursor)
            waits.append(wait)
        case .cancelFetch: awaitedCount -= 1
        case .apply(let job): jobs.append(job)
        case .inspect: mustInspect = true
        case .startTimer(let timer, let duration):
            timers.append(timer)
            delays.append(duration)
        case .report(let value): freshness = value
        case .replicaChanged: break
        }
    }

    /// Lets any of the things happen that could.
    mutating func randomStep(_ chance: inout Chance) {
        switch Int.random(in: 0..<10, using: &chance) {
        case 0...3 where awaitedCount > 0:
            answer(randomAnswer(&chance))
        case 4...7 where !jobs.isEmpty:
            if Int.random(in: 0..<12, using: &chance) == 0 {
                let failures: [ApplyFailure] = [.body, .storage, .damaged]
                send(.applyFailed(failures.randomElement(using: &chance) ?? .body))
            } else {
                did(result(of: jobs[0]))
            }
        case 8 where !timers.isEmpty: fireTimer()
        case 9: send(.agentAsked)
        default:
            if mustInspect {
                start(
                    Bool.random(using: &chance) ? .empty : ReplicaStanding(live: "c", building: nil)
                )
            }
        }
    }

    private func randomAnswer(_ chance: inout Chance) -> FetchSummary {
        let next = "c\(Int.random(in: 0..<5, using: &chance))"
        switch Int.random(in: 0..<9, using: &chance) {
        case 0...2: return .page(next: next, rows: 10)
        case 3...5: return .delta(next: next, isEmpty: Bool.random(using: &chance))
        case 6: return .failed(.unreachable)
        case 7: return .failed(.busy(retryAfter: nil))
        default: return .failed(.cursorGone)
        }
    }

    private func result(of job: ReplicaJob) -> AppliedJob {
        switch job {
        case .beginGeneration: .generationBegun
        case .page: .page(rows: 1)
        case .finishLoading: .loadingFinished
        case .settle: .settled
        case .promote: .promoted
        case .delta: .delta(changed: true)
        case .erase: .erased
        }
    }
}

extension ReplicaStanding {
    static let empty = ReplicaStanding(live: nil, building: nil)
}
