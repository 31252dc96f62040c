import Foundation
import Synchronization
import Testing

/// Runs a simulation for each of many seeds, as many at a time as there are processors: each is
/// deterministic by itself.
final class Storms: Sendable {
    private let seeds: [UInt64]
    private let progress = Mutex((next: 0, failures: 0))

    private init(_ seeds: [UInt64]) {
        self.seeds = seeds
    }

    /// Every seed's violation is recorded, up to `mostFailures` of them.
    static func run(
        _ seeds: [UInt64],
        _ simulation: @escaping @Sendable (UInt64) async throws -> Simulation
    ) async throws {
        let storms = Storms(seeds)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
                group.addTask { try await storms.work(simulation) }
            }
            try await group.waitForAll()
        }
    }

    private func work(
        _ simulation: @Sendable (UInt64) async throws -> Simulation
    ) async throws {
        while let seed = next() {
            do {
                try await simulation(seed).run()
            } catch let violation as Violation {
                Issue.record(violation)
                progress.withLock { $0.failures += 1 }
            }
        }
    }

    private func next() -> UInt64? {
        progress.withLock { progress in
            guard progress.next < seeds.count, progress.failures < Self.mostFailures else {
                return nil
            }
            defer { progress.next += 1 }
            return seeds[progress.next]
        }
    }

    /// More would be of the same cause, and each is a screen of text.
    private static let mostFailures = 20
}

/// Which storms are made.
enum Seeds {
    /// `FOYER_SEEDS=500` is the first so many, `FOYER_SEEDS=500-999` is these, `FOYER_SEED=17` one
    /// alone; or else so many.
    static func wanted(_ count: UInt64) -> [UInt64] {
        let environment = ProcessInfo.processInfo.environment
        if let one = environment["FOYER_SEED"].flatMap(UInt64.init) { return [one] }
        let ends = environment["FOYER_SEEDS"]?.split(separator: "-").compactMap { UInt64($0) } ?? []
        guard ends.count == 2, ends[0] <= ends[1] else { return Array(0..<(ends.first ?? count)) }
        return Array(ends[0]...ends[1])
    }
}
