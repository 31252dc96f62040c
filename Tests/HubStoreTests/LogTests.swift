import Hub
import Model
import PostgresServer
import Testing

@testable import HubPostgres

/// The log of changes: what is dropped of it, and who notices.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"))
struct LogTests {
    @Test("a row that is changed again and again keeps its newest entry, and nobody misses it")
    func repeated() async throws {
        // Another test's transaction, running at a mark, would keep an entry for good.
        try await OwnServer.with { own in
            let store = try await own.store()
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            let session = try own.session()
            var desks = [desk]
            for round in 1...6 {
                try session.script(Self.mark)
                try session.script("UPDATE message SET message_text = 'round \(round)'")
                try await desk.catchUp()
                desks.append(desk)
            }
            let before = try Self.entries(session)
            #expect(before == 7)
            try await store.compact()
            #expect(try Self.entries(session) < 3, "of \(before)")
            for var old in desks {
                try await old.catchUp()
                #expect(try await old.isEqual())
            }
        }
    }

    @Test("an entry of one who began first and ended last is kept beside a newer number")
    func overtaken() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            let slow = try platform.session()
            let fast = try platform.session()
            try fast.script(Self.mark)
            try slow.script("BEGIN; SELECT pg_current_xact_id()")
            try fast.script(Self.mark)
            try fast.script("UPDATE message SET message_text = 'fast'")
            try await desk.catchUp()
            try slow.script("UPDATE message SET message_text = 'slow'; COMMIT")
            try fast.script(Self.mark)
            try await store.compact()
            try await desk.catchUp()
            #expect(try await desk.isEqual(), "who saw the newer number is told of the older")
        }
    }

    @Test("pruning goes by batches, and a writer in the middle of its work waits for none of it")
    func batches() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            let session = try platform.session()
            try session.script(
                """
                INSERT INTO message (conversation_id, message_text, sender_type)
                SELECT id, 'many', 'user' FROM conversation, generate_series(1, 25000)
                """
            )
            try await desk.copy()
            let writer = try platform.session()
            try writer.script("SET lock_timeout = '1ms'; BEGIN; UPDATE chatbot SET name = 'a'")
            while try session.run("SELECT count(*) FROM foyer.change").integer(0, 0) > 100 {
                try await store.prune(before: Timestamp(microseconds: 4_000_000_000_000_000))
            }
            try writer.script("UPDATE chatbot SET name = 'b'; COMMIT")
            try await desk.catchUp()
            #expect(try await desk.isEqual())
        }
    }

    private static let mark = ChangeWatch.mark.replacing("59 seconds", with: "0 seconds")

    private static func entries(_ session: PostgresConnection) throws -> Int64 {
        try session.run(
            "SELECT count(*) FROM foyer.change WHERE table_no = $1::int",
            [.integer(Table.message.number)]
        ).integer(0, 0)
    }
}
