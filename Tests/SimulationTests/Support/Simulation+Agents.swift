import Hub
import Model
import Sync

@testable import Replica

// What agents do at their terminals.
extension Simulation {
    /// Something of writing happens.
    func write(_ happening: Happening) async throws {
        switch happening {
        case .act(let number): if isStorm { try await act(terminals[number]) }
        case .bell(let number, let life): try await hear(terminals[number], life)
        case .dispatch(let number, let life): try await dispatch(terminals[number], life)
        case .batch(let batch, let isEcho): try await arrive(batch, isEcho: isEcho)
        case .decided(let batch, let answer): try await take(answer, for: batch)
        case .sendTimer(let number, let life, let timer):
            guard terminals[number].life == life else { return }
            try tellSending(terminals[number], .timerFired(timer))
        case .request, .waitOver, .answer, .inspect, .job, .told, .timer, .begin, .write, .mishap,
            .hubUp:
            preconditionFailure("nothing of writing")
        }
    }

    private func act(_ terminal: SimulatedTerminal) async throws {
        if let mean = weather.betweenJobs {
            agenda.add(.act(terminal: terminal.number), at: pause(mean))
        }
        guard let replica = terminal.replica, replica.reader.isReady else { return }
        switch Int.random(in: 0..<20, using: &chance) {
        case 0...1: try await undo(terminal)
        case 2: try await attend(terminal)
        case 3: try keepForeign(terminal)
        case 4...5:
            if let intent = try wish(of: terminal) { try keepBeside(terminal, intent) }
        default:
            if let intent = try wish(of: terminal) { _ = try await write(intent, at: terminal) }
        }
        try checkShown(terminal)
    }

    /// Writes as the desk does: kept, then shown; whether it was kept, and nil where the process
    /// died over it.
    private func write(_ intent: Intent, at terminal: SimulatedTerminal) async throws -> Bool? {
        let act = begin(intent, at: terminal)
        let isKept = try await mortally(terminal) { replica in
            do {
                return try await replica.write(intent, act) != nil
            } catch is Refusal {
                return false
            }
        }
        guard let isKept else { return nil }
        terminal.diary.end(act.mutation, isKept: isKept)
        guard isKept else { return false }
        log("\(terminal.number) writes \(intent.kind) \(act.mutation.text.suffix(4))")
        try tellSending(terminal, .stirred)
        return true
    }

    /// Writes as a command beside the desk does: kept, and shown once the desk hears of it.
    private func keepBeside(_ terminal: SimulatedTerminal, _ intent: Intent) throws {
        guard let replica = terminal.replica, let writes = replica.writes else { return }
        let act = begin(intent, at: terminal)
        var isKept = false
        do {
            isKept = try replica.reader.keep(intent, writes, act) != nil
        } catch is Refusal {
            isKept = false
        }
        terminal.diary.end(act.mutation, isKept: isKept, isHeard: false)
        guard isKept else { return }
        log("\(terminal.number) keeps \(intent.kind) \(act.mutation.text.suffix(4))")
        let bell = Happening.bell(terminal: terminal.number, life: terminal.life)
        agenda.add(bell, at: time.elapsed + latency())
    }

    /// A version of the program that knew more has written, and is no more.
    private func keepForeign(_ terminal: SimulatedTerminal) throws {
        guard let outbox = terminal.outbox else { return }
        let kind: JSONValue = .object(["kind": .text("praise_lead"), "arguments": .object([:])])
        let act = begin(.foreign(ForeignIntent(value: kind)), at: terminal)
        let intent = Intent.foreign(ForeignIntent(value: kind))
        try outbox.append(
            OutboxEntry(waiting: intent, inverse: nil, at: act.at, id: act.mutation)
        )
        terminal.diary.end(act.mutation, isKept: true)
        try tellSending(terminal, .stirred)
    }

    private func begin(_ intent: Intent, at terminal: SimulatedTerminal) -> Act {
        let now = time.now.advanced(by: terminal.clockError)
        let name = MutationID.made(at: now, using: &chance)
        let act = Act(agent: terminal.device.agent, at: now, mutation: name)
        written[name] = Written(intent: intent, act: act)
        terminal.diary.begin(name)
        return act
    }

    private func hear(_ terminal: SimulatedTerminal, _ life: Int) async throws {
        guard life == terminal.life else { return }
        let isDone: Void? = try await mortally(terminal) { try await $0.layAnew() }
        guard isDone != nil else { return }
        terminal.diary.hear()
        try checkShown(terminal)
        try tellSending(terminal, .stirred)
    }

    /// Takes back something: withdraws what was not sent, and else does the opposite.
    private func undo(_ terminal: SimulatedTerminal) async throws {
        guard let outbox = terminal.outbox, let name = any(terminal.diary.kept.sorted()),
            let entry = try outbox.entry(name)
        else { return }
        terminal.diary.begin(name)
        let isWithdrawn = try await mortally(terminal) { replica in
            guard try outbox.withdraw(name) else { return false }
            try await replica.layAnew()
            return true
        }
        guard let isWithdrawn else { return }
        terminal.diary.end(name, isKept: !isWithdrawn)
        if isWithdrawn {
            log("\(terminal.number) withdraws \(name.text.suffix(4))")
        } else if let inverse = entry.inverse {
            _ = try await write(inverse, at: terminal)
        }
    }

    /// Looks at a write that was refused: sends it again as another, or discards it.
    private func attend(_ terminal: SimulatedTerminal) async throws {
        guard let outbox = terminal.outbox, let row = any(try outbox.attention().rows) else {
            return
        }
        if Bool.random(using: &chance) {
            guard try await write(row.intent, at: terminal) == true else { return }
        }
        guard terminal.isAlive else { return }
        try outbox.settle(row.id)
        log("\(terminal.number) settles \(row.id.text.suffix(4))")
    }

    /// One of them; nil where there is none.
    func any<Element>(_ elements: [Element]) -> Element? {
        elements.randomElement(using: &chance)
    }
}
