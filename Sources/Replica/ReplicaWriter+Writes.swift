import GRDB
package import Model
import Synchronization
package import Wire

/// Whose writes lie over the hub's rows, and where they are kept.
package struct AgentWrites: Sendable {
    package let agent: AgentID
    package let outbox: Outbox
    let keeper: Keeper

    /// A write is shown while it is being kept.
    ///
    /// A simulation does the one after the other, so that a seed brings the same order of calls.
    package init(agent: AgentID, outbox: Outbox, overlaps: Bool = true) {
        self.agent = agent
        self.outbox = outbox
        keeper = Keeper(outbox, overlaps: overlaps)
    }

    /// Lays what is on its way over rows from which everything was taken off.
    func lay(_ overlay: Overlay, _ db: Database) throws {
        try overlay.replay(try outbox.pending(after: Self.acked(db)), agent: agent)
    }

    /// Lays a write over the rows as they are shown.
    func show(_ entry: OutboxEntry, _ db: Database) throws {
        let applier = try DeltaApplier(db)
        try Overlay(db, applier).replay([entry], agent: agent)
        try applier.finish()
    }

    /// The last write whose effect is in the hub's rows.
    static func acked(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT acked FROM replica")) ?? 0
    }
}

/// A write that is kept, and what was asked to be shown of it.
package struct WrittenEntry: Sendable {
    package let entry: OutboxEntry
    /// Answers to the requests that came with it; none where the rows could not be changed yet.
    package let pages: [Page]
}

// What the agent does: told that it is done once it is kept and shown.
extension ReplicaWriter {
    /// Keeps what the agent wants and lays it over the rows; nil where it changes nothing.
    ///
    /// Throws a `Refusal` where a rule is against it, and keeps nothing then. Once it returns the
    /// write survives whatever happens to this process.
    package func write(_ intent: Intent, at time: Timestamp) async throws -> OutboxEntry? {
        try await write(intent, at: time, showing: [])?.entry
    }

    /// The same, and answers requests from the rows as they are with it.
    package func write(
        _ intent: Intent,
        at time: Timestamp,
        showing requests: [PageRequest]
    ) async throws -> WrittenEntry? {
        guard let writes else { throw ReplicaTrouble.noGeneration }
        return try await write(intent, Act.new(by: writes.agent, at: time), showing: requests)
    }

    /// The same under a name of the caller's, by which a simulation tells one write from another.
    func write(
        _ intent: Intent,
        _ act: Act,
        showing requests: [PageRequest] = []
    ) async throws -> WrittenEntry? {
        guard let writes, let generation = live else { throw ReplicaTrouble.noGeneration }
        let kept = Mutex<OutboxEntry?>(nil)
        do {
            // Looked at, kept and shown in one go, so that nothing changes in between.
            return try await generation.pool.write { db in
                guard let plan = try WritePlan(intent, act, db) else { return nil }
                let entry = plan.entry(of: intent, act)
                let keeping = writes.keeper.keep(entry)
                let pages = Result {
                    keeping.giveWay()
                    try writes.show(entry, db)
                    let builder = PageBuilder(db: db, now: act.at, agent: act.agent)
                    return try requests.map { request in
                        keeping.giveWay()
                        return try builder.page(request)
                    }
                }
                try keeping.end()
                kept.withLock { $0 = entry }
                return WrittenEntry(entry: entry, pages: try pages.get())
            }
        } catch let error as DatabaseError {
            // Kept is kept: told that it failed, the agent would do it twice. It is shown by the
            // next change, and a disk that is full is told by syncing.
            guard let entry = kept.withLock({ $0 }) else { throw error }
            return WrittenEntry(entry: entry, pages: [])
        }
    }

    /// Lays a write that another process has kept, or this one, over what is shown.
    func show(_ entry: OutboxEntry) async throws {
        guard let writes, let generation = live else { return }
        try await generation.pool.write { try writes.show(entry, $0) }
    }

    /// Keeps what the hub decided, and shows it; returns how many writes stand otherwise now.
    ///
    /// The rows may have come before the decision, and with nothing behind them: a write that was
    /// taken for waiting then would lie over them until something else changes. Of thousands that
    /// wait, every batch would lay all the others anew for that: where `isMore` is about to be
    /// sent, the last of them does it for all.
    package func take(_ response: MutationsResponse) async throws -> (changed: Int, isMore: Bool) {
        guard let writes else { return (0, false) }
        let changed = try writes.outbox.changed(by: response)
        let isMore = try writes.outbox.counts().waiting > 0
        guard !changed.isEmpty else { return (0, isMore) }
        if isMore, changed.allSatisfy({ $0.state == .applied }) {
            owesLaying = true
        } else {
            let owed = owesLaying
            try await layAnew { db in
                let acked = try AgentWrites.acked(db)
                return owed
                    || changed.contains { $0.state != .applied || ($0.number ?? 0) <= acked }
            }
        }
        return (changed.count, isMore)
    }

    /// Lays what waits over the rows anew where sending has put that off and comes to no end.
    package func layWhatIsOwed() async throws {
        if owesLaying { try await layAnew() }
    }

    /// Whether the hub has decided on every write, and the rows are here as it left them.
    package func isSettled() async throws -> Bool {
        guard let writes, let generation = live else { return true }
        let acked = try await generation.pool.read { try AgentWrites.acked($0) }
        return try !writes.outbox.isPending(after: acked)
    }

    /// Takes every write off and lays what still waits over the rows anew.
    ///
    /// Something was withdrawn or refused, or another process has written. Where nobody writes,
    /// the rows are the hub's.
    package func layAnew() async throws {
        try await layAnew { _ in true }
    }

    /// The same where it is needed, which is asked when nobody else changes the rows any more.
    private func layAnew(where isNeeded: @escaping @Sendable (Database) throws -> Bool) async throws
    {
        guard let generation = live else { return }
        let writes = writes
        owesLaying = false
        try await generation.pool.write { db in
            guard try isNeeded(db) else { return }
            let applier = try DeltaApplier(db)
            let overlay = Overlay(db, applier)
            try overlay.restore()
            try writes?.lay(overlay, db)
            try applier.finish()
        }
    }
}

/// What an intent comes to with the rows as they are shown.
struct WritePlan {
    /// What takes it back.
    let inverse: Intent?

    /// Nil where it changes nothing; throws a `Refusal` where a rule is against it, or the agent
    /// may not write there.
    init?(_ intent: Intent, _ act: Act, _ db: Database) throws {
        let rows = ReplicaRows(db: db)
        let writes = try intent.rule.writes(act, rows)
        guard !writes.isEmpty else { return nil }
        try WriteAccess.kept(db).require(writes, rows)
        inverse = try intent.rule.inverse(act, rows)
    }

    /// What is kept of the intent.
    func entry(of intent: Intent, _ act: Act) -> OutboxEntry {
        OutboxEntry(waiting: intent, inverse: inverse, at: act.at, id: act.mutation)
    }
}

extension Act {
    /// Something that the agent does now, under a new name.
    static func new(by agent: AgentID, at time: Timestamp) -> Act {
        var chance = SystemRandomNumberGenerator()
        return Act(agent: agent, at: time, mutation: .made(at: time, using: &chance))
    }
}

extension ReplicaReader {
    /// Keeps what the agent wants beside a desk that has the replica open, and will show and send
    /// it; nil where it changes nothing.
    ///
    /// Throws a `Refusal` where a rule is against it, and keeps nothing then.
    package func keep(
        _ intent: Intent,
        _ writes: AgentWrites,
        at time: Timestamp
    ) throws -> OutboxEntry? {
        try keep(intent, writes, Act.new(by: writes.agent, at: time))
    }

    /// The same under a name of the caller's.
    func keep(_ intent: Intent, _ writes: AgentWrites, _ act: Act) throws -> OutboxEntry? {
        guard isReady else { throw ReplicaTrouble.noGeneration }
        guard let plan = try read({ try WritePlan(intent, act, $0) }) ?? nil else { return nil }
        let entry = plan.entry(of: intent, act)
        try writes.outbox.append(entry)
        return entry
    }

    /// One row as it is shown; nil where it is not here.
    package func row<Kind>(_ table: Model.Table, _ id: Identifier<Kind>) throws -> Model.Record? {
        try read { try ReplicaRows(db: $0).row(table, id.cast()) } ?? nil
    }
}
