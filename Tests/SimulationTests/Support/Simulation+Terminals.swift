import Model
import Replica
import Sync
import Wire

// What a driver does: it performs the actions of a session, in virtual time.
extension Simulation {
    func begin(_ terminal: SimulatedTerminal) async throws {
        if terminal.life > 0, happens(weather.setsBack), let what = any(SetBack.allCases),
            try terminal.setBack(what)
        {
            log("\(terminal.number) has old files: \(what)")
        }
        try await terminal.begin(seed: chance.next())
        log("\(terminal.number) begins")
        try perform([.inspect], of: terminal)
        try tellSending(terminal, .stirred)
    }

    private typealias SetBack = SimulatedTerminal.SetBack

    /// Runs a step of a terminal's process; nil where it is killed over it, at one statement or
    /// another or when all is done but told to nobody.
    func mortally<Value>(
        _ terminal: SimulatedTerminal,
        _ body: (ReplicaWriter) async throws -> Value
    ) async throws -> Value? {
        guard let replica = terminal.replica else { return nil }
        guard happens(weather.kills) else { return try await body(replica) }
        // A write takes a dozen statements, a difference some hundreds.
        let most = 1 << Int.random(in: 1...9, using: &chance)
        _ = try await terminal.watch(until: Int.random(in: 1...most, using: &chance))
        // Nobody hears what a process that is dead runs into.
        _ = try? await body(replica)
        try kill(terminal)
        return nil
    }

    func tell(_ terminal: SimulatedTerminal, _ life: Int, _ event: SyncEvent) throws {
        guard life == terminal.life, terminal.isAlive else { return }
        if case .applied(.promoted) = event { terminal.hasShown = true }
        // Whatever it waits for, it may ask now; what was told before may have made it wait.
        if event == .agentAsked { terminal.pace.asked() }
        try perform(terminal.session.handle(event, now: time.now), of: terminal)
        if happens(weather.kills) { try kill(terminal) }
    }

    private func perform(_ actions: [SyncAction], of terminal: SimulatedTerminal) throws {
        for action in actions {
            switch action {
            case .fetch(let number, let cursor, let wait):
                try send(terminal, number, cursor, wait)
            case .apply(let job):
                terminal.queue.append(job)
                work(terminal)
            case .inspect:
                let look = Happening.inspect(terminal: terminal.number, life: terminal.life)
                agenda.add(look, at: moment())
            case .startTimer(let timer, let duration):
                agenda.add(
                    .timer(terminal: terminal.number, life: terminal.life, timer),
                    at: time.elapsed + duration
                )
            case .report(let freshness):
                terminal.freshness = freshness
                if freshness == .live { try nudgeSending(terminal) }
            case .replicaChanged:
                // A hub that was restored has made writes wait again.
                if try terminal.outbox?.counts().waiting ?? 0 > 0 { try nudgeSending(terminal) }
            case .cancelFetch: break
            }
        }
    }

    private func work(_ terminal: SimulatedTerminal) {
        guard !terminal.isWorking, !terminal.queue.isEmpty else { return }
        terminal.isWorking = true
        agenda.add(.job(terminal: terminal.number, life: terminal.life), at: moment())
    }

    /// Looks at a terminal's files.
    func inspect(_ terminal: SimulatedTerminal, _ life: Int) async throws {
        guard life == terminal.life, let replica = terminal.replica else { return }
        do throws(ApplyTrouble) {
            tellSoon(terminal, .started(try await replica.standing()))
        } catch {
            failed(terminal, error)
        }
        try await check(terminal)
    }

    /// Does the next job of a terminal's queue.
    func job(_ terminal: SimulatedTerminal, _ life: Int) async throws {
        guard life == terminal.life, terminal.isAlive else { return }
        terminal.isWorking = false
        guard !terminal.queue.isEmpty else { return }
        let job = terminal.queue.removeFirst()
        let body = job.fetch.flatMap { terminal.bodies.removeValue(forKey: $0) }
        if job == .erase { terminal.hasShown = false }
        try await flaw?.beforeRows(terminal)
        do {
            let done = try await mortally(terminal) { try await $0.perform(job, body: body) }
            guard let done else { return }
            log("\(terminal.number) did \(job)")
            tellSoon(terminal, .applied(done))
        } catch let trouble as ApplyTrouble {
            failed(terminal, trouble)
        }
        try await check(terminal)
        work(terminal)
    }

    private func failed(_ terminal: SimulatedTerminal, _ trouble: ApplyTrouble) {
        log("\(terminal.number) failed: \(trouble.detail)")
        terminal.queue = []
        terminal.bodies = [:]
        if trouble.failure == .damaged { terminal.hasShown = false }
        tellSoon(terminal, .applyFailed(trouble.failure))
    }

    private func tellSoon(_ terminal: SimulatedTerminal, _ event: SyncEvent) {
        agenda.add(.told(terminal: terminal.number, life: terminal.life, event), at: time.elapsed)
    }

    func kill(_ terminal: SimulatedTerminal) throws {
        guard terminal.isAlive else { return }
        log("\(terminal.number) dies")
        try terminal.die()
        agenda.add(.begin(terminal: terminal.number), at: pause(span(.seconds(4))))
    }

    /// A step of a machine takes a moment.
    private func moment() -> Duration {
        time.elapsed + .milliseconds(Int.random(in: 1...40, using: &chance))
    }
}
