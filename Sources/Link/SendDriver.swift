package import Replica
package import Sync
import Wire

/// Performs what `SendSession` decides: empties the outbox into the hub.
package actor SendDriver<Time: Clock> where Time.Duration == Duration {
    private var session: SendSession
    private let transport: any MutationTransport
    private let writer: ReplicaWriter
    private let outbox: Outbox
    private let clock: Time
    private let tell: @Sendable (SendNews) -> Void

    private var tasks: [Int: Task<Void, Never>] = [:]
    private var tasksStarted = 0
    private var isStopped = false

    /// `tell` is called for all that the program should know; it must not block.
    package init(
        transport: any MutationTransport,
        writer: ReplicaWriter,
        outbox: Outbox,
        clock: Time,
        seed: UInt64,
        tell: @escaping @Sendable (SendNews) -> Void
    ) {
        session = SendSession(backOff: BackOff(seed: seed))
        self.transport = transport
        self.writer = writer
        self.outbox = outbox
        self.clock = clock
        self.tell = tell
    }

    /// Something may wait in the outbox.
    package func stir() {
        handle(.stirred)
    }

    /// Tries now rather than when the back-off is over.
    package func retryNow() {
        handle(.agentAsked)
    }

    /// Ends every task and waits for it.
    package func stop() async {
        // What ends meanwhile begins nothing new.
        isStopped = true
        let running = tasks.values
        tasks.removeAll()
        for task in running { task.cancel() }
        for task in running { await task.value }
    }

    private func handle(_ event: SendSession.Event) {
        guard !isStopped else { return }
        for action in session.handle(event) {
            switch action {
            case .send: own { await $0.sendBatch() }
            case .startTimer(let timer, let duration): startTimer(timer, duration)
            case .fetchNow: tell(.decided)
            }
        }
    }

    private func sendBatch() async {
        do {
            let batch = try outbox.batch()
            guard !batch.isEmpty else { return handle(.nothingWaits) }
            switch await transport.send(batch) {
            case .failure(let failure):
                handle(.failed(failure))
                // A disk that is full is told by syncing.
                try? await writer.layWhatIsOwed()
            case .decided(let response):
                // Recorded also where the program ends meanwhile: the hub has done it.
                let (changed, isMore) = try await writer.take(response)
                tell(.changed)
                handle(.decided(changed, isMore: isMore))
            }
        } catch {
            tell(.trouble("\(ReplicaTrouble(disk: error) ?? error)"))
            handle(.outboxFailed)
        }
    }

    private func startTimer(_ timer: TimerNumber, _ duration: Duration) {
        own { driver in
            guard (try? await driver.clock.sleep(for: duration)) != nil else { return }
            driver.handle(.timerFired(timer))
        }
    }

    private func own(_ body: @escaping @Sendable (isolated SendDriver) async -> Void) {
        tasksStarted += 1
        let key = tasksStarted
        tasks[key] = Task {
            await body(self)
            tasks[key] = nil
        }
    }
}

/// What sending tells the program.
package enum SendNews: Hashable, Sendable {
    /// The hub has decided on something: its rows are there to be fetched.
    case decided
    /// What waits and what was refused may be others than before.
    case changed
    /// For the log; no text of a renter.
    case trouble(String)
}
