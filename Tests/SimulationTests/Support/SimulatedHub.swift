import Foundation
import GRDB
import Hub
import Logging
import Model
import Wire

@testable import HubSQLite

/// A hub over a real SQLite file, without HTTP, that can be restarted, restored and pruned.
final class SimulatedHub {
    let time: VirtualTime
    private let directory: String
    private let page: Int
    private let difference: Int
    private(set) var store: SQLiteHubStore
    private(set) var service: ChangeService
    private(set) var mutations: MutationService
    /// How its process ends while it decides on a write.
    let fate: HubFate
    private var lastStamped: Int64 = 0
    /// Grows with everything that may change what a terminal must hold.
    var version = 0
    /// What was worked out of this version.
    var testimonies: [TestimonyKey: Witness.Testimony] = [:]

    /// Serves a copy of the world's file.
    convenience init(_ world: TinyWorld, directory: String, time: VirtualTime) async throws {
        try world.copy(to: directory + "/hub.sqlite")
        try await self.init(directory: directory, time: time)
    }

    /// Serves the file that is there.
    init(
        directory: String,
        time: VirtualTime,
        page: Int = 20_000,
        difference: Int = 200_000,
        fate: HubFate = HubFate()
    ) async throws {
        self.time = time
        self.directory = directory
        self.page = page
        self.difference = difference
        self.fate = fate
        store = try Self.open(directory)
        let faced = SmallPages(store: store, page: page, difference: difference, fate: fate)
        (service, mutations) = try await Self.services(faced, time)
        try await stamp()
    }

    private static func open(_ directory: String) throws -> SQLiteHubStore {
        try SQLiteHubStore(path: directory + "/hub.sqlite", use: .serving)
    }

    private static func services(
        _ store: SmallPages,
        _ time: VirtualTime
    ) async throws -> (ChangeService, MutationService) {
        let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
        let metrics = HubMetrics()
        let changes = try await ChangeService(
            store: store,
            clock: time.hubClock,
            metrics: metrics,
            logger: logger
        )
        let mutations = MutationService(
            store: store,
            clock: time.hubClock,
            metrics: metrics,
            logger: logger
        )
        return (changes, mutations)
    }

    private func open() async throws {
        version += 1
        store = try Self.open(directory)
        let faced = SmallPages(store: store, page: page, difference: difference, fate: fate)
        (service, mutations) = try await Self.services(faced, time)
    }

    /// The process ends and another begins.
    func restart() async throws {
        try store.close()
        try await open()
    }

    /// Keeps a copy of the file as it is.
    func backUp() async throws {
        try store.close()
        try? FileManager.default.removeItem(atPath: backup)
        try FileManager.default.copyItem(atPath: directory + "/hub.sqlite", toPath: backup)
        try await open()
    }

    /// Puts the copy in the file's place, as an operator does after a disaster; where `isRenamed`,
    /// as another incarnation.
    ///
    /// False where there is none.
    func restore(isRenamed: Bool) async throws -> Bool {
        guard FileManager.default.fileExists(atPath: backup) else { return false }
        try store.close()
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: directory + "/hub.sqlite" + suffix)
        }
        try FileManager.default.copyItem(atPath: backup, toPath: directory + "/hub.sqlite")
        try await open()
        lastStamped = try await store.read { try Self.newest($0) }
        if isRenamed {
            let name = "after \(time.elapsed)"
            try await store.write { database in
                try database.execute(
                    sql: "UPDATE foyer_meta SET value = ? WHERE name = 'incarnation'",
                    arguments: [name]
                )
            }
            try await restart()
        }
        return true
    }

    /// Forgets all of the log but its newest entry, and every scope.
    func prune() async throws {
        try await store.prune(before: time.now.advanced(by: .seconds(86_400 * 400)))
    }

    /// Writes in one transaction; false where the schema refuses it.
    @discardableResult
    func write(_ changes: [StoreChange]) async throws -> Bool {
        do {
            try await store.apply(changes)
        } catch HubTrouble.refused {
            return false
        }
        try await stamp()
        return true
    }

    /// Decides on a batch as the route does; throws a `Problem` where it cannot.
    func decide(_ batch: [Mutation], of device: Device) async throws -> MutationsResponse {
        // As it travels: what cannot be read of one spoils none of the others.
        let sent = WireJSON.encode(MutationsRequest(mutations: batch.map(SentMutation.init)))
        let request = try WireJSON.decode(MutationsRequest.self, Data(sent))
        // Some of a batch may come to be though it ends in a trouble.
        version += 1
        let response = try await mutations.apply(for: device, request)
        try await stamp()
        return response
    }

    /// Gives what was logged since the simulation's time, rather than the machine's.
    private func stamp() async throws {
        let (now, since) = (time.now.seconds, lastStamped)
        version += 1
        lastStamped = try await store.write { database in
            try database.cachedStatement(sql: "UPDATE foyer_change SET at = ? WHERE seq > ?")
                .execute(arguments: [now, since])
            return try Self.newest(database)
        }
    }

    private static func newest(_ database: Database) throws -> Int64 {
        let sql = "SELECT max(seq) FROM foyer_change"
        return try Int64.fetchOne(database.cachedStatement(sql: sql)) ?? 0
    }

    private var backup: String { directory + "/backup.sqlite" }
}
