import Testing

/// One trouble alone, as bad as it gets: where the mixed weather fails, these say of what.
@Suite("Sync survives each trouble of the network by itself")
struct StormTests {
    struct Storm: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let weather: Weather

        init(_ words: String, _ change: (inout Weather) -> Void) {
            var weather = Weather.calm
            change(&weather)
            testDescription = words
            self.weather = weather
        }
    }

    static let storms = [
        Storm("failures 20 and 25: bodies that break off") { $0.cuts = 0.6 },
        Storm("failure 27: a proxy that serves stale pages") { $0.isStale = 0.6 },
        Storm("failures 29 and 30: answers twice and out of order") { $0.repeats = 0.8 },
        Storm("failure 32: a busy hub") { $0.isBusy = 0.6 },
        Storm("failure 33: requests that never arrive") { $0.losesRequest = 0.5 },
        Storm("failure 34: requests that arrive, and replies that do not") { $0.losesReply = 0.5 },
        Storm("failure 35: a captive portal") { $0.hasPortal = 0.6 },
        Storm("failure 36: a process that is killed again and again") { $0.kills = 0.2 },
        Storm("failures 15, 18, 19, 24, 44 and 68: a hub that has it all happen to it") {
            $0.betweenMishaps = .seconds(3)
        },
    ]

    @Test("while the platform writes", arguments: storms)
    func storm(_ storm: Storm) async throws {
        let world = try await TinyWorld(seed: 5)
        let simulation = try await Simulation(seed: 1_000, world: world)
        simulation.weather = storm.weather
        try await simulation.run()
    }
}

/// The simulation is worth something only where it finds what is wrong.
struct SelfCheckTests {
    @Test("a row that the hub leaves out is found")
    func lostRow() async throws {
        let world = try await TinyWorld(seed: 6)
        let simulation = try await Simulation(seed: 2_000, world: world)
        simulation.spoil = { body in
            var lines = body.split(separator: UInt8(ascii: "\n"))
            let row = lines.firstIndex { $0.first == UInt8(ascii: "[") }
            if let row { lines.remove(at: row) }
            return Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
        }
        let violation = await #expect(throws: Violation.self) { try await simulation.run() }
        #expect(violation?.words.contains("differs from its checkpoint") == true)
        #expect(violation?.description.contains("FOYER_SEED=2000") == true)
    }

    @Test("one seed is one story, also where agents write", arguments: [false, true])
    func repeatable(isWriting: Bool) async throws {
        let world = try await TinyWorld(seed: 7)
        var stories: [[String]] = []
        for _ in 0..<2 {
            let simulation = try await Simulation(seed: 3, world: world, isWriting: isWriting)
            try await simulation.run()
            stories.append(simulation.trace.lines)
        }
        #expect(stories[0] == stories[1])
        #expect(!stories[0].isEmpty)
    }
}
