import Foundation
import GRDB
import Hub
import Model
import Wire

// What is kept of a mutation.
extension SQLiteMutation {
    func ledgerEntry(_ mutation: MutationID) throws -> LedgerEntry? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT * FROM foyer_ledger WHERE mutation_id = ? ORDER BY at, device_id"
            ),
            arguments: [mutation.data]
        ).flatMap(LedgerEntry.init(row:))
    }

    func lastNumber(of device: DeviceID) throws -> Int64 {
        try Self.lastNumber(database, device)
    }

    static func lastNumber(_ database: Database, _ device: DeviceID) throws -> Int64 {
        try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT max(number) FROM foyer_ledger WHERE device_id = ?"
            ),
            arguments: [device.data]
        ) ?? 0
    }

    func record(_ entry: LedgerEntry) throws {
        try run(
            """
            INSERT INTO foyer_ledger
                (device_id, number, mutation_id, agent_id, kind, outcome, refusal, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.device.data, entry.number, entry.mutation.data, entry.agent.data,
                entry.kind, entry.outcome.rawValue, entry.refusalText, entry.at.text,
            ]
        )
        // Nobody's rows changed, but the device waits to be told.
        try run(
            "INSERT INTO foyer_change (table_no, row_id, scope_key, moved) VALUES (?, ?, ?, 0)",
            [OwnTables.decided, entry.device.data, entry.device.data]
        )
    }

    func lastAudit() throws -> AuditEntry? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM foyer_audit ORDER BY seq DESC LIMIT 1")
        ).map(AuditEntry.init(row:))
    }

    func append(_ entry: AuditEntry) throws {
        try run(
            """
            INSERT INTO foyer_audit
                (seq, at, agent_id, device_id, mutation_id, kind, changes, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.number, entry.at.text, entry.agent.data, entry.device.data,
                entry.mutation.data, entry.kind, entry.changes, entry.hash,
            ]
        )
    }

    /// Runs a statement that every mutation runs, compiled once a connection.
    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension LedgerEntry {
    init?(row: Row) {
        guard let outcome = MutationOutcome(rawValue: row["outcome"]),
            let at = Timestamp(row["at"] as String)
        else { return nil }
        self.init(
            device: .stored(row["device_id"]),
            number: row["number"],
            mutation: .stored(row["mutation_id"]),
            agent: .stored(row["agent_id"]),
            kind: row["kind"],
            outcome: outcome,
            refusal: Self.refusal(row["refusal"]),
            at: at
        )
    }
}

extension AuditEntry {
    /// Whatever was made of the row since: the chain tells.
    init(row: Row) {
        self.init(
            number: row["seq"],
            at: Timestamp(row["at"] as String) ?? Timestamp(microseconds: 0),
            agent: .stored(row["agent_id"]),
            device: .stored(row["device_id"]),
            mutation: .stored(row["mutation_id"]),
            kind: row["kind"],
            changes: row["changes"],
            hash: row["hash"]
        )
    }
}

extension Identifier {
    /// An id of ours as it was written; zero where somebody else wrote what is none.
    fileprivate static func stored(_ data: Data) -> Self {
        guard data.count == 16 else { return Self(high: 0, low: 0) }
        return data.withUnsafeBytes { Self(bytes: $0) }
    }
}
