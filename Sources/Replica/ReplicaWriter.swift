import GRDB
import Model
import Wire

/// The one owner of a replica: takes bodies of changes, and makes of them what readers see.
///
/// A first sync and a refetch are one way: pages go into a new generation beside the one that is
/// shown, each together with its cursor, so that a process that dies goes on where it stopped;
/// then indexes, full text and what panes read from are made; then the difference since the first
/// page is applied; and only then the new generation takes the old one's place, in one rename.
///
/// Calls are made one after the other, by one task.
package actor ReplicaWriter {
    /// Reads what this writes.
    package nonisolated let reader: ReplicaReader
    private let files: ReplicaFiles
    private let shown: LiveReader
    /// What the agent writes; nil where nobody does.
    package nonisolated let writes: AgentWrites?
    private(set) var live: Generation?
    private(set) var building: Generation?
    /// Whether writes lie over the rows that the hub has decided on meanwhile.
    var owesLaying = false
    /// No generation gets a number again while this lives: SQLite removes journals by name.
    private var highest: Int

    /// Opens what the directory holds; removes what a process that died left behind.
    package init(files: ReplicaFiles, writes: AgentWrites? = nil) throws {
        self.files = files
        self.writes = writes
        let current = files.current()
        let live = try current.flatMap { try Self.open($0, files) { $0.phase == .whole } }
        let newest = files.generations().last ?? 0
        let building =
            newest > current ?? 0 ? try? Self.open(newest, files) { _ in true } : nil
        for number in files.generations() where number != current && number != building?.number {
            files.remove(number)
        }
        highest = newest
        self.live = live
        self.building = building
        shown = LiveReader(live?.pool)
        reader = ReplicaReader(shown)
    }

    /// Where the generation that is shown stands, and the copy that is being made.
    package func state() throws -> ReplicaState {
        let whole = try live?.standing()
        let growing = try building?.standing()
        return ReplicaState(
            live: whole?.cursor,
            building: growing.map {
                BuildingState(
                    cursor: $0.cursor,
                    progress: SyncProgress(rows: $0.rows, total: $0.total)
                )
            }
        )
    }

    /// Begins a copy; one that was begun before is dropped.
    package func beginGeneration() throws {
        discardBuilding()
        highest += 1
        try files.create(highest)
        let generation = try Generation(number: highest, path: files.path(of: highest))
        try generation.prepare()
        building = generation
    }

    /// Drops the copy that is being made.
    package func discardBuilding() {
        guard let generation = building else { return }
        building = nil
        close(generation)
        files.remove(generation.number)
    }

    /// Writes a page of the snapshot into the copy, together with its cursor.
    ///
    /// A body that is cut or malformed changes nothing.
    package func applyPage(_ body: [UInt8]) async throws -> PageOutcome {
        guard let generation = building else { throw ReplicaTrouble.noGeneration }
        try BodySummary.requireWhole(body)
        return try await generation.pool.write { db in
            guard let standing = try Generation.standing(db), standing.phase == .loading else {
                throw WireError.malformed("page of a snapshot after its end")
            }
            let summary = try PageLoader(db).take(body)
            let rows = standing.rows + summary.rows
            let total = summary.begin.rows ?? standing.total
            try db.execute(
                sql: "UPDATE replica SET cursor = ?, rows = ?, total = ?",
                arguments: [summary.checkpoint.checkpoint, rows, total]
            )
            return PageOutcome(
                cursor: summary.checkpoint.checkpoint,
                more: summary.checkpoint.more,
                progress: SyncProgress(rows: rows, total: total)
            )
        }
    }

    /// Makes indexes, full text and derived tables of the copy; where that was done, nothing.
    package func finishLoading() async throws {
        guard let generation = building else { throw ReplicaTrouble.noGeneration }
        guard try generation.standing()?.phase != .whole else {
            return TextFile(of: generation.pool.path).remove()
        }
        try await LoadFinisher.finish(generation)
    }

    /// Writes the difference since the first page into the copy; so many writes were known to be
    /// decided on when it was asked for, or else as many as are known now.
    package func settle(_ body: [UInt8], decided: Int64? = nil) async throws -> DeltaOutcome {
        guard let generation = building else { throw ReplicaTrouble.noGeneration }
        return try await offering(apply(body, to: generation, isFirst: true), decided)
    }

    /// Writes a difference into what is shown, in one transaction with its cursor; so many writes
    /// were known to be decided on when it was asked for, or else as many as are known now.
    package func applyDelta(_ body: [UInt8], decided: Int64? = nil) async throws -> DeltaOutcome {
        guard let generation = live else { throw ReplicaTrouble.noGeneration }
        return try await offering(apply(body, to: generation, isFirst: false), decided)
    }

    /// Lets wait again what the hub says, in what was applied, to have forgotten.
    private func offering(
        _ applied: DeltaOutcome,
        _ decided: Int64?
    ) async throws -> DeltaOutcome {
        var outcome = applied
        guard let writes, let acked = outcome.acked,
            try writes.outbox.offerAgain(after: acked, known: decided)
        else { return outcome }
        // What was refused, and may not be this time, is not among what was laid.
        try await layAnew()
        outcome.hasChanged = true
        return outcome
    }

    /// Makes the copy what is shown, in one rename, and removes what was shown before.
    package func promote() async throws {
        guard let generation = building, try generation.standing()?.phase == .whole else {
            throw ReplicaTrouble.noGeneration
        }
        try await generation.pool.writeWithoutTransaction { db in
            // From here on the file counts, also after power loss.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            _ = try db.checkpoint(.truncate)
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        try files.setCurrent(generation.number)
        // A read that has begun goes on in the old file, which is gone once the last of them ends.
        live = generation
        building = nil
        shown.replace(with: generation.pool)
        for number in files.generations() where number != generation.number {
            files.remove(number)
        }
        // What was written while the copy was settled lies over the old one.
        try await layAnew()
    }

    /// Destroys everything: this terminal may not have it any more.
    package func erase() {
        shown.replace(with: nil)
        if let live { close(live) }
        if let building { close(building) }
        live = nil
        building = nil
        files.removeCurrent()
        for number in files.generations() { files.remove(number, isSecure: true) }
    }

    private func apply(
        _ body: [UInt8],
        to generation: Generation,
        isFirst: Bool
    ) async throws -> DeltaOutcome {
        try BodySummary.requireWhole(body)
        let writes = writes
        // Whatever is decided from here on may come too late for what is laid here.
        owesLaying = false
        let outcome = try await generation.pool.write { db in
            guard try Generation.standing(db)?.phase == .whole else {
                throw WireError.malformed("difference before the end of a snapshot")
            }
            let applier = try DeltaApplier(db)
            let overlay = Overlay(db, applier)
            try overlay.restore()
            let summary = try applier.take(body)
            try applier.sweep(isFirst: isFirst)
            // Alone it changes what lies over the rows, and ends the wait for what was written.
            let acked = summary.checkpoint.acked
            let isAcked = try acked != nil && acked != AgentWrites.acked(db)
            try db.execute(
                sql: "UPDATE replica SET cursor = ?, acked = coalesce(?, acked)",
                arguments: [summary.checkpoint.checkpoint, acked]
            )
            let isOtherAccess = try summary.checkpoint.access.map { try $0.keep(db) } ?? false
            try writes?.lay(overlay, db)
            try applier.finish()
            return DeltaOutcome(
                cursor: summary.checkpoint.checkpoint,
                acked: acked,
                hasChanged: summary.isNews || isAcked || isOtherAccess,
                shrunk: applier.shrunk
            )
        }
        if outcome.hasRemoved {
            try await generation.pool.writeWithoutTransaction {
                try Self.forget($0, outcome.shrunk)
            }
        }
        return outcome
    }

    /// Leaves nothing readable of rows that are gone: pages are zeroed by `secure_delete`, the full
    /// text is written anew without them, and the journal is emptied.
    ///
    /// A reader in the middle of a long read keeps the journal until the next time.
    static func forget(_ db: Database, _ shrunk: Set<Table>) throws {
        if !shrunk.isDisjoint(with: [.conversation, .message, .user]) {
            try db.execute(sql: "INSERT INTO lead_text (lead_text) VALUES ('optimize')")
        }
        do {
            _ = try db.checkpoint(.truncate)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return
        }
    }

    /// The writing connection of what is shown, for repair and what this target's tests look at.
    func connection<Value: Sendable>(
        _ body: @Sendable (Database) throws -> Value
    ) async throws -> Value {
        guard let generation = live else { throw ReplicaTrouble.noGeneration }
        return try await generation.pool.writeWithoutTransaction(body)
    }

    /// Ends reads that have begun, and the connections.
    private func close(_ generation: Generation) {
        generation.pool.interrupt()
        try? generation.pool.close()
    }

    private static func open(
        _ number: Int,
        _ files: ReplicaFiles,
        where isWanted: (Generation.Standing) -> Bool
    ) throws -> Generation? {
        do {
            let generation = try Generation(number: number, path: files.path(of: number))
            guard let standing = try generation.standing(), isWanted(standing) else { return nil }
            return generation
        } catch let error as DatabaseError where error.isDamage {
            // The replica is disposable: it is fetched anew.
            return nil
        }
    }
}
