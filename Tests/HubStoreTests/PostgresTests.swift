import Foundation
import Hub
import Model
import PostgresServer
import Testing

@testable import HubPostgres

/// What only a database with several writers can do to a terminal.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"))
struct PostgresTests {
    @Test("failures 1 and 2: a transaction that began first and commits last is not missed")
    func commitsLast() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            let slow = try platform.session()
            try slow.script("BEGIN; \(Self.message(1))")
            let fast = try platform.session()
            try fast.script(Self.message(2))
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 2)], "nobody waits for it")
            #expect(try await desk.isEqual())
            try slow.script("COMMIT")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 2)
            #expect(try await desk.isEqual())
        }
    }

    @Test("failure 5: a row written early by one who commits late has its last content")
    func lastContent() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            let slow = try platform.session()
            try slow.script("BEGIN; UPDATE message SET message_text = 'late'")
            try await store.insert([.tour(1, property: 1)])
            try await desk.catchUp()
            try slow.script("UPDATE message SET message_text = 'last'; COMMIT")
            try await desk.catchUp()
            #expect(try await desk.isEqual())
            let row = desk.terminal.rows[.message]?[rowID(.message, 1)]
            #expect(row?["message_text"] == .text("last"))
        }
    }

    @Test("failure 6: a savepoint that was rolled back leaves nothing")
    func savepoint() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            try platform.session().script(
                "BEGIN; SAVEPOINT s; \(Self.message(1)); ROLLBACK TO s; \(Self.message(2)); COMMIT"
            )
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 2)])
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 62: a message written while its conversation moves arrives where it moved to",
        arguments: ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"]
    )
    func moves(isolation: String) async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 3)])
            try await desk.copy()
            let writer = try platform.session()
            try writer.script("BEGIN ISOLATION LEVEL \(isolation); SELECT count(*) FROM company")
            let move = StoreChange.update(
                .conversation,
                rowID(.conversation, 1),
                ["chatbot_id": .id(rowID(.chatbot, 1))]
            )
            if isolation == "READ COMMITTED" { try writer.script(Self.message(1)) }
            try await store.apply([move])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.conversation).count == 1)
            if isolation != "READ COMMITTED" { try writer.script(Self.message(1)) }
            try writer.script("COMMIT")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 1)])
            #expect(try await desk.isEqual())
        }
    }

    @Test("what comes into somebody else's conversations is told to nobody but them")
    func notTold() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 3)])
            try await desk.copy()
            for isolation in ["READ COMMITTED", "REPEATABLE READ"] {
                try platform.session().script(
                    """
                    BEGIN ISOLATION LEVEL \(isolation); \(Self.message(1)) COMMIT;
                    """
                )
                #expect(try await desk.catchUp() == [])
                try await store.apply([.delete(.message, rowID(.message, 1))])
                #expect(try await desk.catchUp() == [])
            }
        }
    }

    @Test("a flood in one company, under way when others asked, is told to nobody else")
    func othersFlood() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([
                .conversation(1, chatbot: 1), .message(1, conversation: 1),
                .conversation(3, chatbot: 3), .message(3, conversation: 3),
            ])
            let flood = try platform.session()
            try flood.script(
                """
                INSERT INTO message (conversation_id, message_text, sender_type)
                SELECT conversation_id, 'more', 'user' FROM message, generate_series(1, 3000)
                WHERE id = '\(rowID(.message, 3).text)'
                """
            )
            try flood.script("BEGIN; UPDATE message SET message_text = message_text || '!'")
            try await desk.copy()
            try flood.script("COMMIT")
            let told = try await desk.catchUp()
            #expect(told.count == 1, "its own message, and none of the 3,000")
            #expect(try await desk.isEqual())
        }
    }

    @Test("a row that left while its writer was under way is dropped, whosever its entry")
    func leftMeanwhile() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([
                .conversation(1, chatbot: 3), .conversation(3, chatbot: 3),
                .message(1, conversation: 1),
            ])
            let writer = try platform.session()
            try writer.script(
                """
                BEGIN; UPDATE message SET conversation_id = '\(rowID(.conversation, 3).text)'
                """
            )
            try await store.apply([
                .update(
                    .conversation,
                    rowID(.conversation, 1),
                    ["chatbot_id": .id(rowID(.chatbot, 1))]
                )
            ])
            try await desk.copy()
            #expect(desk.terminal.ids(.message).count == 1)
            try writer.script("COMMIT")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).isEmpty)
            #expect(try await desk.isEqual())
        }
    }

    @Test("a column that the platform widens while the hub serves stops nothing")
    func widened() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            try platform.session().script(
                """
                UPDATE message SET message_text = 'Hello';
                ALTER TABLE message ALTER COLUMN sender_type TYPE varchar(40)
                """
            )
            try await desk.catchUp()
            #expect(try await desk.isEqual())
            try await desk.copy()
        }
    }

    @Test("failure 62: also where the move began first and nothing has ended since")
    func movesFirst() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 3)])
            try await desk.copy()
            let mover = try platform.session()
            try mover.script("BEGIN; SELECT pg_current_xact_id()")
            let writer = try platform.session()
            try writer.script("BEGIN; \(Self.message(1))")
            try mover.script(
                """
                UPDATE conversation SET chatbot_id = '\(rowID(.chatbot, 1).text)';
                COMMIT
                """
            )
            try await desk.catchUp()
            #expect(desk.terminal.ids(.conversation).count == 1)
            try writer.script("COMMIT")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 1)])
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 22: a killed server gives the numbers of rolled back ones again; no row is missed"
    )
    func numbersAgain() async throws {
        let server = try PostgresServer()
        defer { server.stop() }
        let platform = Platforms(server: server, name: try server.makeDatabase())
        let store = try await PostgresHubStore.migrated(platform.address())
        var desk = try await Desk(store)
        try await store.insert([.conversation(1, chatbot: 1)])
        try await desk.copy()
        // Nothing is to be on disk but what a commit waits for.
        let owner = try platform.session()
        try owner.script("ALTER SYSTEM SET wal_writer_delay = '10s'")
        try owner.script("SELECT pg_reload_conf(); CHECKPOINT")
        for round in 1...3 {
            let session = try platform.session()
            for _ in 0..<20 { try session.script("BEGIN; \(Self.message(round)) ROLLBACK") }
            try await desk.catchUp()
            try server.restart(.immediate)
            let next = try platform.session()
            try next.script(Self.message(round))
            // As much as there was before, or the database would seem to be an older one.
            for _ in 0..<40 { try next.script("SELECT pg_current_xact_id()") }
            try next.script("SELECT pg_logical_emit_message(false, '', repeat('x', 100000))")
            switch try await desk.answer() {
            case .gone: try await desk.copy()
            case .delta, .agentGone: try await desk.catchUp()
            }
            #expect(desk.terminal.ids(.message).contains(rowID(.message, round)))
            #expect(try await desk.isEqual())
        }
    }

    @Test("failures 7, 8 and 10: what goes by thousands, comes back and goes again")
    func manyDeletes() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            let session = try platform.session()
            try session.script(
                """
                INSERT INTO message (conversation_id, message_text, sender_type)
                SELECT conversation_id, 'again', 'user' FROM message, generate_series(1, 20000)
                """
            )
            try await desk.copy()
            #expect(desk.terminal.ids(.message).count == 20_001)
            try session.script("DELETE FROM message; \(Self.message(1))")
            try await desk.catchUp(limit: 24_000_000)
            #expect(desk.terminal.ids(.message) == [rowID(.message, 1)])
            #expect(try await desk.isEqual())
        }
    }

    @Test("failure 11: after TRUNCATE everything is fetched anew")
    func truncate() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            try platform.session().script("TRUNCATE message")
            #expect(try await desk.end() == .elsewhere)
        }
    }

    @Test("failure 12: rows loaded with the triggers off are found by the digest")
    func withoutTriggers() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            #expect(try await desk.isEqual())
            try platform.session().script(
                "SET session_replication_role = replica; \(Self.message(1))"
            )
            try await desk.catchUp()
            #expect(try await !desk.isEqual())
        }
    }

    @Test("failure 13: a prepared transaction keeps nobody waiting and is not missed")
    func prepared() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            let session = try platform.session()
            try session.script("BEGIN; \(Self.message(1)); PREPARE TRANSACTION 'p\(platform.name)'")
            try session.script(Self.message(2))
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 2)])
            try session.script("COMMIT PREPARED 'p\(platform.name)'")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 2)
            #expect(try await desk.isEqual())
        }
    }

    @Test("failure 14: a dump that was loaded elsewhere is another database")
    func dumped() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            let copy = try platform.server.makeDatabase()
            defer { platform.server.drop(copy) }
            try platform.server.psql("postgres", ["-c", "SELECT 1"])
            let dump = platform.server.directory.appending(path: "\(copy).sql").path
            try platform.server.program(
                "pg_dump",
                ["-d", platform.server.address(platform.name), "-f", dump]
            )
            try platform.server.psql(copy, ["-f", dump])
            let address = try PostgresAddress(platform.server.address(copy))
            let restored = try await PostgresHubStore(address)
            let request = DeltaRequest(
                agent: desk.agent,
                now: desk.now,
                position: desk.position,
                scope: desk.scope,
                limit: 1_000_000
            )
            guard case .gone(.elsewhere) = try await restored.delta(request) else {
                Issue.record("a position of another database was taken")
                return
            }
        }
    }

    @Test("a head changes with what is logged, and with nothing else")
    func head() async throws {
        try await Platforms.with { store, platform in
            _ = try await Desk(store)
            let before = try await store.head()
            try platform.session().script("SELECT pg_current_xact_id()")
            #expect(try await store.head() == before)
            try await store.insert([.conversation(1, chatbot: 1)])
            #expect(try await store.head() != before)
        }
    }

    @Test("a page with more rows than one question of a copy is asked for has each of them once")
    func manyRows() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .conversation(2, chatbot: 2)])
            let rows = 2 * WalkQuery.limit + 500
            try platform.session().script(
                """
                INSERT INTO message (conversation_id, message_text, sender_type)
                SELECT CASE WHEN n % 3 = 0 THEN '\(rowID(.conversation, 1).text)'::uuid
                    ELSE '\(rowID(.conversation, 2).text)' END, 'hi', 'user'
                FROM generate_series(1, \(rows)) AS n
                """
            )
            try await desk.copy(limit: 100_000_000)
            #expect(desk.terminal.ids(.message).count == rows)
            #expect(try await desk.isEqual())
        }
    }

    private static func message(_ number: Int) -> String {
        """
        INSERT INTO message (id, conversation_id, message_text, sender_type)
        VALUES ('\(rowID(.message, number).text)', '\(rowID(.conversation, 1).text)', 'hi', 'user');
        """
    }
}
