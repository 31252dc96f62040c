import GRDB
import Model

/// Makes a loaded copy fit to be shown: ids unique, indexes, derived tables, full text.
///
/// Each step is a transaction and may be done again, so a process that dies in between costs no
/// more than the step it died in.
enum LoadFinisher {
    /// The full text is made beside what panes read from, by a connection of its own.
    static func finish(_ generation: Generation) async throws {
        let pool = generation.pool
        try await pool.writeWithoutTransaction { try prepareText($0) }
        let text = TextFile(of: pool.path)
        defer { text.remove() }
        async let written: Void = text.write()
        let isTextOld = try await pool.writeWithoutTransaction { try derive($0) }
        try await written
        if isTextOld { try await text.write() }
        try await pool.writeWithoutTransaction { db in
            try text.take(into: db)
            try mark(.whole, db)
        }
    }

    /// What the full text is read by: conversations and visitors are there once, and transcripts
    /// have their order.
    private static func prepareText(_ db: Database) throws {
        try mark(.finishing, db)
        try sorting(db) {
            for table in [Table.conversation, .user] { try makeUnique(Catalogue[table], db) }
            try db.execute(sql: ReplicaSchema.transcriptIndex)
        }
    }

    /// Returns whether messages were there twice, which the full text may have seen.
    private static func derive(_ db: Database) throws -> Bool {
        try sorting(db) {
            let cameTwice = try Catalogue.tables.filter { try makeUnique($0, db) }
            for index in ReplicaSchema.indexes { try db.execute(sql: index) }
            try db.inTransaction(.immediate) {
                try Derivation.writeAll(db)
                return .commit
            }
            return cameTwice.contains { $0.table == .message }
        }
    }

    /// Gives the connection more memory, and a thread that sorts beside its own, while `body` runs.
    private static func sorting<Result>(
        _ db: Database,
        _ body: () throws -> Result
    ) throws -> Result {
        try db.execute(sql: "PRAGMA cache_size = -\(sortingKilobytes); PRAGMA threads = 1")
        defer {
            try? db.execute(sql: "PRAGMA cache_size = -\(usualKilobytes); PRAGMA threads = 0")
        }
        return try body()
    }

    private static func mark(_ phase: Generation.Phase, _ db: Database) throws {
        try db.execute(sql: "UPDATE replica SET phase = ?", arguments: [phase.rawValue])
    }

    /// A row that changed while the pages were read may have come twice: the later one counts.
    ///
    /// Returns whether one had.
    @discardableResult
    private static func makeUnique(_ schema: TableSchema, _ db: Database) throws -> Bool {
        do {
            try db.execute(sql: ReplicaSchema.uniqueIndex(schema))
            return false
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            let name = ReplicaSchema.name(schema.table)
            try db.execute(
                sql: """
                    CREATE INDEX copies ON \(name) (id, seq);
                    DELETE FROM \(name) WHERE EXISTS (
                        SELECT 1 FROM \(name) newer
                        WHERE newer.id = \(name).id AND newer.seq > \(name).seq);
                    DROP INDEX copies;
                    """
            )
            try db.execute(sql: ReplicaSchema.uniqueIndex(schema))
            return true
        }
    }

    /// What sorting an index may use; more is spilled to a file.
    private static let sortingKilobytes = 16_384
    private static let usualKilobytes = 2_000
}
