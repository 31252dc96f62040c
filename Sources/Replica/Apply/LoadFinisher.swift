import GRDB
import Model

/// Makes a loaded copy fit to be shown: ids unique, indexes, derived tables, full text.
///
/// Each step is a transaction and may be done again, so a process that dies in between costs no
/// more than the step it died in.
enum LoadFinisher {
    static func finish(_ db: Database) throws {
        try mark(.finishing, db)
        try db.execute(sql: "PRAGMA cache_size = -\(sortingKilobytes)")
        defer { try? db.execute(sql: "PRAGMA cache_size = -\(usualKilobytes)") }
        for schema in Catalogue.tables { try makeUnique(schema, db) }
        for index in ReplicaSchema.indexes { try db.execute(sql: index) }
        try db.inTransaction(.immediate) {
            try Derivation.writeAll(db)
            return .commit
        }
        try db.inTransaction(.immediate) {
            try Derivation.writeText(db)
            return .commit
        }
        try mark(.whole, db)
    }

    private static func mark(_ phase: Generation.Phase, _ db: Database) throws {
        try db.execute(sql: "UPDATE replica SET phase = ?", arguments: [phase.rawValue])
    }

    /// A row that changed while the pages were read may have come twice: the later one counts.
    private static func makeUnique(_ schema: TableSchema, _ db: Database) throws {
        do {
            try db.execute(sql: ReplicaSchema.uniqueIndex(schema))
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
        }
    }

    /// What sorting an index may use; more is spilled to a file.
    private static let sortingKilobytes = 4_096
    private static let usualKilobytes = 2_000
}
