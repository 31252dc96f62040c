package import Model
package import Sync
import Wire

/// Performs what `SyncSession` decides: the one place where syncing meets time, tasks and the
/// network.
///
/// Everything is injected, so the same driver runs against a real hub, in tests with a virtual
/// clock, and in the simulation.
package actor SyncDriver<Time: Clock> where Time.Duration == Duration {
    private var session: SyncSession
    private let transport: any ChangeTransport
    private let replica: any SyncedReplica
    private let clock: Time
    private let now: @Sendable () -> Timestamp
    private let tell: @Sendable (SyncNews) -> Void

    /// Answers that have come and are still to be applied.
    private(set) var bodies: [FetchNumber: AskedBody] = [:]
    private var queue: [ReplicaJob] = []
    private var isWorking = false
    private(set) var isStopped = false
    private var tasks: [Int: Task<Void, Never>] = [:]
    private var tasksStarted = 0
    private var fetchTasks: [FetchNumber: Int] = [:]

    /// `tell` is called for all that the program should know; it must not block.
    package init(
        transport: any ChangeTransport,
        replica: any SyncedReplica,
        clock: Time,
        seed: UInt64,
        now: @escaping @Sendable () -> Timestamp,
        tell: @escaping @Sendable (SyncNews) -> Void
    ) {
        session = SyncSession(backOff: BackOff(seed: seed))
        self.transport = transport
        self.replica = replica
        self.clock = clock
        self.now = now
        self.tell = tell
    }

    /// Begins; returns at once.
    package func start() {
        perform([.inspect])
    }

    /// Tries now rather than when the back-off is over.
    package func retryNow() {
        handle(.agentAsked)
    }

    /// Ends every task and waits until none of them touches the replica any more.
    package func stop() async {
        // What ends meanwhile begins nothing new.
        isStopped = true
        queue.removeAll()
        let running = tasks.values
        tasks.removeAll()
        for task in running { task.cancel() }
        for task in running { await task.value }
    }

    private func handle(_ event: SyncEvent) {
        guard !isStopped else { return }
        perform(session.handle(event, now: now()))
        // An answer that says nothing new is asked for by no job.
        bodies = bodies.filter { number, _ in
            number == session.awaitedBody || queue.contains { $0.fetch == number }
        }
    }

    private func perform(_ actions: [SyncAction]) {
        for action in actions {
            switch action {
            case .fetch(let number, let cursor, let wait): fetch(number, cursor, wait)
            case .cancelFetch(let number):
                if let task = fetchTasks[number] { tasks[task]?.cancel() }
            case .apply(let job):
                queue.append(job)
                work()
            case .inspect: inspect()
            case .startTimer(let timer, let duration): startTimer(timer, duration)
            case .report(let freshness): tell(.freshness(freshness))
            case .replicaChanged: tell(.replicaChanged)
            }
        }
    }
}

/// What syncing tells the program.
package enum SyncNews: Hashable, Sendable {
    case freshness(Freshness)
    case replicaChanged
    /// What waits in the outbox, or was refused, may be something else.
    case outboxChanged
    /// The outbox cannot be read or written, so that nothing is sent: why, and what to do.
    case outboxTrouble(String)
    /// For the log; no text of a renter.
    case trouble(String)
}

// The tasks; each is owned here and ends with `stop`.
extension SyncDriver {
    private func fetch(_ number: FetchNumber, _ cursor: String?, _ wait: Int) {
        let decided = replica.decided()
        fetchTasks[number] = own { driver in
            let answer = await driver.transport.changes(since: cursor, waitSeconds: wait)
            driver.fetchTasks[number] = nil
            guard !Task.isCancelled else { return }
            driver.answered(number, answer, decided)
        }
    }

    private func answered(_ number: FetchNumber, _ answer: FetchAnswer, _ decided: Int64) {
        switch answer {
        case .failure(let failure):
            handle(.answered(number, .failed(failure)))
        case .body(let body):
            bodies[number] = AskedBody(bytes: body.bytes, decided: decided)
            handle(.answered(number, body.summary(decided: decided)))
        }
    }

    private func startTimer(_ timer: TimerNumber, _ duration: Duration) {
        own { driver in
            guard (try? await driver.clock.sleep(for: duration)) != nil else { return }
            driver.handle(.timerFired(timer))
        }
    }

    private func inspect() {
        own { driver in
            do throws(ApplyTrouble) {
                let standing = try await driver.replica.standing()
                driver.handle(.started(standing))
            } catch {
                driver.failed(error)
            }
        }
    }

    /// Does the queued jobs one after the other, in one task at a time.
    private func work() {
        guard !isWorking, !queue.isEmpty else { return }
        isWorking = true
        own { driver in
            while let (job, body) = driver.nextJob() {
                do throws(ApplyTrouble) {
                    let done = try await driver.replica.perform(job, body: body)
                    driver.handle(.applied(done))
                } catch {
                    driver.failed(error)
                }
            }
        }
    }

    private func nextJob() -> (ReplicaJob, AskedBody?)? {
        guard !queue.isEmpty, !Task.isCancelled else {
            isWorking = false
            return nil
        }
        let job = queue.removeFirst()
        return (job, job.fetch.flatMap { bodies.removeValue(forKey: $0) })
    }

    private func failed(_ trouble: ApplyTrouble) {
        // What was queued behind the failed job was meant for a state that is not.
        queue.removeAll()
        bodies.removeAll()
        tell(.trouble(trouble.detail))
        handle(.applyFailed(trouble.failure))
    }

    @discardableResult
    private func own(_ body: @escaping @Sendable (isolated SyncDriver) async -> Void) -> Int {
        tasksStarted += 1
        let key = tasksStarted
        tasks[key] = Task {
            await body(self)
            tasks[key] = nil
        }
        return key
    }
}

extension ReplicaJob {
    /// The fetch whose body the job needs.
    package var fetch: FetchNumber? {
        switch self {
        case .page(let number), .settle(let number), .delta(let number): number
        case .beginGeneration, .finishLoading, .promote, .erase: nil
        }
    }
}
