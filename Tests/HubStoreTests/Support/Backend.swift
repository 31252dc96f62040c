import Foundation
import Hub
import HubSQLite

/// The stores that this suite holds to the protocol.
enum Backend: String, CaseIterable, Sendable {
    case sqlite

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
        }
    }
}
