import Foundation
import Hub
import Model
import PostgresServer
import Testing

@testable import HubPostgres

/// A hub that reads from a standby and writes to the database.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"), .serialized)
struct ReadReplicaTests {
    @Test("failure 21: what a standby says misses nothing, whether it keeps up, lags or is away")
    func follows() async throws {
        try await Self.withStandby { own, standby, store in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            try await store.insert([.message(1, conversation: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 1)
            #expect(try await desk.isEqual())
            let counts = try #require(store.replica?.counts)
            #expect(counts.answers >= 4 && counts.misses == 0, "page, two differences, digest")

            try standby.script("SELECT pg_wal_replay_pause()")
            try await store.insert([.message(2, conversation: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 2, "a lagging standby is not believed")
            #expect(store.replica?.counts.misses == 1)
            try await desk.catchUp()
            #expect(try await desk.isEqual())

            try standby.script("SELECT pg_wal_replay_resume()")
            try await store.insert([.message(3, conversation: 1)])
            while store.replica?.counts.answers == counts.answers { try await desk.catchUp() }
            #expect(desk.terminal.ids(.message).count == 3)
            #expect(try await desk.isEqual())
            let condition = try await store.condition(now: desk.now)
            #expect(condition.replicaAnswers > counts.answers && condition.replicaMisses > 0)

            try own.server.program(
                "pg_ctl",
                ["-D", own.server.directory.appending(path: "standby").path, "-m", "fast", "stop"]
            )
            try await store.insert([.message(4, conversation: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 4)
            #expect(try await desk.isEqual())
        }
    }

    @Test("failures 1 and 2: a transaction that a standby sees running is not taken as seen")
    func running() async throws {
        try await Self.withStandby { own, standby, store in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            let slow = try own.session()
            try slow.script("BEGIN; \(Self.message(1))")
            try await store.insert([.message(2, conversation: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 2)])
            // Nothing more is told while it stays open: nobody is kept busy.
            guard case .delta(let delta) = try await desk.answer() else { return }
            #expect(delta.isEmpty)
            try slow.script("COMMIT")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 2)
            #expect(try await desk.isEqual())
            #expect(store.replica?.counts.misses == 0, "all of it was the standby's")
        }
    }

    @Test("a database that is no standby of the hub's is never read")
    func another() async throws {
        try await OwnServer.with { own in
            _ = try await own.store()
            let name = try own.server.makeDatabase()
            let other = try PostgresAddress(own.server.address(name))
            let store = try await PostgresHubStore(own.address(), replica: other)
            var desk = try await Desk(store)
            try await desk.copy()
            #expect(try await desk.isEqual())
            #expect(store.replica?.counts.answers == 0)
        }
    }

    @Test("failure 15: a standby that takes over is another course of history from then on")
    func promoted() async throws {
        try await Self.withStandby { own, standby, store in
            let before = try Position.current(own.session()).server
            try standby.script("SELECT pg_promote()")
            let after = try Position.current(standby).server
            #expect(after != before, "at once, and not with the next checkpoint")
        }
    }

    private static func withStandby(
        _ body: (OwnServer, PostgresConnection, PostgresHubStore) async throws -> Void
    ) async throws {
        try await OwnServer.with { own in
            _ = try await own.store()
            let standby = try PostgresAddress(own.server.makeStandby(of: own.name).address)
            let store = try await PostgresHubStore(
                own.address(),
                replica: standby,
                patience: .serving
            )
            try await body(own, PostgresConnection(standby), store)
        }
    }

    private static func message(_ number: Int) -> String {
        """
        INSERT INTO message (id, conversation_id, message_text, sender_type)
        VALUES ('\(rowID(.message, number).text)', '\(rowID(.conversation, 1).text)', 'hi', 'user')
        """
    }
}
