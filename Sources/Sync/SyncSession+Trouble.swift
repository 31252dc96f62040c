import Model

// What goes wrong, and how it goes on.
extension SyncSession {
    mutating func failed(_ failure: FetchFailure) -> [SyncAction] {
        switch failure {
        case .unreachable: return pause(.unreachable)
        case .untrusted: return pause(.untrusted)
        case .notAHub: return pause(.notAHub)
        case .hubFault: return pause(.hubFault)
        case .busy(let retryAfter): return pause(.busy, atLeast: retryAfter)
        case .cursorGone: return startOver()
        case .revoked: return refuse(.revoked) + erase()
        case .unknownDevice: return refuse(.unknownDevice)
        case .upgradeNeeded: return refuse(.upgradeNeeded)
        }
    }

    mutating func applyFailed(_ failure: ApplyFailure) -> [SyncAction] {
        jobs = 0
        waitingBody = nil
        let stop = stopFetching()
        phase = .uncertain
        switch failure {
        case .storage:
            return stop + pause(.localStorage)
        case .damaged:
            hasLiveGeneration = false
            return stop + startOver()
        case .body:
            bodyFailures += 1
            guard bodyFailures >= Self.bodyFailuresAllowed else { return stop + pause(.hubFault) }
            bodyFailures = 0
            return stop + startOver()
        }
    }

    /// Goes on where it stopped: at once, since the timer is over or the agent asked.
    mutating func resume() -> [SyncAction] {
        pausing = nil
        switch phase {
        case .uncertain: return [.inspect]
        case .loading, .following, .refused:
            guard fetching == nil else { return [] }
            if phase == .refused {
                phase = .uncertain
                return [.inspect]
            }
            guard jobs == 0 || waitingBody == nil else { return [] }
            // Who was away wants to know at once where it stands.
            return fetch(wait: reported == .live ? Self.wait : 0)
        }
    }

    mutating func agentAsked() -> [SyncAction] {
        if pausing != nil || phase == .refused { return resume() }
        // A long poll may hang on a connection that is dead: ask anew.
        guard phase == .following, fetching != nil else { return [] }
        return stopFetching() + fetch(wait: 0)
    }

    /// A second copy in a row waits before it begins: whatever is wrong, the hub is not asked in a
    /// loop.
    private mutating func startOver() -> [SyncAction] {
        guard copiesBegun > 0 else { return beginCopy() }
        phase = .loading
        cursor = nil
        progress = SyncProgress(rows: 0, total: nil)
        copiesBegun += 1
        return give(.beginGeneration) + pause(.hubFault)
    }

    private mutating func pause(
        _ reason: OfflineReason,
        atLeast asked: Duration? = nil
    )
        -> [SyncAction]
    {
        let since = lastContact ?? now
        return report(.offline(since: since, reason: reason))
            + startTimer(backOff.next(atLeast: asked))
    }

    /// Goes on when so much time is over.
    mutating func startTimer(_ duration: Duration) -> [SyncAction] {
        numbers += 1
        let timer = TimerNumber(value: numbers)
        pausing = timer
        return [.startTimer(timer, duration)]
    }

    private mutating func refuse(_ reason: RefusalReason) -> [SyncAction] {
        pausing = nil
        phase = .refused
        return report(.refused(reason))
    }

    private mutating func erase() -> [SyncAction] {
        hasLiveGeneration = false
        cursor = nil
        return give(.erase)
    }

    private mutating func stopFetching() -> [SyncAction] {
        guard let number = fetching else { return [] }
        fetching = nil
        return [.cancelFetch(number)]
    }

    /// So many bodies in a row that cannot be applied, and everything is fetched anew.
    private static let bodyFailuresAllowed = 3
}

// What the header is told.
extension SyncSession {
    /// Only what is new is said.
    mutating func report(_ freshness: Freshness) -> [SyncAction] {
        guard freshness != reported else { return [] }
        reported = freshness
        return [.report(freshness)]
    }

    mutating func reportProgress() -> [SyncAction] {
        report(hasLiveGeneration ? .refetching(progress) : .firstSync(progress))
    }

    mutating func reportAtStart() -> [SyncAction] {
        phase == .loading
            ? reportProgress()
            : report(.offline(since: lastContact ?? now, reason: .notConnectedYet))
    }
}
