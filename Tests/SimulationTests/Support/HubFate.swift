import Hub
import Model
import Synchronization
import Wire

/// Where, while the hub decides on a write, its process dies: at a statement of the transaction,
/// of which nothing stays then.
///
/// And how far it lags.
final class HubFate: Sendable {
    private struct State {
        /// Statements until the end; nil where none is near.
        var left: Int?
        var isDead = false
        /// What it takes for the newest that happened; nil where it looks.
        var head: String?
    }

    private let state = Mutex(State())
    /// Whether what is written and what is noted of it are two transactions, as they must not be.
    let isTorn: Bool

    init(isTorn: Bool = false) {
        self.isTorn = isTorn
    }

    /// From now on this is the newest that it knows of when it is asked, though it reads what is
    /// there.
    func lag(at head: String) { state.withLock { $0.head = head } }

    var laggingHead: String? { state.withLock { $0.head } }

    /// The process dies after so many statements from now on.
    func die(after statements: Int) { state.withLock { $0.left = statements } }

    /// Whether the process died; another begins, and nothing is near any more.
    func takeDeath() -> Bool {
        state.withLock { state in
            defer { state = State() }
            return state.isDead
        }
    }

    /// A statement is due.
    func step() throws(Death) {
        let isDead = state.withLock { state in
            if let left = state.left {
                state.left = left - 1
                if left <= 0 { state.isDead = true }
            }
            return state.isDead
        }
        if isDead { throw Death() }
    }

    /// What whoever asked hears of it: nothing.
    struct Death: DatabaseFault {}
}

extension HubFate {
    /// Decides in one transaction, or where it is torn in two.
    func mutate<Value: Sendable>(
        _ store: some HubStore,
        by agent: AgentID,
        now: Timestamp,
        _ body: @escaping @Sendable (any MutationTransaction) throws -> Value
    ) async throws(HubTrouble) -> Value? {
        let notes = Notes()
        let value = try await store.mutate(by: agent, now: now) { transaction in
            try body(
                MortalTransaction(inner: transaction, fate: self, notes: self.isTorn ? notes : nil)
            )
        }
        let entries = notes.entries.withLock { $0 }
        guard !entries.isEmpty else { return value }
        _ = try await store.mutate(by: agent, now: now) { transaction in
            for entry in entries {
                try self.step()
                try transaction.record(entry)
            }
        }
        return value
    }

    /// What a torn decision notes only when its effect is there already.
    fileprivate final class Notes: Sendable {
        let entries = Mutex<[LedgerEntry]>([])
    }
}

/// A transaction whose every statement may be the process's last.
private struct MortalTransaction: MutationTransaction {
    let inner: any MutationTransaction
    let fate: HubFate
    let notes: HubFate.Notes?

    var access: AgentAccess { inner.access }

    func lock(_ keys: [LockKey]) throws {
        try fate.step()
        try inner.lock(keys)
    }

    func write(_ write: RowWrite) throws {
        try fate.step()
        try inner.write(write)
    }

    func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        try fate.step()
        return try inner.attempt(body)
    }

    func ledgerEntry(_ mutation: MutationID) throws -> LedgerEntry? {
        try fate.step()
        return try inner.ledgerEntry(mutation)
    }

    func lastNumber(of device: DeviceID) throws -> Int64 {
        try fate.step()
        return try inner.lastNumber(of: device)
    }

    func record(_ entry: LedgerEntry) throws {
        try fate.step()
        guard let notes else { return try inner.record(entry) }
        notes.entries.withLock { $0.append(entry) }
    }

    func lastAudit() throws -> AuditEntry? {
        try fate.step()
        return try inner.lastAudit()
    }

    func append(_ entry: AuditEntry) throws {
        try fate.step()
        try inner.append(entry)
    }

    func row(_ table: Table, _ id: RowID) throws -> Record? {
        try fate.step()
        return try inner.row(table, id)
    }

    func rows(_ table: Table, where column: String, is id: RowID) throws -> [Record] {
        try fate.step()
        return try inner.rows(table, where: column, is: id)
    }

    func tours(
        of agents: Set<AgentID>,
        at property: PropertyID,
        between times: Range<Timestamp>
    ) throws -> [Record] {
        try fate.step()
        return try inner.tours(of: agents, at: property, between: times)
    }
}
