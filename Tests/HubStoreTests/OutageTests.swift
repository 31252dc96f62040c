import Foundation
import Hub
import Model
import PostgresServer
import Testing

@testable import HubPostgres

/// A PostgreSQL that is away, full, slow, cut off or put back, and a hub that outlives it.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"), .serialized)
struct OutageTests {
    @Test("failure 22: PostgreSQL restarts, and every connection of the hub is made anew")
    func restart() async throws {
        try await OwnServer.with { own in
            let store = try await own.store()
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            // Several connections at a time, so that several are dead afterwards.
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { _ = try? await store.devices() } }
            }
            try own.stop("fast")
            let begin = ContinuousClock.now
            await #expect(throws: HubTrouble.self) { try await store.head() }
            await #expect(throws: HubTrouble.self) { try await store.identity() }
            #expect(ContinuousClock.now - begin < .seconds(40))
            try own.start()
            try await store.insert([.message(1, conversation: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 1)
            #expect(try await desk.isEqual())
        }
    }

    @Test("failure 22: a server that has no connection left is told so, and asked again")
    func exhausted() async throws {
        try await OwnServer.with { own in
            let store = try await own.store()
            _ = try await store.head()
            try own.server.psql("postgres", ["-c", "ALTER SYSTEM SET max_connections = 12"])
            try own.stop("fast")
            try own.start()
            var others: [PostgresConnection] = []
            while let other = try? own.session() { others.append(other) }
            #expect(others.count > 3)
            let begin = ContinuousClock.now
            let trouble = await #expect(throws: HubTrouble.self) { try await store.identity() }
            #expect(trouble?.description.contains("too many clients") == true)
            #expect(ContinuousClock.now - begin < .seconds(40))
            others = []
            // The server takes its time to notice that they hung up.
            while (try? await store.identity()) == nil { await Task.yield() }
        }
    }

    @Test("failure 22: a statement that waits for a lock or runs for too long is given up")
    func limits() async throws {
        try await OwnServer.with { own in
            var patience = PostgresPatience.serving
            patience.lock = .milliseconds(200)
            patience.statement = .milliseconds(400)
            let store = try await own.store(patience)
            var desk = try await Desk(store)
            try await desk.copy()
            let platform = try own.session()
            try platform.script("BEGIN; LOCK TABLE property_manager IN ACCESS EXCLUSIVE MODE")
            let locked = await #expect(throws: HubTrouble.self) { try await desk.answer() }
            #expect(locked?.description.contains("55P03") == true)
            try platform.script("ROLLBACK")
            let slow = await #expect(throws: HubTrouble.self) {
                try await store.read { try $0.script("SELECT pg_sleep(60)") }
            }
            #expect(slow?.description.contains("57014") == true)
            try await desk.catchUp()
            #expect(try await desk.isEqual())
        }
    }

    @Test("failure 22: a server that stands still is not waited for, and used when it goes on")
    func stopped() async throws {
        try await OwnServer.with { own in
            var patience = PostgresPatience.serving
            patience.statement = .milliseconds(300)
            patience.silence = .milliseconds(200)
            let store = try await own.store(patience)
            let pid = try await store.read { connection in
                Int32(try connection.run("SELECT pg_backend_pid()").integer(0, 0))
            }
            let first = try own.process
            defer { for pid in [pid, first] { kill(pid, SIGCONT) } }
            for pid in [pid, first] { #expect(kill(pid, SIGSTOP) == 0) }
            let begin = ContinuousClock.now
            await #expect(throws: HubTrouble.self) { try await store.identity() }
            #expect(ContinuousClock.now - begin < .seconds(40))
            for pid in [pid, first] { kill(pid, SIGCONT) }
            _ = try await store.identity()
        }
    }

    @Test("failure 22: who finds all connections lent is told in time, and who left waits no more")
    func lent() async throws {
        try await OwnServer.with { own in
            var patience = PostgresPatience.serving
            patience.session = .milliseconds(200)
            let pool = PostgresPool(try own.address(), patience, most: 1)
            let holder = try own.session()
            try holder.script("SELECT pg_advisory_lock(1)")
            let busy = Task {
                try await pool.perform { try $0.script("SELECT pg_advisory_lock(1)") }
            }
            while pool.use.lent == 0 { await Task.yield() }
            await #expect(throws: PostgresTrouble.self) {
                try await pool.perform { try $0.script("SELECT 1") }
            }
            let cancelled = Task { try await pool.perform { try $0.script("SELECT 1") } }
            cancelled.cancel()
            await #expect(throws: CancellationError.self) { try await cancelled.value }
            #expect(pool.use == PostgresPool.Use(lent: 1, waiting: 0))
            try holder.script("SELECT pg_advisory_unlock(1)")
            try await busy.value
            try await pool.perform { try $0.script("SELECT 1") }
            #expect(pool.use == PostgresPool.Use(lent: 0, waiting: 0))
        }
    }

    @Test("failure 20: a connection that is ended between rows leaves nothing half told")
    func ended() async throws {
        try await OwnServer.with { own in
            let store = try await own.store()
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            let whole = desk
            try await store.insert((1...50).map { .message($0, conversation: 1) })
            let platform = try own.session()
            // The rows of conversations come before those of messages.
            try platform.script("BEGIN; LOCK TABLE message IN ACCESS EXCLUSIVE MODE")
            let answer = Task { try await whole.answer() }
            while try platform.run(Self.waiting).integer(0, 0) == 0 { await Task.yield() }
            try platform.script(Self.end)
            await #expect(throws: HubTrouble.self) { try await answer.value }
            try platform.script("ROLLBACK")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 50)
            #expect(try await desk.isEqual())
        }
    }

    private static let waiting = """
        SELECT count(*) FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND application_name = 'foyer-hub'
            AND datname = current_database()
        """

    private static let end = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND application_name = 'foyer-hub'
            AND datname = current_database()
        """

    @Test("failure 23: what was told before a power cut is there after it, and nothing is missed")
    func powerCut() async throws {
        try await OwnServer.with { own in
            let store = try await own.store()
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            let now = desk.now
            let agent = desk.agent
            var chance = SystemRandomNumberGenerator()
            let code = EnrolmentCode(using: &chance)
            let invitation = Invitation(
                handle: code.handle,
                codeHash: code.hash,
                agent: agent,
                expires: now.advanced(by: .seconds(600))
            )
            #expect(try await store.save(invitation, now: now))
            let device = NewDevice(
                id: DeviceID(high: 1, low: 1),
                tokenHash: Data(repeating: 1, count: 32),
                name: "desk",
                enrolledAt: now
            )
            #expect(try await store.redeem(code, as: device) != .refused)
            try await store.insert([.message(2, conversation: 1)])
            try own.stop("immediate")
            try own.start()
            #expect(try await store.isEnrolled(device.id), "told, so kept")
            #expect(try await store.redeem(code, as: device) == .refused, "a code is good once")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 2)
            #expect(try await desk.isEqual())
        }
    }

    @Test("failures 22 and 23: a transaction's number given out again after a crash hides nothing")
    func givenTwice() async throws {
        try await OwnServer.with { own in
            // Else the log is on disk before the test can cut the power.
            try own.server.psql("postgres", ["-c", "ALTER SYSTEM SET wal_writer_delay = '10s'"])
            try own.stop("fast")
            try own.start()
            let store = try await own.store()
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            let before = try own.session()
            let taken = try before.run("SELECT pg_current_xact_id()::text").text(0, 0)
            try before.script("CHECKPOINT")
            for number in 1...3 {
                try before.script("BEGIN; \(Self.message(number)); ROLLBACK")
            }
            try await desk.catchUp()
            try own.stop("immediate")
            try own.start()
            let after = try own.session()
            try after.script(Self.message(9))
            let given = try after.run("SELECT xmin::text FROM message").text(0, 0)
            #expect(Int(given) ?? 0 <= (Int(taken) ?? 0) + 3, "the number was another's before")
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 9)])
            #expect(try await desk.isEqual())
            guard case .delta(let delta) = try await desk.answer() else { return }
            #expect(delta.isEmpty, "told again once, not for ever")
        }
    }

    private static func message(_ number: Int) -> String {
        """
        INSERT INTO message (id, conversation_id, message_text, sender_type)
        VALUES ('\(rowID(.message, number).text)', '\(rowID(.conversation, 1).text)', 'hi', 'user')
        """
    }
}
