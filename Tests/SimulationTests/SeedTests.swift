import Foundation
import Testing

/// Storms of every kind of trouble, each made by one seed.
///
/// `FOYER_SEEDS=500` tries so many, `FOYER_SEED=17` one alone, as a failure names it.
@Suite("Sync keeps its promises in whatever weather")
struct SeedTests {
    @Test("while the platform writes and the hub has its mishaps", .timeLimit(.minutes(20)))
    func seeds() async throws {
        var worlds: [UInt64: TinyWorld] = [:]
        for seed in Self.wanted {
            // One world serves many seeds: making it takes longer than a storm.
            let number = seed % 4
            let world =
                if let known = worlds[number] { known } else { try await TinyWorld(seed: number) }
            worlds[number] = world
            try await Simulation(seed: seed, world: world).run()
        }
    }

    private static var wanted: [UInt64] {
        let environment = ProcessInfo.processInfo.environment
        if let one = environment["FOYER_SEED"].flatMap(UInt64.init) { return [one] }
        let count = environment["FOYER_SEEDS"].flatMap(UInt64.init) ?? 25
        return Array(0..<count)
    }
}
