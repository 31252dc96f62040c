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

    private static func assignments(
        _ connection: PostgresConnection,
        _ agent: AgentID
    ) throws -> [Assignment] {
        let rows = try connection.run(
            """
            SELECT p.id, p.company_id, a.start_date, a.end_date, s.time_zone, p.state, p.zip_code
            FROM property_manager_assignment AS a
            JOIN property AS p ON p.id = a.property_id
            LEFT JOIN property_settings AS s ON s.property_id = p.id
            WHERE a.property_manager_id = $1::uuid
            """,
            [.id(agent)]
        )
        return (0..<rows.count).compactMap { row in
            guard let property = rows.id(row, 0) else { return nil }
            return Assignment(
                property: property.cast(),
                company: rows.id(row, 1)?.cast(),
                start: PostgresTime.day(rows.integer(row, 2)),
                end: rows.isNull(row, 3) ? nil : PostgresTime.day(rows.integer(row, 3)),
                zoneName: rows.optionalText(row, 4),
                state: rows.text(row, 5),
                zip: rows.text(row, 6)
            )
        }
    }
}
