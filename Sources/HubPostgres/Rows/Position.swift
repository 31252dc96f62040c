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
    /// How much had been written, in bytes of the write-ahead log.
    let written: Int64
    /// The newest of the marks that the hub leaves in the database from time to time; empty before
    /// the first.
    ///
    /// A copy that was made before has it not.
    let mark: String

    var text: String { "\(server)/\(written)/\(mark)/\(snapshot)" }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, let written = Int64(parts[1]),
            parts[3].wholeMatch(of: /[0-9]+:[0-9]+:([0-9]+(,[0-9]+)*)?/) != nil
        else { return nil }
        self.init(
            snapshot: String(parts[3]),
            server: String(parts[0]),
            written: written,
            mark: String(parts[2])
        )
    }

    private init(snapshot: String, server: String, written: Int64, mark: String) {
        self.snapshot = snapshot
        self.server = server
        self.written = written
        self.mark = mark
    }

    /// Where the transaction at hand stands.
    static func current(_ connection: PostgresConnection) throws -> Position {
        let rows = try connection.run(
            """
            SELECT pg_current_snapshot()::text,
                concat_ws('.', (SELECT system_identifier FROM pg_control_system()),
                    (SELECT timeline_id FROM pg_control_checkpoint()),
                    (SELECT oid FROM pg_database WHERE datname = current_database())),
                (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                    ELSE pg_current_wal_insert_lsn() END - '0/0')::bigint,
                coalesce((SELECT mark::text FROM foyer.horizon ORDER BY at DESC LIMIT 1), '')
            """
        )
        return Position(
            snapshot: rows.text(0, 0),
            server: rows.text(0, 1),
            written: rows.integer(0, 2),
            mark: rows.text(0, 3)
        )
    }

    /// The transactions that were running: what they logged may have gone another way since.
    var running: PostgresValue {
        .text("{\(snapshot.split(separator: ":", omittingEmptySubsequences: false)[2])}")
    }

    /// Why no difference can begin here and lead to `now`; nil where one can.
    func end(_ connection: PostgresConnection, now: Position) throws -> CursorEnd? {
        guard server == now.server else { return .elsewhere }
        let rows = try connection.run(
            """
            SELECT pg_snapshot_xmin($1::pg_snapshot)
                    > (SELECT value::xid8 FROM foyer.meta WHERE name = 'pruned'),
                pg_snapshot_xmax($1::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()),
                EXISTS (
                    SELECT 1 FROM foyer.change
                    WHERE scope_key = '\(OwnSchema.unknownKey)' AND \(Self.isSince)
                        AND table_no = \(OwnSchema.truncated)),
                $2 = '' OR EXISTS (SELECT 1 FROM foyer.horizon WHERE mark::text = $2),
                pg_is_in_recovery()
            """,
            [.text(snapshot), .text(mark)]
        )
        // A standby that lags is asked again; the database itself has never been there.
        guard written <= now.written || !rows.boolean(0, 4) else {
            throw HubTrouble.unavailable("the read replica has not come so far yet")
        }
        guard written <= now.written, rows.boolean(0, 3) else { return .elsewhere }
        guard rows.boolean(0, 1) else { return .elsewhere }
        guard rows.boolean(0, 0) else { return .tooOld }
        return rows.boolean(0, 2) ? .elsewhere : nil
    }

    /// Whether a log entry was not seen by the snapshot that is the first parameter.
    ///
    /// The bound is what an index can be asked for; the function decides.
    static let isSince = """
        xid >= pg_snapshot_xmin($1::pg_snapshot)
        AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
        """
}
