package import Model

/// One transaction of a store in which a mutation is decided: rows as the agent sees them, what is
/// written, the ledger and the audit, all of it or nothing.
///
/// `OfficeRows` shows no row beyond the agent's scope and no column that does not travel; only the
/// tours that are in the way of a booking are found wherever they are. What is read and may be
/// written is locked until the end. A `DatabaseFault` that is thrown must be let through.
package protocol MutationTransaction: OfficeRows {
    /// Who acts, and where they may write.
    var access: AgentAccess { get }

    /// Waits until nobody else holds one of the keys, and holds them to the end.
    func lock(_ keys: [LockKey]) throws

    /// Writes a row, wherever it is; throws a `RowRefusal` where the schema is against it.
    func write(_ write: RowWrite) throws

    /// Runs the body, and takes back what it wrote where it throws.
    func attempt<Value>(_ body: () throws -> Value) throws -> Value

    /// What came of a mutation, by whichever device it was sent first.
    func ledgerEntry(_ mutation: MutationID) throws -> LedgerEntry?

    /// The last number of the device that was decided; 0 where there is none.
    func lastNumber(of device: DeviceID) throws -> Int64

    /// Adds to the ledger; whoever waits for changes is woken.
    func record(_ entry: LedgerEntry) throws

    /// The end of the audit's chain, where nobody else appends until this transaction ends; nil
    /// where there is none yet.
    func lastAudit() throws -> AuditEntry?

    /// Adds to the chain, after `lastAudit`.
    func append(_ entry: AuditEntry) throws
}
