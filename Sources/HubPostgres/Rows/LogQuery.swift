import Hub
import Model

/// What is asked of the log for a difference.
enum LogQuery {
    /// Of a snapshot, keys, the transactions that were running, the first that had not begun, and
    /// how many are too many: table, row and whether it moved; without a row, a table of which
    /// there are uncertain entries.
    ///
    /// An entry that names a conversation is of where that is now. If it came from elsewhere, the
    /// log says that it moved, with all below it.
    static let entries = """
        (SELECT table_no, row_id, bool_or(moved) FROM foyer.change AS e
        WHERE \(Position.isSince("$1"))
            AND (scope_key = ANY ($2::uuid[])
                OR scope_key = uuid '\(OwnSchema.unknownKey)' AND (parent_id IS NULL
                    OR (\(ScopeKey.query(of: .conversation, "e.parent_id"))) = ANY ($2::uuid[])))
        GROUP BY table_no, row_id LIMIT $5)
        UNION ALL
        SELECT DISTINCT table_no, NULL::uuid, false FROM foyer.change
        WHERE \(Position.isSince("$1")) AND \(isUncertain("$1", running: "$3", bound: "$4"))
        """

    /// By the table's number, of the scope's properties and companies, a snapshot, the transactions
    /// that were running, the first that had not begun, and how many are too many: the uncertain
    /// rows that are in scope, no more, or were elsewhere before, and whether they were.
    static let uncertain = Table.allCases.map { table in
        let isVisible = ScopeKey.isVisible(Catalogue[table], "t", ScopeReader.membership)
        return """
            SELECT e.row_id, bool_or(e.moved) FROM foyer.change AS e
                LEFT JOIN \(table.sqlName) AS t ON t.id = e.row_id
            WHERE \(Position.isSince("$3")) AND table_no = \(table.number)
                AND \(isUncertain("$3", running: "$4", bound: "$5"))
                AND (moved OR t.id IS NULL OR \(isVisible))
                AND cardinality($1::uuid[] || $2::uuid[]) > 0
            GROUP BY e.row_id LIMIT $6
            """
    }

    private static func isUncertain(
        _ snapshot: String,
        running: String,
        bound: String
    ) -> String {
        """
        (xid = ANY (\(running)::xid8[])
            OR xid >= pg_snapshot_xmax(\(snapshot)::pg_snapshot) AND xid < \(bound)::xid8)
        """
    }
}
