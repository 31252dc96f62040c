import Foundation
import GRDB
package import Hub

/// The platform's tables and the hub's own in one SQLite file.
///
/// Readers see snapshots and never wait; one connection writes. Several processes may have the file
/// open, but only one of them serves it.
package final class SQLiteHubStore: HubStore {
    let pool: DatabasePool
    private let gate: WriteGate
    /// Held by whoever serves.
    private let servingGate: WriteGate?

    /// How a file is opened.
    package enum Use: Sendable, Hashable {
        /// For one command; the database must have been migrated.
        case command
        /// For a command that may create the database, or bring it up to date.
        case migrating
        /// To serve it, which one process does; the database must have been migrated.
        case serving
    }

    /// Opens the file at that path.
    package init(path: String, use: Use) throws(HubTrouble) {
        guard !path.contains("://") else { throw .unsupported }
        guard use == .migrating || FileManager.default.fileExists(atPath: path) else {
            throw .notMigrated(place: path)
        }
        if use == .migrating { try DatabaseFile.create(path) }
        gate = try WriteGate(path: path + ".writing")
        if use == .serving {
            let serving = try WriteGate(path: path + ".serving")
            guard serving.keep() else { throw .alreadyServed(place: path) }
            servingGate = serving
        } else {
            servingGate = nil
        }
        pool = try Self.open(path, gate)
        try migrate(path, use)
    }

    private static func open(_ path: String, _ gate: WriteGate) throws(HubTrouble) -> DatabasePool {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        configuration.label = "hub"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -32000")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try ScopeTables.create(database)
        }
        return try asTrouble {
            try gate.hold {
                let pool = try DatabasePool(path: path, configuration: configuration)
                try pool.writeWithoutTransaction { database in
                    // What a terminal was told must still be so after a power cut; GRDB has set
                    // NORMAL while it opened the pool.
                    try database.execute(sql: "PRAGMA synchronous = FULL")
                    // A gigabyte of log would be read by every reader; 8,000 pages are 32 MB.
                    try database.execute(sql: "PRAGMA wal_autocheckpoint = 8000")
                }
                return pool
            }
        }
    }

    private func migrate(_ path: String, _ use: Use) throws(HubTrouble) {
        try asTrouble {
            if use == .migrating {
                try gate.hold {
                    try pool.writeInTransaction(.immediate) { database in
                        try Migration.run(database, place: path)
                        return .commit
                    }
                }
            } else {
                try pool.read { try Migration.check($0, place: path) }
            }
        }
    }

    /// Closes the file; waits for its readers.
    ///
    /// What the write-ahead log holds goes into the file first, so that a copy of the file alone is
    /// a copy of all; where another process still reads, that one's close does it.
    package func close() throws(HubTrouble) {
        try asTrouble {
            try gate.hold {
                _ = try pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
                try pool.close()
            }
        }
        // Another may serve it from now on, even while this object lives.
        servingGate?.release()
    }
}

// How the rest of the store reads and writes.
extension SQLiteHubStore {
    /// One snapshot for all that `body` reads.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(HubTrouble) -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw trouble(error)
        }
    }

    /// One transaction, with its troubles told.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(HubTrouble) -> Value {
        do {
            return try await transaction(body)
        } catch {
            throw trouble(error)
        }
    }

    /// One transaction; rolled back where `body` throws.
    func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await pool.writeWithoutTransaction { [gate] database in
            try gate.hold {
                var result: Value?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { throw HubTrouble.unavailable("nothing was committed") }
                return result
            }
        }
    }
}

/// Tells SQLite's troubles without quoting a statement or its values.
func trouble(_ error: any Error) -> HubTrouble {
    switch error {
    case let error as HubTrouble: error
    case let refusal as RowRefusal: .refused(refusal)
    case let error as DatabaseError:
        .unavailable("SQLite: \(error.extendedResultCode) \(error.resultCode)")
    default: .unavailable("\(type(of: error))")
    }
}

func asTrouble<Value>(_ body: () throws -> Value) throws(HubTrouble) -> Value {
    do {
        return try body()
    } catch {
        throw trouble(error)
    }
}
