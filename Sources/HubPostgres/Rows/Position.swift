import Hub
import Model

/// A state of the database, as a cursor names it: which transactions it saw, and by what to notice
/// that the database is not the one, or not where it was.
struct Position: Hashable {
    /// `pg_current_snapshot()`: lowest running transaction, first one not begun, and the running
    /// ones between.
    let snapshot: String
    /// The server's identity and timeline and the database's number: another cluster, one that was
    /// recovered, and a dump that was loaded have others.
    let server: String
    /// How much of the write-ahead log was safe on disk, in bytes.
    let written: Int64
    /// The newest of the marks that the hub leaves in the database from time to time, with its
    /// moment; empty before the first.
    ///
    /// A copy that was made before has it not.
    let mark: String
    /// When the server was started, in microseconds.
    let boot: String

    var text: String { "\(server)/\(written)/\(mark)/\(boot)/\(snapshot)" }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 5, let written = Int64(parts[1]),
            parts[4].wholeMatch(of: /[0-9]+:[0-9]+:([0-9]+(,[0-9]+)*)?/) != nil
        else { return nil }
        self.init(
            snapshot: String(parts[4]),
            server: String(parts[0]),
            written: written,
            mark: String(parts[2]),
            boot: String(parts[3])
        )
    }

    private init(snapshot: String, server: String, written: Int64, mark: String, boot: String) {
        self.snapshot = snapshot
        self.server = server
        self.written = written
        self.mark = mark
        self.boot = boot
    }

    /// Where the transaction at hand stands; asked of the database itself, never of a standby,
    /// which does not say which transactions it sees running.
    static func current(_ connection: PostgresConnection) throws -> Position {
        let rows = try connection.run(
            """
            SELECT pg_current_snapshot()::text,
                concat_ws('.', (SELECT system_identifier FROM pg_control_system()),
                    (SELECT timeline_id FROM pg_control_checkpoint()),
                    (SELECT oid FROM pg_database WHERE datname = current_database())),
                (pg_current_wal_flush_lsn() - '0/0')::bigint,
                coalesce((
                    SELECT (extract(epoch FROM at) * 1000000)::bigint || '.' || mark
                    FROM foyer.horizon ORDER BY at DESC LIMIT 1), ''),
                (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint
            """
        )
        return Position(
            snapshot: rows.text(0, 0),
            server: rows.text(0, 1),
            written: rows.integer(0, 2),
            mark: rows.text(0, 3),
            boot: String(rows.integer(0, 4))
        )
    }

    /// This position, as far as it can be trusted by a server that was started since.
    ///
    /// A transaction that was rolled back just before a crash may leave no trace on disk, and its
    /// number is given to another afterwards, which the snapshot would take as seen. So what was
    /// given out last counts as not seen: to be told of a row again costs its bytes alone.
    func asSeen(from now: Position) -> Position {
        guard boot != now.boot else { return self }
        let parts = snapshot.split(separator: ":", omittingEmptySubsequences: false)
        let end = max(3, (UInt64(parts[1]) ?? 3).subtractingClamped(Self.mostGivenTwice))
        let first = min(UInt64(parts[0]) ?? 3, end)
        let running = parts[2].split(separator: ",").filter { UInt64($0) ?? 0 < end }
        return Position(
            snapshot: "\(first):\(end):\(running.joined(separator: ","))",
            server: server,
            written: written,
            mark: mark,
            boot: boot
        )
    }

    /// Numbers of transactions that a crash may take back: more than a server gives out until its
    /// log is written, which is 0.6 s by default (`wal_writer_delay`).
    private static let mostGivenTwice: UInt64 = 20_000

    /// The transactions that were running: what they logged may have gone another way since.
    var running: PostgresValue {
        .text("{\(snapshot.split(separator: ":", omittingEmptySubsequences: false)[2])}")
    }

    /// Why no difference can begin here and lead to `now`; nil where one can.
    func end(_ connection: PostgresConnection, now: Position) throws -> CursorEnd? {
        // Recovered, another, or a copy that has not come so far.
        guard server == now.server, written <= now.written else { return .elsewhere }
        let seen = asSeen(from: now)
        let rows = try connection.run(
            """
            SELECT pg_snapshot_xmax($1::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()),
                $2::bigint = 0 OR EXISTS (
                    SELECT 1 FROM foyer.horizon
                    WHERE at = timestamptz 'epoch' + $2::bigint * interval '1 microsecond'
                        AND mark::text = $3)
            """,
            [.text(seen.snapshot)] + markParameters
        )
        guard rows.boolean(0, 0), rows.boolean(0, 1) else { return .elsewhere }
        return try logEnd(connection, since: seen)
    }

    /// Why the log of the transaction at hand does not tell all that came after.
    func logEnd(_ connection: PostgresConnection, since seen: Position) throws -> CursorEnd? {
        let rows = try connection.run(
            """
            SELECT pg_snapshot_xmin($2::pg_snapshot)
                    > (SELECT value::xid8 FROM foyer.meta WHERE name = 'pruned'),
                EXISTS (
                    SELECT 1 FROM foyer.change
                    WHERE scope_key = '\(OwnSchema.unknownKey)' AND \(Self.isSince)
                        AND table_no = \(OwnSchema.truncated))
            """,
            [.text(seen.snapshot), .text(snapshot)]
        )
        guard rows.boolean(0, 0) else { return .tooOld }
        return rows.boolean(0, 1) ? .elsewhere : nil
    }

    /// Moment and name; a moment of zero for no mark at all.
    private var markParameters: [PostgresValue] {
        let parts = mark.split(separator: ".")
        guard parts.count == 2, let at = Int(parts[0]) else { return [.integer(0), .text("")] }
        return [.integer(at), .text(String(parts[1]))]
    }

    /// Whether a log entry was not seen by the snapshot that is the first parameter.
    ///
    /// The bound is what an index can be asked for; the function decides.
    static let isSince = """
        xid >= pg_snapshot_xmin($1::pg_snapshot)
        AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
        """
}

extension UInt64 {
    /// The difference, never below zero.
    fileprivate func subtractingClamped(_ other: UInt64) -> UInt64 {
        self > other ? self - other : 0
    }
}
