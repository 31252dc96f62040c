import ArgumentParser
import HubPostgres

/// `foyer-hub migrate`.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the database, or bring it up to date.",
        discussion: """
            Running it again changes nothing. A hub may be serving the database meanwhile.

            In PostgreSQL all that is the hub's goes into the schema foyer, in one transaction, \
            and triggers on the platform's tables note what changes. Where the platform's tables \
            are missing they are made. It needs the rights of their owner; to serve, the hub \
            needs only those that --grant gives.

            Examples:
              foyer-hub migrate --database hub.sqlite
              foyer-hub migrate --database postgres://owner@db.example/platform --dry-run
              foyer-hub migrate --database postgres://owner@db.example/platform --grant foyer_hub
              foyer-hub migrate --database postgres://owner@db.example/platform --indexes
            """
    )

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "Print the SQL and change nothing; PostgreSQL only.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Give this role what a serving hub needs, and nothing else; PostgreSQL only.",
            valueName: "role"
        )
    )
    var grant: String?

    @Flag(help: "Make missing indexes too, without stopping writers; PostgreSQL only.")
    var indexes = false

    func run() async throws {
        guard let address = try options.address else { return try await migrateFile() }
        if dryRun {
            return try await printStatements(address)
        }
        let store = try await PostgresHubStore.migrated(address)
        if let grant { try await store.grant(to: grant) }
        if indexes {
            for name in try await store.makeMissingIndexes() { print("made the index \(name)") }
        } else {
            let missing = try await store.missingIndexes()
            if !missing.isEmpty {
                print("\(missing.count) indexes are missing; --indexes makes them")
            }
        }
        print("\(options.place) is up to date")
    }

    private func migrateFile() async throws {
        guard !dryRun, grant == nil, !indexes else {
            throw ValidationError("--dry-run, --grant and --indexes are for postgres:// addresses")
        }
        try await options.withStore(.migrating) { _ in }
        print("\(options.place) is up to date")
    }

    private func printStatements(_ address: PostgresAddress) async throws {
        var statements = try await PostgresHubStore.migrationStatements(address)
        if let grant { statements += PostgresHubStore.grants(to: grant) }
        guard !statements.isEmpty else { return print("-- \(options.place) is up to date") }
        print("BEGIN;")
        for statement in statements { print(statement + ";") }
        print("COMMIT;")
    }
}
