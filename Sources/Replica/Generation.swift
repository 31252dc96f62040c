import GRDB
import Model
import Wire

/// One SQLite file with a whole or a growing copy of the scope.
///
/// It has one writing connection, which alone checkpoints, and read-only readers.
final class Generation: Sendable {
    /// How far the copy has come.
    enum Phase: String, Sendable {
        /// Pages are arriving.
        case loading
        /// Pages are through; indexes are being made.
        case finishing
        /// Everything is there: it takes deltas and can be shown.
        case whole
    }

    /// The row of `replica`.
    struct Standing: Sendable {
        var phase: Phase
        var cursor: String?
        var rows: Int
        var total: Int?
    }

    let number: Int
    let pool: DatabasePool

    /// Opens a file that is there.
    init(number: Int, path: String) throws {
        self.number = number
        try PrivateFile.check(path)
        pool = try DatabasePool(path: path, configuration: Self.configuration)
    }

    /// Makes the tables in an empty file.
    func prepare() throws {
        try pool.write { db in
            for statement in ReplicaSchema.tables { try db.execute(sql: statement) }
            for statement in DerivedSchema.tables { try db.execute(sql: statement) }
            try db.execute(
                sql: "INSERT INTO replica (one, fingerprint, version, phase) VALUES (1, ?, ?, ?)",
                arguments: [
                    SchemaFingerprint.current, ReplicaSchema.version, Phase.loading.rawValue,
                ]
            )
        }
    }

    /// Where it stands; nil where it was made by another version or is not one of ours.
    func standing() throws -> Standing? {
        try pool.read { try Self.standing($0) }
    }

    static func standing(_ db: Database) throws -> Standing? {
        guard try db.tableExists("replica"),
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT phase, cursor, rows, total FROM replica
                    WHERE fingerprint = ? AND version = ?
                    """,
                arguments: [SchemaFingerprint.current, ReplicaSchema.version]
            ), let phase = Phase(rawValue: row[0])
        else { return nil }
        return Standing(phase: phase, cursor: row[1], rows: row[2], total: row[3])
    }

    /// Seconds that a connection waits where another one opens the file, closes it or empties its
    /// journal at that moment, which no reader can go beside.
    static let patience = 1.0

    /// How many read at once: a pane, the card beside it, and one to spare.
    private static let readers = 3

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "replica"
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = false
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { db in
            try SQLFunctions.register(in: db)
            guard !db.configuration.readonly else { return }
            try db.execute(
                sql: """
                    PRAGMA page_size = \(pageSize);
                    PRAGMA secure_delete = ON;
                    PRAGMA journal_size_limit = \(journalLimit);
                    PRAGMA wal_autocheckpoint = \(checkpointPages);
                    """
            )
        }
        return configuration
    }

    /// Bytes of a page of a new file, where SQLite takes 4,096: a first sync of a million messages
    /// is 0.4 s of 9.9 shorter.
    private static let pageSize = 8_192
    /// Bytes of a journal that stay on disk between transactions.
    private static let journalLimit = 16 << 20
    /// Pages in the journal after which they are copied home: 16 MiB.
    private static let checkpointPages = 2_048
}

extension Generation {
    /// A read-only connection to the generation that is shown, for a process that does not own the
    /// directory; nil where there is none that can be read.
    static func reader(of directory: String) throws -> (any DatabaseReader)? {
        guard let number = ReplicaFiles.current(in: directory) else { return nil }
        let path = ReplicaFiles.path(of: number, in: directory)
        try PrivateFile.check(path)
        var configuration = Configuration()
        configuration.label = "replica, read only"
        configuration.busyMode = .timeout(patience)
        configuration.readonly = true
        configuration.prepareDatabase { try SQLFunctions.register(in: $0) }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        guard try queue.read({ try standing($0) })?.phase == .whole else { return nil }
        return queue
    }
}
