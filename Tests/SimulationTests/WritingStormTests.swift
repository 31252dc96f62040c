import Foundation
import Model
import Testing

/// Agents who write in whatever weather, each storm made by one seed.
///
/// `FOYER_SEEDS=10000` tries so many, `FOYER_SEEDS=5000-9999` these, `FOYER_SEED=17` one alone, as
/// a failure names it.
@Suite("No write is lost or done twice")
struct WritingStormTests {
    @Test(
        "failures 24, 43, 47, 48, 51 to 54, 56 and 59: terminals, network and hub",
        .timeLimit(.minutes(120))
    )
    func storms() async throws {
        let (usual, minute) = (try await TinyWorld(seed: 3), try await TinyWorld.minute(seed: 3))
        try await Storms.run(Seeds.wanted(2_000)) { seed in
            let extent = Extent.of(seed)
            return try await Simulation(
                seed: seed,
                extent,
                world: extent.prepared > 0 ? minute : usual,
                isWriting: true
            )
        }
    }

    /// Storms that found something, and what it was.
    enum Found: UInt64, CaseIterable, CustomTestStringConvertible {
        /// The checker's mistake: it let a terminal ask before the agent had asked, and a failure
        /// that came in between made it wait again.
        case askedBetween = 37
        /// The checker's mistake: it took the hub for unchanged where it had died over the second
        /// write of a batch.
        case diedOverSecond = 430
        /// The checker's mistake: it asked for the rows as they are laid between two batches, where
        /// sending puts that off.
        case calmBetweenBatches = 473
        /// A checkpoint asked for before the hub had decided let a decided write wait again, and
        /// nobody was told to send it: its cursor alone was new.
        case asksBeforeDecision = 1257
        /// The same where another process has kept the write.
        case asksBeforeForeignDecision = 1317
        /// The same in a long storm.
        case asksBeforeDecisionLong = 1399

        var testDescription: String {
            switch self {
            case .askedBetween: "a request fails in the moment in which another is asked for"
            case .diedOverSecond: "a hub dies over the second write of a batch"
            case .calmBetweenBatches: "the calm comes between two batches"
            case .asksBeforeDecision: "a checkpoint is asked for before a write is decided on"
            case .asksBeforeForeignDecision: "the same, of a write that another process has kept"
            case .asksBeforeDecisionLong: "the same, in a long storm"
            }
        }

        /// The storm that it was found in.
        var extent: Extent {
            switch self {
            case .askedBetween, .asksBeforeDecisionLong: .long
            case .diedOverSecond, .calmBetweenBatches: .short
            case .asksBeforeDecision, .asksBeforeForeignDecision: .short
            }
        }
    }

    @Test("what a storm has found stays mended", arguments: Found.allCases)
    func found(_ storm: Found) async throws {
        let extent = storm.extent
        let world =
            extent.prepared > 0
            ? try await TinyWorld.minute(seed: 3) : try await TinyWorld(seed: 3)
        let simulation = try await Simulation(
            seed: storm.rawValue,
            extent,
            world: world,
            isWriting: true
        )
        try await simulation.run()
    }

    @Test("failure 59: what the hub writes otherwise than it was sent is so everywhere")
    func normalised() async throws {
        let world = try await TinyWorld(seed: 3)
        let simulation = try await Simulation(seed: 1, world: world, isWriting: true)
        simulation.weather = .calm
        simulation.weather.betweenJobs = .seconds(2)
        // Nothing is done in the future, whatever the clock of a terminal says.
        for terminal in simulation.terminals { terminal.clockError = .seconds(3_600) }
        try await simulation.run()
        let times = try await simulation.hub.notedAt()
        let notes = simulation.written.values.filter { times[$0.act.newID("activity")] != nil }
        #expect(notes.count > 3)
        for note in notes {
            let time = try #require(times[note.act.newID("activity")])
            #expect(time < note.act.at, "the hub believed the terminal's clock")
        }
    }

    @Test(
        "each mistake that the code could have is found within 1,000 seeds",
        arguments: Flaw.allCases
    )
    func flaws(_ flaw: Flaw) async throws {
        let world = try await TinyWorld.minute(seed: 3)
        for seed: UInt64 in 0..<1_000 {
            let simulation = try await Simulation(
                seed: seed,
                .short,
                world: world,
                isWriting: true,
                flaw: flaw
            )
            do {
                try await simulation.run()
            } catch let violation as Violation {
                let isIt = flaw.marks.contains { violation.words.contains($0) }
                #expect(isIt, "something else was found: \(violation)")
                return
            }
        }
        Issue.record("not one of 1,000 seeds finds it")
    }
}
