import Hub
import Model

/// A state of the database, as a cursor names it: which transactions it saw, and by what to notice
/// that the database is not the one, or not where it was.
struct Position: Hashable {
    /// Lowest running transaction, first one not seen, and the running ones between.
    ///
    /// As `pg_current_snapshot()` has it, but nothing counts as seen behind the newest that logged.
    /// A transaction that was rolled back may leave no trace on disk, and a server that is killed
    /// gives its number to another.
    let snapshot: String
    /// The first transaction that had not begun; 0 where an older hub did not say.
    ///
    /// Those between the snapshot's end and this one were running, or over without a word.
    let bound: UInt64
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

    var text: String { "\(server)/\(written)/\(mark)/\(SnapshotText.short(snapshot))/\(bound)" }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 5, let written = Int64(parts[1]),
            let snapshot = SnapshotText.long(parts[3]),
            let bound = UInt64(parts[4])
        else { return nil }
        self.init(
            snapshot: snapshot,
            bound: bound,
            server: String(parts[0]),
            written: written,
            mark: String(parts[2])
        )
    }

    private init(snapshot: String, bound: UInt64, server: String, written: Int64, mark: String) {
        self.snapshot = snapshot
        self.bound = bound
        self.server = server
        self.written = written
        self.mark = mark
    }

    /// Where the transaction at hand stands.
    ///
    /// The timeline is that of the log that is written now: the last checkpoint's is the old one
    /// for minutes after a standby took over.
    static func current(_ connection: PostgresConnection) throws -> Position {
        let rows = try connection.run(
            """
            SELECT pg_current_snapshot()::text,
                concat_ws('.', (SELECT system_identifier FROM pg_control_system()),
                    ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int,
                    (SELECT oid FROM pg_database WHERE datname = current_database())),
                (pg_current_wal_flush_lsn() - '0/0')::bigint,
                coalesce((
                    SELECT (extract(epoch FROM at) * 1000000)::bigint || '.' || mark
                    FROM foyer.horizon ORDER BY at DESC LIMIT 1), ''),
                greatest((SELECT value::xid8 FROM foyer.meta WHERE name = 'pruned'),
                    (SELECT xid FROM foyer.change ORDER BY xid DESC LIMIT 1))::text::bigint,
                age('3'::xid)::bigint + 3
            """
        )
        let (snapshot, end) = logged(rows.text(0, 0), newest: UInt64(rows.integer(0, 4)))
        return Position(
            snapshot: snapshot,
            bound: nextTransaction(UInt32(truncatingIfNeeded: rows.integer(0, 5)), from: end),
            server: rows.text(0, 1),
            written: rows.integer(0, 2),
            mark: rows.text(0, 3)
        )
    }

    /// The snapshot without what lies behind the newest transaction that has logged; and where the
    /// snapshot itself ended.
    private static func logged(_ snapshot: String, newest: UInt64) -> (String, end: UInt64) {
        let parts = snapshot.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let first = UInt64(parts[0]), let end = UInt64(parts[1]) else {
            return (snapshot, 0)
        }
        // 3 is the first number that a cluster gives.
        let newEnd = min(max(newest + 1, 3), end)
        let running = parts[2].split(separator: ",").filter {
            UInt64($0).map { $0 < newEnd } ?? false
        }
        let list = running.joined(separator: ",")
        return ("\(min(first, newEnd)):\(newEnd):\(list)", end)
    }

    /// The next number to be given, of which the server tells the lower half, and which is not far
    /// behind the end of its snapshot.
    private static func nextTransaction(_ lower: UInt32, from end: UInt64) -> UInt64 {
        end + UInt64(lower &- UInt32(truncatingIfNeeded: end))
    }

    /// The transactions that were running: what they logged may have gone another way since.
    var running: PostgresValue {
        .text("{\(snapshot.split(separator: ":", omittingEmptySubsequences: false)[2])}")
    }

    /// Why no difference can begin here and lead to `now`; nil where one can.
    func end(_ connection: PostgresConnection, now: Position) throws -> CursorEnd? {
        // Recovered, another, or a copy that has not come so far.
        guard server == now.server, written <= now.written else { return .elsewhere }
        let rows = try connection.run(
            """
            SELECT pg_snapshot_xmax($1::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()),
                $2::bigint = 0 OR EXISTS (
                    SELECT 1 FROM foyer.horizon
                    WHERE at = timestamptz 'epoch' + $2::bigint * interval '1 microsecond'
                        AND mark::text = $3)
            """,
            [.text(snapshot)] + markParameters
        )
        guard rows.boolean(0, 0), rows.boolean(0, 1) else { return .elsewhere }
        return try logEnd(connection)
    }

    /// Why the log of the transaction at hand does not tell all that came after.
    func logEnd(_ connection: PostgresConnection) throws -> CursorEnd? {
        let rows = try connection.run(
            """
            SELECT pg_snapshot_xmin($1::pg_snapshot)
                    > (SELECT value::xid8 FROM foyer.meta WHERE name = 'pruned'),
                EXISTS (
                    SELECT 1 FROM foyer.change
                    WHERE scope_key = '\(OwnSchema.unknownKey)' AND \(Self.isSince("$1"))
                        AND table_no = \(OwnSchema.truncated))
            """,
            [.text(snapshot)]
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

    /// Whether a log entry was not seen by the snapshot that is that parameter.
    ///
    /// The bound is what an index can be asked for; the function decides.
    static func isSince(_ snapshot: String) -> String {
        """
        xid >= pg_snapshot_xmin(\(snapshot)::pg_snapshot)
        AND NOT pg_visible_in_snapshot(xid, \(snapshot)::pg_snapshot)
        """
    }
}
