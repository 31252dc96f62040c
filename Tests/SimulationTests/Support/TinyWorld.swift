import Foundation
import Hub
import HubSQLite
import Model
import World

/// A world of a few hundred rows in a hub's file, made once and copied for every simulation.
final class TinyWorld {
    let plan: WorldPlan
    private let scratch: Scratch

    init(seed: UInt64) async throws {
        let scale = Scale(properties: 4, ownProperties: 2, conversationsPerMonth: 1)
        plan = WorldPlan(
            seed: seed,
            scale: scale,
            months: 1,
            dirt: false,
            now: VirtualTime.start
        )
        scratch = try Scratch()
        let store = try SQLiteHubStore(path: path, use: .migrating)
        try await store.apply(Self.rows(plan).map { .insert($0) })
        try store.close()
    }

    /// Puts a copy of the file there.
    func copy(to path: String) throws {
        try FileManager.default.copyItem(atPath: self.path, toPath: path)
    }

    /// The plan's history with a tenth of its knowledge, which nothing else refers to.
    private static func rows(_ plan: WorldPlan) -> [TableRow] {
        var questions = 0
        return History(plan).filter { row in
            guard row.table == .faq else { return true }
            questions += 1
            return questions.isMultiple(of: 10)
        }
    }

    private var path: String { scratch.path + "/hub.sqlite" }
}
