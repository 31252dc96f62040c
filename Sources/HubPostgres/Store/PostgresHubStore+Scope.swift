import Crypto
import Foundation
package import Hub
package import Model

extension PostgresHubStore {
    package func identity() async throws(HubTrouble) -> HubIdentity {
        try await read { connection in
            let rows = try connection.run(
                """
                SELECT (SELECT value FROM foyer.meta WHERE name = 'incarnation'),
                    (SELECT value FROM foyer.meta WHERE name = 'cursor_secret')
                """
            )
            guard !rows.isNull(0, 0), !rows.isNull(0, 1) else {
                throw HubTrouble.unavailable("foyer.meta lacks what migrate wrote")
            }
            return HubIdentity(
                incarnation: rows.text(0, 0),
                // 366 random bits in hexadecimal digits become 32 bytes.
                cursorSecret: Data(SHA256.hash(data: rows.data(0, 1)))
            )
        }
    }

    package func head() async throws(HubTrouble) -> String {
        do {
            return try await watch.head()
        } catch {
            throw trouble(error)
        }
    }

    package func agent(email: String) async throws(HubTrouble) -> HubAgent? {
        try await read { connection in
            let sql = Self.agents + "WHERE lower(email) = lower($1) ORDER BY created_at, id"
            return Self.agent(try connection.run(sql, [.text(email)]))
        }
    }

    package func agent(_ id: AgentID) async throws(HubTrouble) -> HubAgent? {
        try await read { try Self.agent($0, id) }
    }

    static func agent(_ connection: PostgresConnection, _ id: AgentID) throws -> HubAgent? {
        agent(try connection.run(agents + "WHERE id = $1::uuid", [.id(id)]))
    }

    private static let agents = "SELECT id, first_name, last_name, email FROM property_manager "

    private static func agent(_ rows: PostgresRows) -> HubAgent? {
        guard rows.count > 0, let id = rows.id(0, 0) else { return nil }
        return HubAgent(
            id: id.cast(),
            firstName: rows.text(0, 1),
            lastName: rows.text(0, 2),
            email: rows.text(0, 3)
        )
    }

    package func scope(of agent: AgentID, now: Timestamp) async throws(HubTrouble) -> Scope? {
        try await read { try ScopeReader.scope($0, agent, now) }
    }

    package func accesses(
        of devices: [DeviceID],
        now: Timestamp
    ) async throws(HubTrouble) -> [DeviceID: AgentAccess] {
        try await read { try ScopeReader.accesses($0, of: devices, now) }
    }

    package func condition(now: Timestamp) async throws(HubTrouble) -> StoreCondition {
        let use = pool.use
        let counts = replica?.counts ?? ReadReplica.Counts()
        return try await read { connection in
            let rows = try connection.run(
                """
                SELECT pg_stat_get_live_tuples('foyer.change'::regclass),
                    coalesce((SELECT extract(epoch FROM now() - min(at))::bigint
                        FROM foyer.horizon), 0)
                """
            )
            var condition = StoreCondition()
            condition.logEntries = Int(rows.integer(0, 0))
            condition.logAge = Int(rows.integer(0, 1))
            condition.sessionsLent = use.lent
            condition.sessionsAwaited = use.waiting
            condition.sessions = Self.connections
            condition.replicaAnswers = counts.answers
            condition.replicaMisses = counts.misses
            return condition
        }
    }

    package func remember(_ scope: Scope, now: Timestamp) async throws(HubTrouble) {
        // Once a day is enough for what is kept for a month.
        let today = PostgresValue.text(String(now.text.prefix(10)))
        let isKnown = try await read { connection in
            let rows = try connection.run(
                "SELECT 1 FROM foyer.scope WHERE fingerprint = $1 AND used_on >= $2::date",
                [.text(scope.fingerprint), today]
            )
            return rows.count == 1
        }
        guard !isKnown else { return }
        try await write { connection in
            _ = try connection.run(
                """
                INSERT INTO foyer.scope VALUES ($1, $2::uuid[], $3::uuid[], $4::date)
                ON CONFLICT (fingerprint) DO UPDATE SET used_on = excluded.used_on
                """,
                [.text(scope.fingerprint), .ids(scope.properties), .ids(scope.companies), today]
            )
        }
    }
}
