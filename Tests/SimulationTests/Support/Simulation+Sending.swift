import Hub
import HubSQLite
import Model
import Replica
import Sync
import Wire

// Writes on their way to the hub, and what it decides on its way back.
extension Simulation {
    /// What `SendDriver` does, in virtual time.
    func tellSending(_ terminal: SimulatedTerminal, _ event: SendSession.Event) throws {
        guard terminal.isWriting, terminal.isAlive else { return }
        let (number, life) = (terminal.number, terminal.life)
        for action in terminal.sending.handle(event) {
            switch action {
            case .send:
                agenda.add(.dispatch(terminal: number, life: life), at: time.elapsed)
            case .startTimer(let timer, let duration):
                agenda.add(
                    .sendTimer(terminal: number, life: life, timer),
                    at: time.elapsed + duration
                )
            case .fetchNow:
                terminal.pace.calledFor(at: time.elapsed)
                agenda.add(.told(terminal: number, life: life, .agentAsked), at: time.elapsed)
            }
        }
    }

    /// The hub is there, or has changed something: what waits is sent at once.
    func nudgeSending(_ terminal: SimulatedTerminal) throws {
        terminal.sendPace.asked()
        try tellSending(terminal, .agentAsked)
    }

    /// Takes the next batch and puts it on the network.
    func dispatch(_ terminal: SimulatedTerminal, _ life: Int) async throws {
        guard life == terminal.life, let outbox = terminal.outbox else { return }
        try await flaw?.beforeSending(terminal)
        guard let mutations = try await mortally(terminal, { _ in try outbox.batch(limit: 20) })
        else { return }
        guard !mutations.isEmpty else { return try tellSending(terminal, .nothingWaits) }
        if let objection = terminal.sendPace.objection(at: time.elapsed) {
            throw violation("terminal \(terminal.number), sending: \(objection)")
        }
        let batch = Batch(terminal: terminal.number, life: life, mutations: mutations)
        guard !happens(weather.losesRequest) else {
            return answer(.failure(.unreachable), to: batch, after: span(.seconds(10)))
        }
        agenda.add(.batch(batch, isEcho: false), at: time.elapsed + latency())
        if happens(weather.repeats) {
            agenda.add(.batch(batch, isEcho: true), at: time.elapsed + latency() + latency())
        }
    }

    /// A batch is at the hub.
    func arrive(_ batch: Batch, isEcho: Bool) async throws {
        let terminal = terminals[batch.terminal]
        let verdict = try await decide(batch, terminal.device)
        if case .decided(let response) = verdict {
            let numbers = batch.mutations.map { String($0.number) }.joined(separator: " ")
            log("the hub has \(numbers) of \(batch.terminal), acked \(response.acked)")
            wakeParked()
        }
        guard !isEcho else { return }
        guard !happens(weather.losesReply) else {
            return answer(.failure(.unreachable), to: batch, after: span(.seconds(10)))
        }
        answer(verdict, to: batch)
    }

    private func decide(_ batch: Batch, _ device: Device) async throws -> SendAnswer {
        guard isHubUp else { return .failure(.unreachable) }
        if happens(weather.hasPortal) { return .failure(.notAHub) }
        if happens(weather.isBusy) { return .failure(.busy(retryAfter: nil)) }
        guard try await hub.store.isEnrolled(device.id) else { return .failure(.revoked) }
        if happens(weather.hubDies) {
            hub.fate.die(after: Int.random(in: 0...30, using: &chance))
        }
        do {
            let response = try await hub.decide(batch.mutations, of: device)
            guard hub.fate.takeDeath() else { return .decided(response) }
        } catch let problem as Problem {
            guard hub.fate.takeDeath() else { return .failure(problem.fetchFailure) }
        }
        log("the hub dies over a write of \(batch.terminal)")
        try await hub.restart()
        hubGone()
        return .failure(.unreachable)
    }

    private func answer(_ answer: SendAnswer, to batch: Batch, after: Duration = .zero) {
        agenda.add(.decided(batch, answer), at: time.elapsed + after + latency())
    }

    /// What came of a batch is at its terminal.
    func take(_ answer: SendAnswer, for batch: Batch) async throws {
        let terminal = terminals[batch.terminal]
        guard terminal.life == batch.life, terminal.outbox != nil else { return }
        switch answer {
        case .failure(let failure):
            switch failure {
            case .busy(let retryAfter):
                terminal.sendPace.failed(at: time.elapsed, retryAfter: retryAfter)
            case .unreachable, .untrusted, .notAHub, .hubFault, .cursorGone:
                terminal.sendPace.failed(at: time.elapsed)
            case .revoked, .unknownDevice, .upgradeNeeded: break
            }
            try tellSending(terminal, .failed(failure))
            _ = try await mortally(terminal) { try await $0.layWhatIsOwed() }
        case .decided(let response):
            try await flaw?.beforeDecision(terminal, response)
            let taken = try await mortally(terminal) { try await $0.take(response) }
            guard let (changed, isMore) = taken else { return }
            log("\(terminal.number) hears of \(changed), acked \(response.acked)")
            if changed > 0 {
                let isProgress = response.results.contains { $0.refusal?.code != .numberReused }
                terminal.sendPace.decided(at: time.elapsed, isProgress: isProgress)
            } else {
                terminal.sendPace.failed(at: time.elapsed)
            }
            try tellSending(terminal, .decided(changed, isMore: isMore))
            try checkShown(terminal)
        }
    }
}
