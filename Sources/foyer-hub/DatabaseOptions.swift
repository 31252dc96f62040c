import ArgumentParser
import Foundation
import Hub
import HubPostgres
import HubSQLite

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("database"),
        help: ArgumentHelp(
            "The hub's database: a SQLite file, or postgres://user@host/database; without it "
                + "FOYER_DATABASE, or what the file of --config says.",
            valueName: "path or address"
        ),
        completion: .file(extensions: ["sqlite", "db"])
    )
    private var given: String?

    @Option(
        help: ArgumentHelp(
            "A file of settings, TOML; the environment (FOYER_DATABASE …) and options win.",
            valueName: "file"
        ),
        completion: .file(extensions: ["toml"])
    )
    private var config: String?

    /// What file and environment say.
    var settings: Settings {
        get throws {
            do {
                return try Settings(file: config)
            } catch {
                throw ValidationError(error.description)
            }
        }
    }

    /// What a command does with its database.
    enum Use: Hashable {
        /// One task; the database must have been migrated.
        case command
        /// It may make the database, or bring it up to date.
        case migrating
        /// It serves the database, which must have been migrated.
        case serving
    }

    mutating func validate() throws {
        guard let text = try text, !text.isEmpty else {
            throw ValidationError("--database needs a path, or an address of a PostgreSQL")
        }
    }

    private var text: String? {
        get throws { try given ?? settings.text(.database) }
    }

    /// The address of a PostgreSQL; nil where it is a file.
    var address: PostgresAddress? {
        get throws {
            guard let text = try text, PostgresAddress.isAddress(text) else { return nil }
            return try PostgresAddress(text)
        }
    }

    /// What messages call it; an address without user and password.
    var place: String { (try? address)?.place ?? (try? text) ?? "" }

    /// Opens it, works with it and closes it, whatever comes of the work.
    func withStore<Value>(
        _ use: Use,
        readReplica: PostgresAddress? = nil,
        _ body: (any HubStore) async throws -> Value
    ) async throws -> Value {
        if let address = try address {
            let store =
                use == .migrating
                ? try await PostgresHubStore.migrated(address)
                : try await PostgresHubStore(
                    address,
                    replica: readReplica,
                    patience: use.patience
                )
            return try await body(store)
        }
        guard readReplica == nil else {
            throw ValidationError("a read replica is for postgres:// databases")
        }
        let store = try SQLiteHubStore(path: try text ?? "", use: use.ofFile)
        do {
            let value = try await body(store)
            try store.close()
            return value
        } catch {
            // Why the work failed is what the operator must know.
            try? store.close()
            throw error
        }
    }
}

extension DatabaseOptions.Use {
    fileprivate var patience: PostgresPatience { self == .serving ? .serving : .command }

    fileprivate var ofFile: SQLiteHubStore.Use {
        switch self {
        case .command: .command
        case .migrating: .migrating
        case .serving: .serving
        }
    }
}
