package import Hub
package import Model

extension PostgresHubStore {
    package func mutate<Value: Sendable>(
        by agent: AgentID,
        now: Timestamp,
        _ body: @escaping @Sendable (any MutationTransaction) throws -> Value
    ) async throws(HubTrouble) -> Value? {
        var attempts = 0
        while true {
            attempts += 1
            do {
                return try await transaction("ISOLATION LEVEL READ COMMITTED") { connection in
                    try PostgresMutation.lockAll(connection)
                    guard let mutation = try PostgresMutation(connection, agent, now) else {
                        return Value?.none
                    }
                    return try body(mutation)
                }
            } catch let fault as PostgresTrouble where fault.isOvertaken {
                // The platform's writers take locks in their own order.
                guard attempts < Self.mostAttempts else { throw trouble(fault) }
            } catch {
                throw trouble(error)
            }
        }
    }

    private static let mostAttempts = 5

    package func acked(by devices: [DeviceID]) async throws(HubTrouble) -> [DeviceID: Int64] {
        try await read { connection in
            let rows = try connection.run(
                """
                SELECT d.id, (SELECT max(number) FROM foyer.ledger WHERE device_id = d.id)
                FROM unnest($1::uuid[]) AS d (id)
                """,
                [.ids(devices)]
            )
            return (0..<rows.count).reduce(into: [:]) { numbers, row in
                guard let device = rows.id(row, 0), !rows.isNull(row, 1) else { return }
                numbers[device.cast()] = rows.integer(row, 1)
            }
        }
    }

    package func audit(
        after number: Int64,
        limit: Int
    ) async throws(HubTrouble) -> [AuditEntry] {
        try await read { connection in
            let rows = try connection.run(
                AuditEntry.all + "WHERE seq > $1::bigint ORDER BY seq LIMIT $2::int",
                [.text(String(number)), .integer(limit)]
            )
            return (0..<rows.count).map { AuditEntry(rows, $0) }
        }
    }
}
