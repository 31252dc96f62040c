package import Foundation
import GRDB
package import Hub
package import Model

extension SQLiteHubStore {
    package func save(
        _ invitation: Invitation,
        now: Timestamp
    ) async throws(HubTrouble) -> Bool {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM foyer_invitation WHERE expires_at <= ? OR tries >= ?",
                arguments: [now.text, EnrolmentCode.tries]
            )
            try database.execute(
                sql: """
                    INSERT INTO foyer_invitation (handle, code_hash, agent_id, expires_at)
                    VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    invitation.handle, invitation.codeHash, invitation.agent.data,
                    invitation.expires.text,
                ]
            )
            return database.changesCount == 1
        }
    }

    package func redeem(
        _ code: EnrolmentCode,
        as device: NewDevice
    ) async throws(HubTrouble) -> Redemption {
        try await write { database in
            guard let invitation = try Self.openInvitation(database, code, device.enrolledAt)
            else { return .refused }
            guard isEqualInConstantTime(invitation.codeHash, code.hash) else {
                try database.execute(
                    sql: "UPDATE foyer_invitation SET tries = tries + 1 WHERE handle = ?",
                    arguments: [code.handle]
                )
                return .refused
            }
            try database.execute(
                sql: "DELETE FROM foyer_invitation WHERE handle = ?",
                arguments: [code.handle]
            )
            guard let agent = try Self.agent(database, invitation.agent) else { return .refused }
            try database.execute(
                sql: """
                    INSERT INTO foyer_device (id, token_hash, agent_id, name, enrolled_at)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    device.id.data, device.tokenHash, invitation.agent.data, device.name,
                    device.enrolledAt.text,
                ]
            )
            return .enrolled(agent)
        }
    }

    package func devices(tokenHashes: [Data]) async throws(HubTrouble) -> [Data: Device] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT * FROM foyer_device WHERE token_hash = ?"
            )
            return try tokenHashes.reduce(into: [:]) { found, hash in
                // The index found it; this comparison tells nothing by its duration.
                guard let row = try Row.fetchOne(statement, arguments: [hash]),
                    isEqualInConstantTime(row["token_hash"], hash)
                else { return }
                found[hash] = Device(row: row)
            }
        }
    }

    package func isEnrolled(_ device: DeviceID) async throws(HubTrouble) -> Bool {
        try await read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT revoked_at IS NULL FROM foyer_device WHERE id = ?",
                arguments: [device.data]
            ) ?? false
        }
    }

    package func devices() async throws(HubTrouble) -> [Device] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM foyer_device ORDER BY enrolled_at DESC, id"
            ).compactMap(Device.init(row:))
        }
    }

    package func touch(_ device: DeviceID, now: Timestamp) async throws(HubTrouble) {
        try await write { database in
            try database.execute(
                sql: "UPDATE foyer_device SET last_seen_at = ? WHERE id = ?",
                arguments: [now.text, device.data]
            )
        }
    }

    package func revoke(_ device: DeviceID, now: Timestamp) async throws(HubTrouble) -> Bool {
        try await write { database in
            try database.execute(
                sql: "UPDATE foyer_device SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
                arguments: [now.text, device.data]
            )
            guard database.changesCount == 1 else { return false }
            try database.execute(
                sql: "UPDATE foyer_meta SET value = value + 1 WHERE name = 'devices'"
            )
            return true
        }
    }

    static func agent(_ database: Database, _ id: AgentID) throws -> HubAgent? {
        try Row.fetchOne(
            database,
            sql: "SELECT * FROM property_manager WHERE id = ?",
            arguments: [id.data]
        ).flatMap(HubAgent.init(row:))
    }

    private static func openInvitation(
        _ database: Database,
        _ code: EnrolmentCode,
        _ now: Timestamp
    ) throws -> (codeHash: Data, agent: AgentID)? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT code_hash, agent_id FROM foyer_invitation
                WHERE handle = ? AND expires_at > ? AND tries < ?
                """,
            arguments: [code.handle, now.text, EnrolmentCode.tries]
        )
        guard let row, let agent = row["agent_id"] as Data?, agent.count == 16 else { return nil }
        return (row["code_hash"], agent.withUnsafeBytes { AgentID(bytes: $0) })
    }
}

extension Device {
    init?(row: Row) {
        guard let id = row["id"] as Data?, let agent = row["agent_id"] as Data?,
            id.count == 16, agent.count == 16,
            let enrolledAt = Timestamp(row["enrolled_at"] as String)
        else { return nil }
        self.init(
            id: id.withUnsafeBytes { DeviceID(bytes: $0) },
            agent: agent.withUnsafeBytes { AgentID(bytes: $0) },
            name: row["name"],
            enrolledAt: enrolledAt,
            lastSeenAt: (row["last_seen_at"] as String?).flatMap { Timestamp($0) },
            revokedAt: (row["revoked_at"] as String?).flatMap { Timestamp($0) },
            kind: Kind(tokenHash: row["token_hash"])
        )
    }
}
