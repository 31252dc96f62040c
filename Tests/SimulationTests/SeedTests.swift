import Testing

/// Storms of every kind of trouble, each made by one seed.
///
/// `FOYER_SEEDS=5000` tries so many, `FOYER_SEED=17` one alone, as a failure names it.
@Suite("Sync keeps its promises in whatever weather")
struct SeedTests {
    @Test("while the platform writes and the hub has its mishaps", .timeLimit(.minutes(20)))
    func seeds() async throws {
        // One world serves many seeds: making it takes longer than a storm.
        let (usual, minute) = (try await TinyWorld(seed: 0), try await TinyWorld.minute(seed: 1))
        try await Storms.run(Seeds.wanted(500)) { seed in
            let extent = Extent.of(seed)
            return try await Simulation(
                seed: seed,
                extent,
                world: extent.prepared > 0 ? minute : usual
            )
        }
    }
}
