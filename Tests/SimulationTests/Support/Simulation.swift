import Hub
import Model
import Replica
import Sync
import Wire
import World

/// A hub, a few terminals, a network and a platform that writes, all driven by one seed on one
/// thread of virtual time.
///
/// What it promises is checked at every step: a replica is at all times exactly what the hub's
/// snapshot at its checkpoint was; once the weather is calm everybody converges; nobody asks in a
/// loop. Anything else is thrown as a `Violation`.
final class Simulation {
    let seed: UInt64
    let extent: Extent
    let time = VirtualTime()
    let hub: SimulatedHub
    private(set) var terminals: [SimulatedTerminal]
    var weather: Weather
    /// What the hub, or something before it, does to a body; for tests of the simulation itself.
    var spoil: ([UInt8]) -> [UInt8] = { $0 }

    var chance: SplitMix
    var platform: Platform
    var agenda = Agenda<Happening>()
    var witness = Witness()
    var trace = Trace()
    /// Requests that wait at the hub for a change.
    var parked: [Request: WaitingCall] = [:]
    /// What proxies keep, by terminal and cursor.
    var kept: [String: [UInt8]] = [:]
    /// Everything that agents wrote, or tried to.
    var written: [MutationID: Written] = [:]
    let flaw: Flaw?
    private let isWriting: Bool
    var isHubUp = true
    var isStorm = true
    private var steps = 0
    private let scratch: Scratch

    /// Everything of it follows from the seed, for a world and an extent.
    ///
    /// Where agents write, a `flaw` breaks the code that keeps their writes.
    init(
        seed: UInt64,
        _ extent: Extent = .long,
        world: TinyWorld,
        isWriting: Bool = false,
        flaw: Flaw? = nil
    ) async throws {
        self.seed = seed
        self.extent = extent
        self.flaw = flaw
        self.isWriting = isWriting
        var chance = SplitMix(seed: seed)
        weather = isWriting ? Weather.written(&chance) : Weather.drawn(&chance)
        weather.hurry(extent.haste)
        scratch = try Scratch()
        if let prepared = world.prepared {
            try prepared.copyHub(to: scratch.path + "/hub.sqlite")
        } else {
            try world.copy(to: scratch.path + "/hub.sqlite")
        }
        hub = try await SimulatedHub(
            directory: scratch.path,
            time: time,
            page: Int.random(in: extent.page, using: &chance),
            difference: Int.random(in: 0...4, using: &chance) == 0 ? 12_000 : 1_000_000,
            fate: HubFate(isTorn: flaw == .ledgerApart)
        )
        platform = Platform(world.traffic, agents: world.agents, seed: chance.next())
        let count = Int.random(in: 0..<100, using: &chance) < 100 - extent.crowded ? 2 : 3
        terminals = []
        self.chance = chance
        for number in 0..<count {
            terminals.append(try await terminal(number, world, isWriting: isWriting))
        }
    }

    /// Somebody of the world at a terminal, with a copy or without.
    private func terminal(
        _ number: Int,
        _ world: TinyWorld,
        isWriting: Bool
    ) async throws -> SimulatedTerminal {
        let places = isWriting ? Self.writers : Array(world.agents.indices)
        let agent = world.agents[places[Int.random(in: 0..<places.count, using: &chance)]]
        let device =
            world.prepared == nil
            ? try await hub.enroll(number, agent: agent) : SimulatedHub.device(number, of: agent)
        let terminal = try SimulatedTerminal(
            number,
            device: device,
            time: time,
            isWriting: isWriting
        )
        if isWriting, Bool.random(using: &chance) {
            terminal.clockError = .seconds(Int.random(in: -3_600...3_600, using: &chance))
        }
        if let prepared = world.prepared, Int.random(in: 0..<100, using: &chance) < extent.prepared,
            let cursor = prepared.cursor(number, agent),
            let testimony = try await hub.testimony(for: agent)
        {
            try terminal.take(prepared)
            _ = witness.note(testimony, at: cursor)
        }
        return terminal
    }

    /// A storm, and then calm until everybody has converged.
    func run() async throws {
        for terminal in terminals { agenda.add(.begin(terminal: terminal.number), at: .zero) }
        for terminal in terminals where terminal.isWriting {
            agenda.add(.act(terminal: terminal.number), at: pause(span(.seconds(2))))
        }
        agenda.add(.write, at: span(.seconds(1)))
        agenda.add(.mishap, at: pause(weather.betweenMishaps))
        // Without writes less happens in it.
        try await pass(until: isWriting ? extent.storm : extent.storm * 1.5)
        try await calmDown()
        let end = time.elapsed + Self.longestHealing
        try await pass(until: end) { try await self.isConverged() }
        if let lack = try await unconverged() { throw violation("it did not converge: \(lack)") }
        for terminal in terminals { try await checkAtRest(terminal) }
        try await checkWritten()
    }

    /// Lets things happen until that time, or until `isOver`.
    func pass(until end: Duration, isOver: () async throws -> Bool = { false }) async throws {
        while let (at, happening) = agenda.removeFirst() {
            guard at <= end else {
                agenda.add(happening, at: at)
                break
            }
            time.pass(until: at)
            steps += 1
            guard steps < Self.mostSteps else { throw violation("it goes on for ever") }
            try await perform(happening)
            if try await isOver() { return }
        }
        time.pass(until: end)
    }

    /// The network heals and the hub stays; nobody writes any more.
    func calmDown() async throws {
        weather = .calm
        isStorm = false
        isHubUp = true
        kept = [:]
        log("calm")
        for terminal in terminals { try await checkLaid(terminal) }
        for terminal in terminals where !terminal.isAlive { try await begin(terminal) }
    }

    private func perform(_ happening: Happening) async throws {
        switch happening {
        case .request(let request): try await arrive(request)
        case .waitOver(let request): try await lookAfter(request)
        case .answer(let request, let answer): try await take(answer, for: request)
        case .inspect(let number, let life): try await inspect(terminals[number], life)
        case .job(let number, let life): try await job(terminals[number], life)
        case .told(let number, let life, let event):
            try tell(terminals[number], life, event)
        case .timer(let number, let life, let timer):
            try tell(terminals[number], life, .timerFired(timer))
        case .begin(let number):
            if !terminals[number].isAlive { try await begin(terminals[number]) }
        case .act, .bell, .dispatch, .batch, .decided, .sendTimer: try await write(happening)
        case .write: if isStorm { try await write() }
        case .mishap: if isStorm { try await mishap() }
        case .hubUp: isHubUp = true
        }
    }

    func log(_ words: String) { trace.add(time.elapsed, words) }

    /// What takes so long in a long storm.
    func span(_ usual: Duration) -> Duration { usual * extent.haste }

    func violation(_ words: String) -> Violation {
        Violation(
            seed: seed,
            test: isWriting ? "WritingStormTests/storms" : "SeedTests",
            at: time.elapsed,
            words: words,
            trace: trace.lines
        )
    }

    /// A wait around that long.
    func pause(_ mean: Duration) -> Duration {
        time.elapsed + mean * Double.random(in: 0.2...1.8, using: &chance)
    }

    func happens(_ share: Double) -> Bool {
        share > 0 && Double.random(in: 0..<1, using: &chance) < share
    }

    /// Two of the longest back-offs, a long poll and a copy.
    private static let longestHealing = Duration.seconds(240)
    private static let mostSteps = 20_000
    /// The agents who write, by their places in the cast, as often as they are drawn: they share
    /// properties, and one of them may only read.
    private static let writers = [0, 0, 0, 2, 2, 3, 1]
}
