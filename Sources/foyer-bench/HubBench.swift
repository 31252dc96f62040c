import ArgumentParser
import HubPostgres

/// `foyer-bench hub`.
struct HubBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hub",
        abstract: "What a hub over the platform's PostgreSQL does for its terminals.",
        discussion: """
            Each takes a database that was made for it and is empty; psql must be there. All \
            traffic stays on loopback.

            Example:
              createdb bench && foyer-bench hub delay --database postgres:///bench
            """,
        subcommands: [HubCopyBench.self, HubDelayBench.self, HubCrowdBench.self]
    )
}

/// The database that a bench is given.
struct BenchDatabase: ParsableArguments {
    @Option(help: ArgumentHelp("An empty database.", valueName: "address"))
    var database: String

    var server: PlatformServer { PlatformServer(address: database) }

    /// Makes the tables in it.
    func migrated() async throws -> PostgresHubStore {
        guard try server.ask("SELECT count(*) FROM pg_class WHERE relname = 'company'") == "0"
        else { throw Complaint("the database must be empty; make one with createdb") }
        let store = try await PostgresHubStore.migrated(PostgresAddress(database))
        try Sibling.run("foyer-hub", ["migrate", "--database", database, "--indexes"])
        return store
    }
}
