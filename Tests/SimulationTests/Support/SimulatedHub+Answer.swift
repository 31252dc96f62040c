import Foundation
import GRDB
import Hub
import Model
import Sync
import Wire

@testable import HubSQLite

/// What comes out of the hub.
enum HubReply {
    case body([UInt8])
    case failure(FetchFailure)
    /// Nothing yet.
    case waits(WaitingCall)
}

extension SimulatedHub {
    /// The terminal of that number where an agent sits at it.
    static func device(_ number: Int, of agent: AgentID) -> Device {
        Device(
            id: DeviceID(high: agent.high, low: UInt64(number)),
            agent: agent,
            name: "terminal \(number)",
            enrolledAt: VirtualTime.start,
            lastSeenAt: nil,
            revokedAt: nil
        )
    }

    /// Enrols a terminal of an agent.
    func enroll(_ number: Int, agent: AgentID) async throws -> Device {
        let device = Self.device(number, of: agent)
        try await store.write { database in
            try database.execute(
                sql: """
                    INSERT INTO foyer_device (id, token_hash, agent_id, name, enrolled_at)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    device.id.data, device.id.data, agent.data, device.name,
                    device.enrolledAt.text,
                ]
            )
        }
        return device
    }

    /// Answers as the routes do: at once, or with a call that waits up to so many seconds.
    func answer(_ device: Device, cursor: String?, wait: Int) async throws -> HubReply {
        guard try await store.isEnrolled(device.id) else { return .failure(.revoked) }
        return await reply { () async throws(Problem) in
            try await service.begin(for: device, cursor: cursor, wait: wait)
        }
    }

    /// Looks after a call that waits, as the watch of heads does at every change and at its end.
    func lookAfter(_ call: WaitingCall) async throws -> HubReply {
        let head = try await store.head()
        guard head != call.seen || call.deadline <= time.elapsed else { return .waits(call) }
        return await reply { () async throws(Problem) in
            try await service.resume(call, head == call.seen ? .timedOut : .changed(head))
        }
    }

    private func reply(
        _ work: () async throws(Problem) -> ChangesOutcome
    ) async -> HubReply {
        do throws(Problem) {
            switch try await work() {
            case .body(let body): return .body(body.bytes)
            case .waits(let call): return .waits(call)
            }
        } catch {
            return .failure(error.fetchFailure)
        }
    }

    /// What a testimony is of: days begin at no other times than quarters of an hour.
    struct TestimonyKey: Hashable {
        var agent: AgentID
        var version: Int
        var quarter: Int64
    }

    /// What a terminal of this agent must hold if it stands here and now.
    func testimony(for agent: AgentID) async throws -> Witness.Testimony? {
        let key = TestimonyKey(agent: agent, version: version, quarter: time.now.seconds / 900)
        if let known = testimonies[key] { return known }
        let query = DigestQuery(agent: agent, now: time.now, position: "", scope: "")
        guard case .digest(let tables, _) = try await store.digest(query) else { return nil }
        let testimony = Witness.Testimony(
            tables: tables,
            properties: try await assigned(to: agent)
        )
        testimonies[key] = testimony
        return testimony
    }

    /// The properties that an agent looks after today, read from the rows themselves.
    func assigned(to agent: AgentID) async throws -> Set<PropertyID> {
        let now = time.now
        return try await store.read { database in
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT p.id, p.state, p.zip_code, a.start_date, a.end_date
                        FROM property AS p
                        JOIN property_manager_assignment AS a ON a.property_id = p.id
                        WHERE a.property_manager_id = ?
                        """
                ),
                arguments: [agent.data]
            )
            let valid = rows.filter { row in
                let today = Zone.guess(state: row[1], zip: row[2]).local(now).date.text
                return (row[3] as String) <= today
                    && (row[4] as String?).map { today <= $0 } ?? true
            }
            return Set(
                valid.map { row in
                    (row[0] as Data).withUnsafeBytes { PropertyID(bytes: $0) }
                }
            )
        }
    }
}

extension Problem {
    /// What a terminal makes of it, as `Link` does.
    var fetchFailure: FetchFailure {
        switch code {
        case .deviceRevoked: .revoked
        case .tokenUnknown: .unknownDevice
        case .cursorGone, .cursorForeign: .cursorGone
        case .upgradeNeeded: .upgradeNeeded
        case .slowDown, .unavailable: .busy(retryAfter: nil)
        case .badRequest, .unsupported, .tooLarge, .codeWrong, .notFound, .internalFault, .other:
            .hubFault
        }
    }
}
