import Foundation
import Hub
import Model
import Wire

// What is kept of a mutation.
extension PostgresMutation {
    func ledgerEntry(_ mutation: MutationID) throws -> LedgerEntry? {
        let rows = try connection.run(
            """
            SELECT device_id, number, mutation_id, agent_id, kind, outcome, refusal, at
            FROM foyer.ledger WHERE mutation_id = $1::uuid ORDER BY at, device_id LIMIT 1
            """,
            [.id(mutation)]
        )
        return rows.count == 1 ? LedgerEntry(rows, 0) : nil
    }

    func lastNumber(of device: DeviceID) throws -> Int64 {
        let rows = try connection.run(
            "SELECT coalesce(max(number), 0) FROM foyer.ledger WHERE device_id = $1::uuid",
            [.id(device)]
        )
        return rows.integer(0, 0)
    }

    func record(_ entry: LedgerEntry) throws {
        try connection.run(
            """
            INSERT INTO foyer.ledger
                (device_id, number, mutation_id, agent_id, kind, outcome, refusal, at)
            VALUES ($1::uuid, $2::bigint, $3::uuid, $4::uuid, $5, $6, $7, $8::timestamptz)
            """,
            [
                .id(entry.device), .text(String(entry.number)), .id(entry.mutation),
                .id(entry.agent), .text(entry.kind), .text(entry.outcome.rawValue),
                .text(entry.refusalText), .text(entry.at.text),
            ]
        )
        // Nobody's rows changed, but the device waits to be told.
        try connection.run(
            """
            INSERT INTO foyer.change (xid, scope_key, row_id, table_no, moved)
            VALUES (pg_current_xact_id(), '\(OwnSchema.nobodysKey)', $1::uuid,
                \(OwnSchema.decided), false)
            """,
            [.id(entry.device)]
        )
    }

    func lastAudit() throws -> AuditEntry? {
        // The last lock that is taken, and held over the commit: who waits for it holds others, who
        // has it waits for none.
        try connection.script("SELECT pg_advisory_xact_lock(\(Self.chain))")
        let rows = try connection.run(AuditEntry.all + "ORDER BY seq DESC LIMIT 1")
        return rows.count == 1 ? AuditEntry(rows, 0) : nil
    }

    func append(_ entry: AuditEntry) throws {
        try connection.run(
            """
            INSERT INTO foyer.audit
                (seq, at, agent_id, device_id, mutation_id, kind, changes, hash)
            VALUES ($1::bigint, $2::timestamptz, $3::uuid, $4::uuid, $5::uuid, $6, $7, $8::bytea)
            """,
            [
                .text(String(entry.number)), .text(entry.at.text), .id(entry.agent),
                .id(entry.device), .id(entry.mutation), .text(entry.kind), .text(entry.changes),
                .bytes(entry.hash),
            ]
        )
    }

    /// No other's by chance alone.
    private static let chain = 4_063_871_127
}

extension LedgerEntry {
    /// Columns as `ledgerEntry` asks for them.
    fileprivate init?(_ rows: PostgresRows, _ row: Int) {
        guard let device = rows.id(row, 0), let mutation = rows.id(row, 2),
            let agent = rows.id(row, 3), let outcome = MutationOutcome(rawValue: rows.text(row, 5)),
            let at = rows.instant(row, 7)
        else { return nil }
        self.init(
            device: device.cast(),
            number: rows.integer(row, 1),
            mutation: mutation.cast(),
            agent: agent.cast(),
            kind: rows.text(row, 4),
            outcome: outcome,
            refusal: Self.refusal(rows.optionalText(row, 6)),
            at: at
        )
    }
}

extension AuditEntry {
    static let all = """
        SELECT seq, at, agent_id, device_id, mutation_id, kind, changes, hash FROM foyer.audit\u{20}
        """

    /// Columns as in `all`; whatever was made of the row since, the chain tells.
    init(_ rows: PostgresRows, _ row: Int) {
        let nobody = RowID(high: 0, low: 0)
        self.init(
            number: rows.integer(row, 0),
            at: rows.instant(row, 1) ?? Timestamp(microseconds: 0),
            agent: (rows.id(row, 2) ?? nobody).cast(),
            device: (rows.id(row, 3) ?? nobody).cast(),
            mutation: (rows.id(row, 4) ?? nobody).cast(),
            kind: rows.text(row, 5),
            changes: rows.text(row, 6),
            hash: rows.data(row, 7)
        )
    }
}
