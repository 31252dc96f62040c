import Testing

@Suite("Sync keeps its promises in whatever weather")
struct SeedTests {
    @Test("one seed", arguments: [1, 2, 3, 4] as [UInt64])
    func seeds(_ worldSeed: UInt64) async throws {
        let world = try await TinyWorld(seed: worldSeed)
        let clock = ContinuousClock()
        for seed in 0..<5 as Range<UInt64> {
            let took = try await clock.measure {
                try await Simulation(seed: seed * 4 + worldSeed, world: world).run()
            }
            print(seed, took)
        }
    }
}
