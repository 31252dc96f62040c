import Foundation
import GRDB
import Hub
import Model
import Testing

@testable import HubSQLite

/// What is particular to a store in a SQLite file.
@Suite struct SQLiteFileTests {
    @Test("failure 23: a commit is on disk when it is told")
    func durability() async throws {
        try await withPath { path in
            let store = try SQLiteHubStore(path: path, use: .migrating)
            let settings = try store.pool.writeWithoutTransaction { database in
                try ["synchronous", "wal_autocheckpoint", "foreign_keys"].map { name in
                    try Int.fetchOne(database, sql: "PRAGMA \(name)")
                }
            }
            #expect(settings == [2, 8_000, 1])
            try store.close()
        }
    }

    @Test("the file is its owner's alone, and a copy of it after closing is a copy of all")
    func file() async throws {
        try await withPath { path in
            let store = try SQLiteHubStore(path: path, use: .migrating)
            _ = try store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM property") }
            try store.close()
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600)
            try FileManager.default.copyItem(atPath: path, toPath: path + ".copy")
            let copy = try SQLiteHubStore(path: path + ".copy", use: .command)
            try copy.close()
        }
    }

    @Test("one process serves a file; commands may write to it meanwhile")
    func serving() async throws {
        try await withPath { path in
            try SQLiteHubStore(path: path, use: .migrating).close()
            let serving = try SQLiteHubStore(path: path, use: .serving)
            #expect(throws: HubTrouble.alreadyServed(place: path)) {
                try SQLiteHubStore(path: path, use: .serving)
            }
            try SQLiteHubStore(path: path, use: .command).close()
            try serving.close()
        }
    }

    @Test("two stores that write to one file wait for each other and lose nothing")
    func writers() async throws {
        try await withPath { path in
            let stores = try [Use.migrating, .command].map { use in
                try SQLiteHubStore(path: path, use: use)
            }
            try await stores[0].insert([.company(1), .property(1)])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, store) in stores.enumerated() {
                    group.addTask {
                        for number in 0..<50 {
                            try await store.insert([.tour(number * 2 + index, property: 1)])
                        }
                    }
                }
                try await group.waitForAll()
            }
            let state = try await stores[1].pool.read { database in
                (
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM tours"),
                    try String.fetchOne(database, sql: "PRAGMA integrity_check")
                )
            }
            #expect(state == (100, "ok"))
            for store in stores { try store.close() }
        }
    }

    @Test("failure 3: a reader that takes its time holds nobody up and sees one state")
    func reader() async throws {
        try await withPath { path in
            let store = try SQLiteHubStore(path: path, use: .migrating)
            let other = try SQLiteHubStore(path: path, use: .command)
            var desk = try await Desk(store)
            try await desk.copy()
            let snapshot = try other.pool.makeSnapshot()
            try await store.insert([.tour(1, property: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.tours).count == 1)
            let seen = try await snapshot.read { database in
                try Int.fetchOne(database, sql: "SELECT count(*) FROM tours")
            }
            #expect(seen == 0)
            try snapshot.close()
            try other.close()
            try store.close()
        }
    }

    @Test("failure 12: a load that passes the triggers by is found by the digest")
    func untold() async throws {
        try await withPath { path in
            let store = try SQLiteHubStore(path: path, use: .migrating)
            var desk = try await Desk(store)
            try await desk.copy()
            try await store.pool.write { database in
                try database.execute(sql: "DROP TRIGGER foyer_tours_insert")
            }
            try await store.insert([.tour(1, property: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.tours).isEmpty, "the log knows nothing of it")
            #expect(try await !desk.isEqual())
            try store.close()
        }
    }

    @Test("what cannot be opened says what to do")
    func troubles() async throws {
        try await withPath { path in
            #expect(throws: HubTrouble.unsupported) {
                try SQLiteHubStore(path: "postgres://hub:secret@host/platform", use: .migrating)
            }
            #expect(throws: HubTrouble.notMigrated(place: path)) {
                try SQLiteHubStore(path: path, use: .serving)
            }
            let store = try SQLiteHubStore(path: path, use: .migrating)
            try store.pool.write { database in
                try database.execute(
                    sql: "UPDATE foyer_meta SET value = 99 WHERE name = 'version'"
                )
            }
            try store.close()
            for use in [Use.command, .serving, .migrating] {
                let known = OwnTables.version
                #expect(throws: HubTrouble.newerSchema(place: path, found: 99, known: known)) {
                    try SQLiteHubStore(path: path, use: use)
                }
            }
        }
    }

    private typealias Use = SQLiteHubStore.Use

    private func withPath(_ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "foyer-hub-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try await body(directory.appending(path: "hub.sqlite").path)
    }
}
