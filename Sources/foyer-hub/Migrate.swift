import ArgumentParser
import HubSQLite

/// `foyer-hub migrate`.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the database, or bring it up to date.",
        discussion: """
            Running it again changes nothing. A hub may be serving the database meanwhile.

            Example:
              foyer-hub migrate --database hub.sqlite
            """
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await options.withStore(.migrating) { _ in }
        print("\(options.database) is up to date")
    }
}
