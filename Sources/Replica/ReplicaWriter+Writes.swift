import GRDB
package import Model

/// Whose writes lie over the hub's rows, and where they are kept.
package struct AgentWrites: Sendable {
    package let agent: AgentID
    package let outbox: Outbox

    package init(agent: AgentID, outbox: Outbox) {
        self.agent = agent
        self.outbox = outbox
    }

    /// Lays what is on its way over rows from which everything was taken off.
    func lay(_ overlay: Overlay, _ db: Database) throws {
        let acked = try Int64.fetchOne(db, sql: "SELECT acked FROM replica") ?? 0
        try overlay.replay(try outbox.pending(after: acked), agent: agent)
    }
}

// What the agent does: kept first, then shown.
extension ReplicaWriter {
    /// Keeps what the agent wants and lays it over the rows; nil where it changes nothing.
    ///
    /// Throws a `Refusal` where a rule is against it, and keeps nothing then. Once it returns the
    /// write survives whatever happens to this process.
    package func write(_ intent: Intent, at time: Timestamp) async throws -> OutboxEntry? {
        guard let writes, let generation = live else { throw ReplicaTrouble.noGeneration }
        var chance = SystemRandomNumberGenerator()
        let id = MutationID.made(at: time, using: &chance)
        let act = Act(agent: writes.agent, at: time, mutation: id)
        let plan = try await generation.pool.read { db -> (isEmpty: Bool, inverse: Intent?) in
            let rows = ReplicaRows(db: db)
            let isEmpty = try intent.rule.writes(act, rows).isEmpty
            return (isEmpty, isEmpty ? nil : try intent.rule.inverse(act, rows))
        }
        guard !plan.isEmpty else { return nil }
        let entry = try writes.outbox.append(intent, inverse: plan.inverse, at: time, id: id)
        try await show(entry)
        return entry
    }

    /// Lays a write that another process has kept, or this one, over what is shown.
    private func show(_ entry: OutboxEntry) async throws {
        guard let writes, let generation = live else { return }
        try await generation.pool.write { db in
            let applier = try DeltaApplier(db)
            try Overlay(db, applier).replay([entry], agent: writes.agent)
            try applier.finish()
        }
    }

    /// Takes every write off and lays what still waits over the rows anew: something was withdrawn
    /// or refused, or another process has written.
    package func layAnew() async throws {
        guard let writes, let generation = live else { return }
        try await generation.pool.write { db in
            let applier = try DeltaApplier(db)
            let overlay = Overlay(db, applier)
            try overlay.restore()
            try writes.lay(overlay, db)
            try applier.finish()
        }
    }
}
