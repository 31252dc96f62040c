import Foundation
import Hub
import HubPostgres
import HubSQLite
import PostgresServer

/// The stores that this suite holds to the protocol.
enum Backend: String, CaseIterable, Sendable {
    case sqlite
    case postgres

    /// Those that run here; `PostgresTests` says so where there is no server.
    static var allCases: [Backend] {
        PostgresServer.isHere ? [.sqlite, .postgres] : [.sqlite]
    }

    /// Makes an empty store, works with it and removes it.
    func withStore(_ body: (any HubStore) async throws -> Void) async throws {
        switch self {
        case .sqlite:
            let directory = FileManager.default.temporaryDirectory.appending(
                path: "foyer-hub-\(UUID().uuidString)"
            )
            try FileManager.default.createDirectory(
                at: directory,
                withIntermediateDirectories: true
            )
            defer { try? FileManager.default.removeItem(at: directory) }
            let path = directory.appending(path: "hub.sqlite").path
            let store = try SQLiteHubStore(path: path, use: .migrating)
            try await body(store)
            try store.close()
        case .postgres:
            let server = try PostgresServer.started()
            let database = try server.makeDatabase()
            defer { server.drop(database) }
            let address = try PostgresAddress(server.address(database))
            try await body(await PostgresHubStore.migrated(address))
        }
    }
}
