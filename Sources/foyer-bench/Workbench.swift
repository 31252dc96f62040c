import Foundation
import Glibc
import Hub
import HubSQLite
import Model
import Wire
import World

/// A directory with a hub over a world of about so many messages, and a profile that it enrolled.
final class Workbench {
    let directory: String
    let plan: WorldPlan
    /// The hub's.
    let database: String
    private let store: SQLiteHubStore

    /// Makes the world and fills the hub's database.
    init(messages: Int) async throws {
        let parent = NSTemporaryDirectory()
        let path =
            "\(parent.hasSuffix("/") ? parent : parent + "/")foyer-bench-\(UUID().uuidString)"
        guard mkdir(path, 0o700) == 0 else {
            throw Complaint("no directory can be made in \(parent) (error \(errno)); set TMPDIR")
        }
        directory = path
        plan = WorldPlan.messages(messages, now: .current)
        database = path + "/hub.sqlite"
        store = try SQLiteHubStore(path: database, use: .migrating)
        try await Self.fill(store, plan)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    var agent: AgentID { History(plan).cast.demoAgent.id }
    var profile: String { directory + "/profile" }
    var replica: String { profile + "/replica" }

    private static func fill(_ store: SQLiteHubStore, _ plan: WorldPlan) async throws {
        let refusal = try await store.importing { sink throws(RowRefusal) in
            for row in History(plan) {
                try sink.insert(row.table, Catalogue[row.table].columns, row.values)
            }
        }
        if case .failure(let refusal) = refusal {
            throw Complaint("the world is refused: \(refusal)")
        }
    }

    /// Serves the hub on loopback for as long as `body` runs; hands it the address and a code.
    func serving<Value: Sendable>(
        _ body: (_ address: String, _ code: String) async throws -> Value
    ) async throws -> Value {
        try await Serving.run(store, email: History(plan).cast.demoAgent.email, body)
    }

    /// Makes a profile with a whole replica, by the programs that an office runs.
    func enroll() async throws {
        let profile = profile
        try await serving { address, code in
            try Sibling.run("foyer", ["enroll", address, code, "--profile", profile])
            try Sibling.run("foyer", ["sync", "--once", "--profile", profile])
        }
    }
}

extension Timestamp {
    /// What this machine's clock says.
    static var current: Timestamp { Timestamp(Date()) }
}
