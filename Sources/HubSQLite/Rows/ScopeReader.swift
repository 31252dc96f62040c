import Foundation
import GRDB
import Hub
import Model

/// Reads who may see what.
enum ScopeReader {
    /// What the agent may see at that moment; nil where there is no such agent.
    static func scope(_ database: Database, _ agent: AgentID, _ now: Timestamp) throws -> Scope? {
        let companies = try RawStatement(
            database,
            "SELECT company_id FROM property_manager WHERE id = ?"
        )
        defer { companies.reset() }
        companies.bind(1, agent.cast())
        guard try companies.step() else { return nil }
        let own = companies.id(0)
        let valid = try assignments(database, agent).filter { $0.isValid(at: now) }
        return Scope(
            properties: valid.map(\.property),
            companies: valid.compactMap(\.company) + (own.map { [$0.cast()] } ?? [])
        )
    }

    /// What the agent may see, and where they may write; nil where there is no such agent.
    static func access(
        _ database: Database,
        _ agent: AgentID,
        _ now: Timestamp
    ) throws -> AgentAccess? {
        let statement = try RawStatement(
            database,
            "SELECT company_id, access_level FROM property_manager WHERE id = ?"
        )
        defer { statement.reset() }
        statement.bind(1, agent.cast())
        guard try statement.step() else { return nil }
        return AgentAccess(
            agent: agent,
            company: statement.id(0)?.cast(),
            level: statement.text(1),
            assignments: try assignments(database, agent),
            now: now
        )
    }

    /// A scope that a cursor names; nil where it was forgotten.
    static func remembered(_ database: Database, _ fingerprint: String) throws -> Scope? {
        let statement = try RawStatement(
            database,
            "SELECT properties, companies FROM foyer_scope WHERE fingerprint = ?"
        )
        defer { statement.reset() }
        statement.bind(1, .text(fingerprint))
        guard try statement.step() else { return nil }
        return Scope(
            properties: ids(statement.bytes(0)).map { $0.cast() },
            companies: ids(statement.bytes(1)).map { $0.cast() }
        )
    }

    private static func assignments(_ database: Database, _ agent: AgentID) throws -> [Assignment] {
        let statement = try RawStatement(
            database,
            """
            SELECT p.id, p.company_id, a.start_date, a.end_date, s.time_zone, p.state, p.zip_code,
                a.permissions
            FROM property_manager_assignment AS a
            JOIN property AS p ON p.id = a.property_id
            LEFT JOIN property_settings AS s ON s.property_id = p.id
            WHERE a.property_manager_id = ?
            """
        )
        defer { statement.reset() }
        statement.bind(1, agent.cast())
        var result: [Assignment] = []
        while try statement.step() {
            guard let property = statement.id(0) else { continue }
            result.append(
                Assignment(
                    property: property.cast(),
                    company: statement.id(1)?.cast(),
                    start: statement.text(2),
                    end: statement.isNull(3) ? nil : statement.text(3),
                    zoneName: statement.isNull(4) ? nil : statement.text(4),
                    state: statement.text(5),
                    zip: statement.text(6),
                    permissions: statement.isNull(7) ? nil : statement.text(7)
                )
            )
        }
        return result
    }

    private static func ids(_ bytes: UnsafeRawBufferPointer) -> [RowID] {
        stride(from: 0, through: bytes.count - 16, by: 16).map { start in
            RowID(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<start + 16]))
        }
    }
}
