import Model
import Wire

/// Decides one mutation in one transaction: whether it is known, whether it is its turn, what it
/// does, and what is kept of it.
struct MutationDecision {
    let device: Device
    let now: Timestamp
    let transaction: any MutationTransaction

    /// What came of it.
    enum Verdict: Hashable, Sendable {
        case decided(MutationResult)
        /// Numbers before it are missing: this is the last that was decided.
        case gap(last: Int64)
    }

    func decide(_ sent: SentMutation) throws -> Verdict {
        try transaction.lock([.device(device.id), .mutation(sent.id)])
        let last = try transaction.lastNumber(of: device.id)
        guard sent.number <= last + 1 else { return .gap(last: last) }
        if let known = try transaction.ledgerEntry(sent.id) {
            return .decided(try repeated(sent, known, isNext: sent.number == last + 1))
        }
        guard sent.number == last + 1 else {
            return .decided(result(sent, .rejected, Refusal(.numberReused)))
        }
        let (outcome, refusal, changes) = try outcome(sent)
        try transaction.record(entry(sent, outcome, refusal))
        if !changes.isEmpty { try append(changes, sent) }
        return .decided(try withRow(result(sent, outcome, refusal)))
    }

    /// What came of it when it was decided before.
    ///
    /// An outbox that moved to another device, or whose numbers were given anew, uses up a number
    /// all the same.
    private func repeated(
        _ sent: SentMutation,
        _ known: LedgerEntry,
        isNext: Bool
    ) throws -> MutationResult {
        guard known.agent == device.agent else {
            let refusal = Refusal(.unreadable)
            if isNext { try transaction.record(entry(sent, .rejected, refusal)) }
            return result(sent, .rejected, refusal)
        }
        if isNext { try transaction.record(entry(sent, known.outcome, known.refusal)) }
        var result = result(sent, known.outcome, known.refusal)
        result.isDuplicate = true
        return try withRow(result)
    }

    private func outcome(
        _ sent: SentMutation
    ) throws -> (MutationOutcome, Refusal?, [AuditChange]) {
        do {
            let intent = try sent.intent.get()
            return (.applied, nil, try transaction.attempt { try apply(intent, sent) })
        } catch let fault as any DatabaseFault {
            throw fault
        } catch {
            let refusal = try known(error)
            return (refusal.isConflict ? .conflict : .rejected, refusal, [])
        }
    }

    private func apply(_ intent: Intent, _ sent: SentMutation) throws -> [AuditChange] {
        // A terminal's clock may be wrong; nothing was done in the future.
        let act = Act(agent: device.agent, at: min(sent.madeAt, now), mutation: sent.id)
        try transaction.lock(intent.rowsToLock.map { .row($0) })
        try transaction.lock(try intent.daysToLock(act, transaction))
        let writes = try intent.rule.writes(act, transaction)
        let rows = RowGuard(transaction: transaction)
        return try writes.map { try rows.write($0) }
    }

    /// Whatever a mutation breaks on, it is refused for good and blocks nothing behind it.
    ///
    /// A refusal names no row beyond the scope, but what the agent named.
    private func known(_ error: any Error) throws -> Refusal {
        switch error {
        case var refusal as Refusal:
            guard refusal.code != .notFound, let table = refusal.table, let row = refusal.row,
                try transaction.row(table, row) == nil
            else { return refusal }
            refusal.table = nil
            refusal.row = nil
            return refusal
        case let refusal as RowRefusal: return Refusal(refusal)
        default: return Refusal(.unreadable)
        }
    }
}

// What is kept and told of it.
extension MutationDecision {
    private func entry(
        _ sent: SentMutation,
        _ outcome: MutationOutcome,
        _ refusal: Refusal?
    ) -> LedgerEntry {
        LedgerEntry(
            device: device.id,
            number: sent.number,
            mutation: sent.id,
            agent: device.agent,
            kind: sent.kind,
            outcome: outcome,
            refusal: refusal,
            at: now
        )
    }

    private func append(_ changes: [AuditChange], _ sent: SentMutation) throws {
        try transaction.append(
            AuditEntry(
                after: try transaction.lastAudit(),
                at: now,
                agent: device.agent,
                device: device.id,
                mutation: sent.id,
                kind: sent.kind,
                changes: changes
            )
        )
    }

    private func result(
        _ sent: SentMutation,
        _ outcome: MutationOutcome,
        _ refusal: Refusal?
    ) -> MutationResult {
        MutationResult(id: sent.id, number: sent.number, outcome: outcome, refusal: refusal)
    }

    /// With the row as it stands now, where there is a conflict about one.
    private func withRow(_ result: MutationResult) throws -> MutationResult {
        guard result.outcome == .conflict, let table = result.refusal?.table,
            let id = result.refusal?.row, let record = try transaction.row(table, id)
        else { return result }
        var result = result
        result.row = record.texts
        return result
    }
}

extension SentMutation {
    /// Its intent's kind, where that could be read.
    var kind: String { (try? intent.get().kind) ?? "unknown" }
}

extension Record {
    /// Its travelling columns that are not NULL, as text.
    var texts: [String: String] {
        let columns = Catalogue[table].travelling.map(\.name)
        return columns.reduce(into: [:]) { texts, column in
            switch self[column] {
            case .null: break
            case .boolean(let flag): texts[column] = flag ? "true" : "false"
            case .integer(let number): texts[column] = String(number)
            case .id(let id): texts[column] = id.text
            case .text(let text): texts[column] = text
            }
        }
    }
}
