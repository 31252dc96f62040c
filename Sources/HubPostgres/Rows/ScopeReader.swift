import Foundation
import Hub
import Model

/// Reads who may see what, in the transaction at hand.
enum ScopeReader {
    /// What the agent may see at that moment; nil where there is no such agent.
    static func scope(
        _ connection: PostgresConnection,
        _ agent: AgentID,
        _ now: Timestamp
    ) throws -> Scope? {
        let own = try connection.run(
            "SELECT company_id FROM property_manager WHERE id = $1::uuid",
            [.id(agent)]
        )
        guard own.count == 1 else { return nil }
        let valid = try assignments(connection, agent).filter { $0.isValid(at: now) }
        return Scope(
            properties: valid.map(\.property),
            companies: valid.compactMap(\.company) + (own.id(0, 0).map { [$0.cast()] } ?? [])
        )
    }

    /// What the agent may see, and where they may write; nil where there is no such agent.
    static func access(
        _ connection: PostgresConnection,
        _ agent: AgentID,
        _ now: Timestamp
    ) throws -> AgentAccess? {
        let rows = try connection.run(
            "SELECT company_id, access_level FROM property_manager WHERE id = $1::uuid",
            [.id(agent)]
        )
        guard rows.count == 1 else { return nil }
        return AgentAccess(
            agent: agent,
            company: rows.id(0, 0)?.cast(),
            level: rows.optionalText(0, 1),
            assignments: try assignments(connection, agent),
            now: now
        )
    }

    /// A scope that a cursor names; nil where it was forgotten.
    static func remembered(_ connection: PostgresConnection, _ fingerprint: String) throws -> Scope?
    {
        let rows = try connection.run(
            "SELECT properties, companies FROM foyer.scope WHERE fingerprint = $1",
            [.text(fingerprint)]
        )
        guard rows.count == 1 else { return nil }
        return Scope(
            properties: rows.ids(0, 0).map { $0.cast() },
            companies: rows.ids(0, 1).map { $0.cast() }
        )
    }

    /// How queries say that an id is one of the scope's, as their first two parameters.
    static let membership = ScopeKey.Membership(
        property: "= ANY ($1::uuid[])",
        company: "= ANY ($2::uuid[])"
    )

    /// Those two parameters.
    static func parameters(_ scope: Scope) -> [PostgresValue] {
        [.ids(scope.properties), .ids(scope.companies)]
    }

    /// What the agents of these devices may see at that moment, and where they may write; who is
    /// revoked or gone is not in it.
    static func accesses(
        _ connection: PostgresConnection,
        of devices: [DeviceID],
        _ now: Timestamp
    ) throws -> [DeviceID: AgentAccess] {
        let rows = try connection.run(
            """
            SELECT p.id, p.company_id, a.start_date, a.end_date, s.time_zone, p.state, p.zip_code,
                a.permissions::text, d.id, m.company_id, m.id, m.access_level
            FROM foyer.device AS d JOIN property_manager AS m ON m.id = d.agent_id
            LEFT JOIN property_manager_assignment AS a ON a.property_manager_id = m.id
            LEFT JOIN property AS p ON p.id = a.property_id
            LEFT JOIN foyer.property_settings AS s ON s.property_id = p.id
            WHERE d.id = ANY ($1::uuid[]) AND d.revoked_at IS NULL
            """,
            [.ids(devices)]
        )
        var first: [DeviceID: Int] = [:]
        var assignments: [DeviceID: [Assignment]] = [:]
        for row in 0..<rows.count {
            guard let device = rows.id(row, 8)?.cast(to: RowKind.Device.self) else { continue }
            if first[device] == nil { first[device] = row }
            if let assignment = assignment(rows, row, permissions: 7) {
                assignments[device, default: []].append(assignment)
            }
        }
        var accesses: [DeviceID: AgentAccess] = [:]
        for (device, row) in first {
            guard let agent = rows.id(row, 10) else { continue }
            accesses[device] = AgentAccess(
                agent: agent.cast(),
                company: rows.id(row, 9)?.cast(),
                level: rows.optionalText(row, 11),
                assignments: assignments[device] ?? [],
                now: now
            )
        }
        return accesses
    }

    private static func assignments(
        _ connection: PostgresConnection,
        _ agent: AgentID
    ) throws -> [Assignment] {
        let rows = try connection.run(
            """
            SELECT p.id, p.company_id, a.start_date, a.end_date, s.time_zone, p.state, p.zip_code,
                a.permissions::text
            FROM property_manager_assignment AS a
            JOIN property AS p ON p.id = a.property_id
            LEFT JOIN property_settings AS s ON s.property_id = p.id
            WHERE a.property_manager_id = $1::uuid
            """,
            [.id(agent)]
        )
        return (0..<rows.count).compactMap { assignment(rows, $0, permissions: 7) }
    }

    /// Nil where the columns, from the first on, are those of no property.
    private static func assignment(
        _ rows: PostgresRows,
        _ row: Int,
        permissions: Int
    ) -> Assignment? {
        guard let property = rows.id(row, 0), !rows.isNull(row, 2) else { return nil }
        return Assignment(
            property: property.cast(),
            company: rows.id(row, 1)?.cast(),
            start: PostgresTime.day(rows.integer(row, 2)),
            end: rows.isNull(row, 3) ? nil : PostgresTime.day(rows.integer(row, 3)),
            zoneName: rows.optionalText(row, 4),
            state: rows.text(row, 5),
            zip: rows.text(row, 6),
            permissions: rows.optionalText(row, permissions)
        )
    }
}
