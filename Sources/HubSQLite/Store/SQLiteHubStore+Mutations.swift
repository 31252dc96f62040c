import GRDB
package import Hub
package import Model

extension SQLiteHubStore {
    package func mutate<Value: Sendable>(
        by agent: AgentID,
        now: Timestamp,
        _ body: @escaping @Sendable (any MutationTransaction) throws -> Value
    ) async throws(HubTrouble) -> Value? {
        try await write { database -> Value? in
            guard let mutation = try SQLiteMutation(database, agent, now) else { return nil }
            return try body(mutation)
        }
    }

    package func acked(by devices: [DeviceID]) async throws(HubTrouble) -> [DeviceID: Int64] {
        try await read { database in
            try devices.reduce(into: [:]) { numbers, device in
                numbers[device] = try SQLiteMutation.lastNumber(database, device)
            }
        }
    }

    package func audit(
        after number: Int64,
        limit: Int
    ) async throws(HubTrouble) -> [AuditEntry] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM foyer_audit WHERE seq > ? ORDER BY seq LIMIT ?",
                arguments: [number, limit]
            ).map(AuditEntry.init(row:))
        }
    }
}
