import Testing

/// Storms of every kind of trouble, each made by one seed.
///
/// `FOYER_SEEDS=500` tries so many, `FOYER_SEED=17` one alone, as a failure names it.
@Suite("Sync keeps its promises in whatever weather")
struct SeedTests {
    @Test("while the platform writes and the hub has its mishaps", .timeLimit(.minutes(20)))
    func seeds() async throws {
        var worlds: [UInt64: TinyWorld] = [:]
        for seed in Seeds.wanted(25) {
            // One world serves many seeds: making it takes longer than a storm.
            let number = seed % 4
            let world =
                if let known = worlds[number] { known } else { try await TinyWorld(seed: number) }
            worlds[number] = world
            try await Simulation(seed: seed, world: world).run()
        }
    }
}
