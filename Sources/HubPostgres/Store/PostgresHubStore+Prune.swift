package import Hub
package import Model

extension PostgresHubStore {
    /// Each step is a transaction of its own and holds no lock that a writer of the platform's
    /// needs; one that was cut off is made up for by the next run.
    package func prune(before: Timestamp) async throws(HubTrouble) {
        let moment = PostgresValue.text(before.text)
        let first = try await write { connection in
            try connection.script(Self.markHorizon)
            // Said before anything goes: who reads the log knows from the same snapshot.
            try connection.run(Self.notePruned, [moment])
            let rows = try connection.run(Self.horizon, [moment])
            return rows.count == 1 ? rows.text(0, 0) : nil
        }
        if let first { try await inBatches(Self.prunedEntries, [.text(first)]) }
        try await write { connection in
            for statement in Self.pruning { try connection.run(statement, [moment]) }
            for statement in ScopeKey.orphans { try connection.run(statement) }
        }
        try await compact()
    }

    /// Drops entries of rows that have a newer one which says the same, of the last hours.
    ///
    /// An entry may go only where whoever has seen the newer transaction has seen the older: one
    /// was over before a mark was left, the other began after it. A number alone does not say so,
    /// for what began first may have ended last.
    func compact() async throws(HubTrouble) {
        try await inBatches(Self.repeatedEntries, [])
    }

    private func inBatches(
        _ delete: String,
        _ parameters: [PostgresValue]
    ) async throws(HubTrouble) {
        var gone = Self.batch
        while gone == Self.batch {
            gone = try await write { connection in
                try connection.run(delete, parameters + [.integer(Self.batch)]).affected
            }
        }
    }

    /// Entries a transaction: some 0.1 s.
    private static let batch = 10_000

    private static let markHorizon = """
        INSERT INTO foyer.horizon (at, xid, edge)
        SELECT now(), pg_snapshot_xmin(s), pg_snapshot_xmax(s) FROM pg_current_snapshot() AS s
        ON CONFLICT DO NOTHING
        """

    /// The last horizon before the moment says which transactions were over by then.
    private static let horizon = """
        SELECT xid::text FROM foyer.horizon WHERE at <= $1::timestamptz ORDER BY at DESC LIMIT 1
        """

    private static let notePruned = """
        UPDATE foyer.meta SET value = greatest(value::xid8, coalesce(
            (SELECT xid FROM foyer.change WHERE xid < (
                SELECT xid FROM foyer.horizon WHERE at <= $1::timestamptz
                ORDER BY at DESC LIMIT 1)
            ORDER BY xid DESC LIMIT 1), '0'))::text
        WHERE name = 'pruned'
        """

    private static let prunedEntries = """
        DELETE FROM foyer.change WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM foyer.change WHERE xid < $1::xid8 ORDER BY xid LIMIT $2))
        """

    /// What goes besides; the parameter is the moment before which it was.
    private static let pruning = [
        """
        DELETE FROM foyer.horizon
        WHERE at < (SELECT max(at) FROM foyer.horizon WHERE at <= $1::timestamptz)
        """,
        "DELETE FROM foyer.scope WHERE used_on < $1::timestamptz::date",
        "DELETE FROM foyer.invitation WHERE expires_at < $1::timestamptz",
    ]

    /// Entries and marks in one order, newest first: the last mark that was met before an entry is
    /// the first that was left after its transaction was over.
    ///
    /// Two hours, since a serving hub does it every hour. PostgreSQL has no `min` of xid8 before
    /// version 15.
    private static let repeatedEntries = """
        WITH mark AS (
            SELECT xid, edge::text::bigint AS edge FROM foyer.horizon
            WHERE edge IS NOT NULL AND at > now() - interval '2 hours'),
        line AS (
            SELECT ctid AS place, xid, table_no, row_id, scope_key, NULL::bigint AS edge
            FROM foyer.change
            WHERE xid >= (SELECT xid FROM mark ORDER BY xid LIMIT 1)
                AND xid < pg_snapshot_xmin(pg_current_snapshot())
                AND NOT moved AND table_no >= 0
            UNION ALL SELECT NULL, xid, NULL, NULL, NULL, edge FROM mark),
        entry AS (
            SELECT place,
                min(edge) OVER (
                    ORDER BY xid DESC, place IS NULL
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS after,
                max(xid::text::bigint) OVER (PARTITION BY table_no, row_id, scope_key) AS newest
            FROM line)
        DELETE FROM foyer.change WHERE ctid = ANY (ARRAY(
            SELECT place FROM entry WHERE place IS NOT NULL AND after <= newest LIMIT $1))
        """
}
