package import Foundation
package import Hub
package import Model

extension PostgresHubStore {
    package func save(
        _ invitation: Invitation,
        now: Timestamp
    ) async throws(HubTrouble) -> Bool {
        try await write { connection in
            try connection.run(
                """
                DELETE FROM foyer.invitation
                WHERE expires_at <= $1::timestamptz OR tries >= $2::int
                """,
                [.text(now.text), .integer(EnrolmentCode.tries)]
            )
            let rows = try connection.run(
                """
                INSERT INTO foyer.invitation (handle, code_hash, agent_id, expires_at)
                VALUES ($1, $2::bytea, $3::uuid, $4::timestamptz) ON CONFLICT DO NOTHING
                """,
                [
                    .text(invitation.handle), .bytes(invitation.codeHash), .id(invitation.agent),
                    .text(invitation.expires.text),
                ]
            )
            return rows.affected == 1
        }
    }

    package func redeem(
        _ code: EnrolmentCode,
        as device: NewDevice
    ) async throws(HubTrouble) -> Redemption {
        try await write { connection in
            guard let invitation = try Self.openInvitation(connection, code, device.enrolledAt)
            else { return .refused }
            guard isEqualInConstantTime(invitation.codeHash, code.hash) else {
                try connection.run(
                    "UPDATE foyer.invitation SET tries = tries + 1 WHERE handle = $1",
                    [.text(code.handle)]
                )
                return .refused
            }
            try connection.run(
                "DELETE FROM foyer.invitation WHERE handle = $1",
                [.text(code.handle)]
            )
            guard let agent = try Self.agent(connection, invitation.agent) else { return .refused }
            try connection.run(
                """
                INSERT INTO foyer.device (id, token_hash, agent_id, name, enrolled_at)
                VALUES ($1::uuid, $2::bytea, $3::uuid, $4, $5::timestamptz)
                """,
                [
                    .id(device.id), .bytes(device.tokenHash), .id(invitation.agent),
                    .text(device.name), .text(device.enrolledAt.text),
                ]
            )
            return .enrolled(agent)
        }
    }

    package func devices(tokenHashes: [Data]) async throws(HubTrouble) -> [Data: Device] {
        try await read { connection in
            let rows = try connection.run(
                Self.allDevices + "WHERE token_hash = ANY ($1::bytea[])",
                [.bytes(tokenHashes)]
            )
            let asked = Set(tokenHashes)
            return (0..<rows.count).reduce(into: [:]) { found, row in
                let stored = rows.data(row, 6)
                // The index found it; this comparison tells nothing by its duration.
                guard let index = asked.firstIndex(of: stored),
                    isEqualInConstantTime(asked[index], stored)
                else { return }
                found[stored] = Device(rows, row)
            }
        }
    }

    package func isEnrolled(_ device: DeviceID) async throws(HubTrouble) -> Bool {
        try await read { connection in
            let rows = try connection.run(
                "SELECT 1 FROM foyer.device WHERE id = $1::uuid AND revoked_at IS NULL",
                [.id(device)]
            )
            return rows.count == 1
        }
    }

    package func devices() async throws(HubTrouble) -> [Device] {
        try await read { connection in
            let rows = try connection.run(Self.allDevices + "ORDER BY enrolled_at DESC, id")
            return (0..<rows.count).compactMap { Device(rows, $0) }
        }
    }

    package func touch(_ device: DeviceID, now: Timestamp) async throws(HubTrouble) {
        try await write { connection in
            _ = try connection.run(
                "UPDATE foyer.device SET last_seen_at = $2::timestamptz WHERE id = $1::uuid",
                [.id(device), .text(now.text)]
            )
        }
    }

    package func revoke(_ device: DeviceID, now: Timestamp) async throws(HubTrouble) -> Bool {
        try await write { connection in
            let rows = try connection.run(
                """
                UPDATE foyer.device SET revoked_at = coalesce(revoked_at, $2::timestamptz)
                WHERE id = $1::uuid
                """,
                [.id(device), .text(now.text)]
            )
            guard rows.affected == 1 else { return false }
            try connection.run(
                "UPDATE foyer.meta SET value = (value::bigint + 1)::text WHERE name = 'devices'"
            )
            return true
        }
    }

    private static let allDevices = """
        SELECT id, agent_id, name, enrolled_at, last_seen_at, revoked_at, token_hash
        FROM foyer.device\u{20}
        """

    /// Locked, so that two tries at a time are counted as two.
    private static func openInvitation(
        _ connection: PostgresConnection,
        _ code: EnrolmentCode,
        _ now: Timestamp
    ) throws -> (codeHash: Data, agent: AgentID)? {
        let rows = try connection.run(
            """
            SELECT code_hash, agent_id FROM foyer.invitation
            WHERE handle = $1 AND expires_at > $2::timestamptz AND tries < $3::int FOR UPDATE
            """,
            [.text(code.handle), .text(now.text), .integer(EnrolmentCode.tries)]
        )
        guard rows.count == 1, let agent = rows.id(0, 1) else { return nil }
        return (rows.data(0, 0), agent.cast())
    }
}

extension Device {
    fileprivate init?(_ rows: PostgresRows, _ row: Int) {
        guard let id = rows.id(row, 0), let agent = rows.id(row, 1),
            let enrolledAt = rows.instant(row, 3)
        else { return nil }
        self.init(
            id: id.cast(),
            agent: agent.cast(),
            name: rows.text(row, 2),
            enrolledAt: enrolledAt,
            lastSeenAt: rows.instant(row, 4),
            revokedAt: rows.instant(row, 5),
            kind: Kind(tokenHash: rows.data(row, 6))
        )
    }
}
