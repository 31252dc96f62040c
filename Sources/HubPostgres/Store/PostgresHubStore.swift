package import Hub

/// The platform's tables in the platform's own PostgreSQL, and the hub's beside them in the schema
/// `foyer`.
///
/// Reads see one snapshot each. Any number of hubs may serve one database.
package final class PostgresHubStore: HubStore {
    let pool: PostgresPool
    let watch: ChangeWatch
    let replica: ReadReplica?

    /// Connects, and refuses a database that is not migrated.
    ///
    /// Pages, differences and digests are read from `replica`, a standby of it, as far as that
    /// keeps up.
    package convenience init(
        _ address: PostgresAddress,
        replica: PostgresAddress? = nil,
        patience: PostgresPatience = .command
    ) async throws(HubTrouble) {
        self.init(unchecked: address, patience, replica: replica)
        try await read { connection in
            try Migration(connection: connection, place: address.place).check()
        }
    }

    /// Brings the database up to date in one transaction, then opens it.
    package static func migrated(
        _ address: PostgresAddress
    ) async throws(HubTrouble) -> PostgresHubStore {
        let store = PostgresHubStore(unchecked: address)
        try await store.write { connection in
            try connection.script(Migration.lock)
            try Migration(connection: connection, place: address.place).run()
        }
        return store
    }

    /// What `migrated` would run, for the operator to read.
    package static func migrationStatements(
        _ address: PostgresAddress
    ) async throws(HubTrouble) -> [String] {
        try await PostgresHubStore(unchecked: address).read { connection in
            try Migration(connection: connection, place: address.place).statements()
        }
    }

    private init(
        unchecked address: PostgresAddress,
        _ patience: PostgresPatience = .command,
        replica: PostgresAddress? = nil
    ) {
        pool = PostgresPool(address, patience, most: Self.connections)
        watch = ChangeWatch(pool)
        self.replica = replica.map { ReadReplica($0, patience, most: Self.connections) }
    }

    /// How many connections a hub takes of the server; more would not make two cores faster.
    static let connections = 8
}

// How the rest of the store reads and writes.
extension PostgresHubStore {
    /// One snapshot for all that `body` reads.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws(HubTrouble) -> Value {
        do {
            return try await transaction("ISOLATION LEVEL REPEATABLE READ, READ ONLY", body)
        } catch {
            throw trouble(error)
        }
    }

    /// One snapshot for all that `body` reads: the read replica's, where there is one that has come
    /// as far as the database, and the cursor that it goes on from is sound.
    ///
    /// The body is told the moment of the database that stands for the replica's; nil where it
    /// reads the database itself.
    func readAnywhere<Value: Sendable>(
        from position: String?,
        _ body: @escaping @Sendable (PostgresConnection, Moment?) throws -> Value
    ) async throws(HubTrouble) -> Value {
        if let replica {
            let start = position.map(Position.init)
            let moment = try await read { connection -> Moment? in
                let moment = try Moment.current(connection)
                guard let start else { return moment }
                return try start?.end(connection, now: moment.position) == nil && start != nil
                    ? moment : nil
            }
            if let moment,
                let value = await replica.read(after: moment, { try body($0, moment) })
            {
                return value
            }
        }
        return try await read { try body($0, nil) }
    }

    /// One transaction, with its troubles told.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws(HubTrouble) -> Value {
        do {
            return try await transaction("ISOLATION LEVEL READ COMMITTED", body)
        } catch {
            throw trouble(error)
        }
    }

    /// One transaction; rolled back where `body` throws.
    ///
    /// A connection that turns out to be dead before anything was asked of it, or to know a table
    /// as it was before the platform changed it, is made anew.
    func transaction<Value: Sendable>(
        _ mode: String,
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        var attempts = 0
        while true {
            do {
                return try await pool.perform { connection in
                    do throws(PostgresTrouble) {
                        try connection.begin(mode)
                    } catch {
                        throw error.isConnectionLost ? NotBegun(trouble: error) : error
                    }
                    let value = try body(connection)
                    try connection.script("COMMIT")
                    return value
                }
            } catch let notBegun as NotBegun {
                attempts += 1
                // Each of the connections may be dead once, when the server was restarted.
                guard attempts <= Self.connections else { throw notBegun.trouble }
            } catch let trouble as PostgresTrouble where trouble.isOutdated {
                attempts += 1
                guard attempts <= Self.connections else { throw trouble }
            }
        }
    }
}

/// A transaction that was not begun, so that it may be tried again on another connection.
private struct NotBegun: Error {
    let trouble: PostgresTrouble
}

/// Tells PostgreSQL's troubles without quoting a statement or its values.
func trouble(_ error: any Error) -> HubTrouble {
    switch error {
    case let error as HubTrouble: error
    case let refusal as RowRefusal: .refused(refusal)
    case let error as PostgresTrouble: error.hubTrouble
    default: .unavailable("\(type(of: error))")
    }
}
