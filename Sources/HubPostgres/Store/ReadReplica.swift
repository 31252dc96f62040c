import Foundation
import Synchronization

/// A standby that answers what terminals ask, so that the database itself is left to its writers.
///
/// It is asked only once it has replayed all that the database's snapshot saw: what a standby says
/// of its own snapshot leaves out which transactions it sees running (`pg_current_snapshot` in
/// recovery has no such list), so a position is always the database's, and the standby's rows are
/// of that moment or later. A row that is later is told of again with the next difference.
final class ReadReplica: Sendable {
    /// What it did.
    struct Counts: Sendable, Hashable {
        var answers = 0
        var misses = 0
    }

    private let pool: PostgresPool
    private let state = Mutex(State())

    private struct State {
        var counts = Counts()
        /// Until when it is not asked.
        var restsUntil: ContinuousClock.Instant?
    }

    init(_ address: PostgresAddress, _ patience: PostgresPatience, most: Int) {
        pool = PostgresPool(address, patience, most: most)
    }

    var counts: Counts { state.withLock { $0.counts } }

    /// Runs the body in one snapshot of the standby that has seen at least as much as the moment.
    ///
    /// Nil where it lags, is away, is no standby of that database, or its answer was cut off by
    /// what it replays: then the database itself is asked.
    func read<Value: Sendable>(
        after moment: Moment,
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async -> Value? {
        guard !isResting else {
            count(isAnswer: false)
            return nil
        }
        let value = try? await pool.perform { connection in
            try Self.await(moment, on: connection)
            try connection.begin("ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            let value = try body(connection)
            try connection.script("COMMIT")
            return value
        }
        // Who was cancelled says nothing of the standby.
        if !Task.isCancelled { count(isAnswer: value != nil) }
        return value
    }

    private var isResting: Bool {
        state.withLock { state in state.restsUntil.map { ContinuousClock.now < $0 } ?? false }
    }

    private func count(isAnswer: Bool) {
        state.withLock { state in
            if isAnswer {
                state.counts.answers += 1
                state.restsUntil = nil
            } else {
                state.counts.misses += 1
                if state.restsUntil.map({ ContinuousClock.now >= $0 }) ?? true {
                    state.restsUntil = .now + Self.rest
                }
            }
        }
    }

    /// Waits on the session's own thread, which nobody else needs meanwhile.
    private static func await(_ moment: Moment, on connection: PostgresConnection) throws {
        let deadline = ContinuousClock.now + patience
        while true {
            let rows = try connection.run(
                hasCome,
                [.integer(Int(moment.written)), .text(moment.cluster)]
            )
            guard rows.boolean(0, 0) else { throw PostgresTrouble.connection("it is no standby") }
            if rows.boolean(0, 1) { return }
            guard ContinuousClock.now < deadline else {
                throw PostgresTrouble.connection("the read replica lags")
            }
            // A standby tells nobody when it has replayed; this is a thread of the session's own.
            usleep(pause)
        }
    }

    private static let hasCome = """
        SELECT pg_is_in_recovery()
                AND (SELECT system_identifier::text FROM pg_control_system()) = $2,
            coalesce(pg_last_wal_replay_lsn() - '0/0' >= $1::bigint, false)
        """

    /// How long a standby is waited for: a log writer that has nothing to do wakes every 0.2 s.
    private static let patience = Duration.milliseconds(500)
    /// Between two looks, microseconds.
    private static let pause: UInt32 = 3_000
    /// How long one that lagged or failed is left alone.
    private static let rest = Duration.seconds(1)
}

/// A moment of the database that a standby must have come to.
struct Moment: Sendable {
    /// What a cursor made of it says.
    let position: Position
    /// What had been written to the log by then, in bytes.
    let written: Int64

    /// The database cluster's own number.
    var cluster: String { String(position.server.prefix { $0 != "." }) }

    /// The transaction's at hand; asked of the database itself.
    static func current(_ connection: PostgresConnection) throws -> Moment {
        let position = try Position.current(connection)
        // Read after the snapshot was taken: whoever is seen to have committed had written it.
        let rows = try connection.run("SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint")
        return Moment(position: position, written: rows.integer(0, 0))
    }
}
