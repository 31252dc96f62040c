import Foundation
import Hub
import HubSQLite
import Model
import World

/// A world of a few hundred rows in a hub's file, made once and copied for every simulation.
final class TinyWorld: Sendable {
    let plan: WorldPlan
    /// Whose terminals there are.
    let agents: [AgentID]
    /// What the platform does where the history ends.
    let traffic: LiveTraffic
    /// What simulations begin with that do not begin from nothing; nil where all do.
    let prepared: PreparedOffice?
    private let scratch: Scratch

    convenience init(seed: UInt64) async throws {
        try await self.init(seed: seed, scale: Self.usual, keeping: 10)
    }

    /// The same in a few dozen rows, with copies of them at every terminal that there can be.
    static func minute(seed: UInt64) async throws -> TinyWorld {
        try await TinyWorld(seed: seed, scale: smallest, keeping: 40, isPrepared: true)
    }

    private init(
        seed: UInt64,
        scale: Scale,
        keeping share: Int,
        isPrepared: Bool = false
    )
        async throws
    {
        plan = WorldPlan(
            seed: seed,
            scale: scale,
            months: 1,
            dirt: false,
            now: VirtualTime.start
        )
        agents = WorldCast(plan).agents.prefix(5).map(\.id)
        traffic = LiveTraffic(plan)
        scratch = try Scratch()
        let path = scratch.path + "/hub.sqlite"
        let store = try SQLiteHubStore(path: path, use: .migrating)
        try await store.apply(Self.rows(plan, keeping: share).map { .insert($0) })
        try store.close()
        prepared =
            isPrepared ? try await PreparedOffice(hub: path, agents, in: scratch.path) : nil
    }

    /// Puts a copy of the file there.
    func copy(to path: String) throws {
        try FileManager.default.copyItem(atPath: scratch.path + "/hub.sqlite", toPath: path)
    }

    /// The plan's history with a share of its knowledge, which nothing else refers to.
    private static func rows(_ plan: WorldPlan, keeping share: Int) -> [TableRow] {
        var questions = 0
        return History(plan).filter { row in
            guard row.table == .faq else { return true }
            questions += 1
            return questions.isMultiple(of: share)
        }
    }

    private static let usual = Scale(properties: 4, ownProperties: 2, conversationsPerMonth: 1)
    private static let smallest = Scale(properties: 3, ownProperties: 2, conversationsPerMonth: 1)
}
