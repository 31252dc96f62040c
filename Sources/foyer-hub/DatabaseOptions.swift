import ArgumentParser
import HubSQLite

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The hub's database, a SQLite file.", valueName: "path"),
        completion: .file(extensions: ["sqlite", "db"])
    )
    var database: String

    mutating func validate() throws {
        guard !database.isEmpty else { throw ValidationError("--database needs a path") }
    }

    /// Opens it, works with it and closes it, whatever comes of the work.
    func withStore<Value>(
        _ use: SQLiteHubStore.Use,
        _ body: (SQLiteHubStore) async throws -> Value
    ) async throws -> Value {
        let store = try SQLiteHubStore(path: database, use: use)
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
