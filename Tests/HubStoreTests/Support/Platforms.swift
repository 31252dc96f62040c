import Hub
import PostgresServer

@testable import HubPostgres

/// A PostgreSQL database with the platform's tables, as the platform itself writes it.
struct Platforms {
    let server: PostgresServer
    let name: String

    /// Works with a migrated database and drops it.
    static func with(_ body: (PostgresHubStore, Platforms) async throws -> Void) async throws {
        let server = try PostgresServer.started()
        let platform = Platforms(server: server, name: try server.makeDatabase())
        defer { server.drop(platform.name) }
        try await body(try await PostgresHubStore.migrated(platform.address()), platform)
    }

    func address(user: String = "foyer") throws -> PostgresAddress {
        try PostgresAddress(server.address(name, user: user))
    }

    /// A connection that is not the hub's.
    func session(user: String = "foyer") throws -> PostgresConnection {
        try PostgresConnection(address(user: user))
    }
}
