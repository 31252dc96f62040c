import Foundation
import GRDB
package import Hub
package import Model

extension SQLiteHubStore {
    package func identity() async throws(HubTrouble) -> HubIdentity {
        try await read { database in
            let sql = "SELECT value FROM foyer_meta WHERE name = ?"
            guard
                let incarnation = try String.fetchOne(
                    database,
                    sql: sql,
                    arguments: ["incarnation"]
                ),
                let secret = try Data.fetchOne(database, sql: sql, arguments: ["cursor_secret"]),
                secret.count == 32
            else { throw HubTrouble.unavailable("foyer_meta lacks what migrate wrote") }
            return HubIdentity(incarnation: incarnation, cursorSecret: secret)
        }
    }

    package func head() async throws(HubTrouble) -> String {
        try await read { database in
            let statement = try RawStatement(
                database,
                """
                SELECT (SELECT max(seq) FROM foyer_change),
                    (SELECT value FROM foyer_meta WHERE name = 'devices')
                """
            )
            defer { statement.reset() }
            guard try statement.step() else { return "" }
            return "\(statement.integer(0)):\(statement.integer(1))"
        }
    }

    package func agent(email: String) async throws(HubTrouble) -> HubAgent? {
        // lower() of SQLite knows ASCII, which is what addresses are compared in.
        let sql = "SELECT * FROM property_manager WHERE lower(email) = lower(?) ORDER BY seq"
        return try await read { database in
            try Row.fetchOne(database, sql: sql, arguments: [email]).flatMap(HubAgent.init(row:))
        }
    }

    package func agent(_ id: AgentID) async throws(HubTrouble) -> HubAgent? {
        try await read { try Self.agent($0, id) }
    }

    package func scope(of agent: AgentID, now: Timestamp) async throws(HubTrouble) -> Scope? {
        try await read { try ScopeReader.scope($0, agent, now) }
    }

    package func accesses(
        of devices: [DeviceID],
        now: Timestamp
    ) async throws(HubTrouble) -> [DeviceID: AgentAccess] {
        try await read { database in
            var accesses: [DeviceID: AgentAccess] = [:]
            let statement = try RawStatement(
                database,
                "SELECT agent_id FROM foyer_device WHERE id = ? AND revoked_at IS NULL"
            )
            for device in devices {
                statement.bind(1, device.cast())
                let agent = try statement.step() ? statement.id(0) : nil
                statement.reset()
                guard let agent else { continue }
                accesses[device] = try ScopeReader.access(database, agent.cast(), now)
            }
            return accesses
        }
    }

    package func condition(now: Timestamp) async throws(HubTrouble) -> StoreCondition {
        try await read { database in
            let statement = try RawStatement(
                database,
                """
                SELECT coalesce(max(seq) - min(seq) + 1, 0),
                    (SELECT at FROM foyer_change ORDER BY seq LIMIT 1) FROM foyer_change
                """
            )
            defer { statement.reset() }
            var condition = StoreCondition()
            guard try statement.step() else { return condition }
            condition.logEntries = Int(statement.integer(0))
            if !statement.isNull(1) {
                condition.logAge = max(0, Int(now.seconds - statement.integer(1)))
            }
            return condition
        }
    }

    package func remember(_ scope: Scope, now: Timestamp) async throws(HubTrouble) {
        // Once a day is enough for what is kept for a month.
        let today = String(now.text.prefix(10))
        let isKnown = try await read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT used_on >= ? FROM foyer_scope WHERE fingerprint = ?",
                arguments: [today, scope.fingerprint]
            ) ?? false
        }
        guard !isKnown else { return }
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO foyer_scope VALUES (?, ?, ?, ?)
                    ON CONFLICT (fingerprint) DO UPDATE SET used_on = excluded.used_on
                    """,
                arguments: [
                    scope.fingerprint,
                    scope.properties.reduce(into: Data()) { $0 += $1.data },
                    scope.companies.reduce(into: Data()) { $0 += $1.data },
                    today,
                ]
            )
        }
    }

    package func prune(before: Timestamp) async throws(HubTrouble) {
        try await write { database in
            // From its beginning, whatever the clock said meanwhile: a cursor takes the log behind
            // it to be without a gap.
            try database.execute(
                sql: """
                    DELETE FROM foyer_change WHERE seq < (
                        SELECT coalesce(min(seq) FILTER (WHERE at >= ?), max(seq))
                        FROM foyer_change)
                    """,
                arguments: [before.seconds]
            )
            try database.execute(
                sql: "DELETE FROM foyer_scope WHERE used_on < ?",
                arguments: [String(before.text.prefix(10))]
            )
            try database.execute(
                sql: "DELETE FROM foyer_invitation WHERE expires_at < ?",
                arguments: [before.text]
            )
            for statement in ScopeKey.orphans { try database.execute(sql: statement) }
        }
    }
}

extension HubAgent {
    init?(row: Row) {
        guard let data = row["id"] as Data?, data.count == 16 else { return nil }
        self.init(
            id: data.withUnsafeBytes { AgentID(bytes: $0) },
            firstName: row["first_name"],
            lastName: row["last_name"],
            email: row["email"]
        )
    }
}
