import Foundation
import PostgresServer
import Testing

@testable import HubPostgres

/// A PostgreSQL that a test may stop, break and put back, with a hub's database in it.
struct OwnServer {
    let server: PostgresServer
    let name: String

    static func with(_ body: (OwnServer) async throws -> Void) async throws {
        let server = try PostgresServer()
        defer { server.stop() }
        let own = OwnServer(server: server, name: try server.makeDatabase())
        try await body(own)
    }

    func address() throws -> PostgresAddress { try PostgresAddress(server.address(name)) }

    /// A migrated store, as patient as a serving hub's, or less.
    func store(_ patience: PostgresPatience = .serving) async throws -> PostgresHubStore {
        _ = try await PostgresHubStore.migrated(address())
        return try await PostgresHubStore(address(), patience: patience)
    }

    func session() throws -> PostgresConnection { try PostgresConnection(address()) }

    /// Stops the server: `fast` writes everything first, `immediate` is a power cut.
    func stop(_ mode: String) throws {
        try server.program("pg_ctl", ["-D", data.path, "-m", mode, "-w", "stop"])
    }

    func start() throws {
        let log = server.directory.appending(path: "log").path
        try server.program("pg_ctl", ["-D", data.path, "-l", log, "-w", "start"])
    }

    /// The server's first process.
    var process: pid_t {
        get throws {
            let path = data.appending(path: "postmaster.pid").path
            let first = try String(contentsOfFile: path, encoding: .utf8).prefix { $0 != "\n" }
            return try #require(pid_t(first))
        }
    }

    var data: URL { server.directory.appending(path: "data") }
}
