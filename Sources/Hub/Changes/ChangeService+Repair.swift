import Model
package import Wire

// What a terminal whose rows are not the hub's asks, to find which and to mend them.
extension ChangeService {
    /// In what those ranges differ from what the terminal holds, as changes that end at the same
    /// cursor; nil where something has changed since it.
    ///
    /// The body says that more must follow where it holds as much as one may.
    package func repair(
        for device: Device,
        _ cursor: String,
        _ held: [HeldRange]
    ) async throws(Problem) -> ChangesBody? {
        let payload = try open(cursor, for: device)
        guard payload.place == nil else { return nil }
        let query = RepairQuery(
            digestQuery(device, payload),
            held: held,
            limit: WireLimits.repairBody
        )
        let answer = try await asking { () async throws(HubTrouble) in
            try await store.repair(query)
        }
        switch answer {
        case .agentGone: throw .deviceRevoked
        case .moved: return nil
        case .rows(let lines, let isWhole):
            return finish(lines, CheckpointLine(checkpoint: cursor, more: !isWhole))
        }
    }

    /// What the parts of those ranges add up to.
    func parts(
        for device: Device,
        _ cursor: String,
        of ranges: [DividedRange]
    ) async throws(Problem) -> DigestResponse {
        let payload = try open(cursor, for: device)
        let query = RangeDigestQuery(digestQuery(device, payload), ranges: ranges)
        let answer = try await asking { () async throws(HubTrouble) in
            try await store.rangeDigest(query)
        }
        switch answer {
        case .agentGone: throw .deviceRevoked
        case .parts(let parts, let isAtPosition):
            return DigestResponse(
                isAtCursor: isAtPosition && payload.place == nil,
                tables: [:],
                parts: parts
            )
        }
    }

    func digestQuery(_ device: Device, _ cursor: CursorPayload) -> DigestQuery {
        DigestQuery(
            agent: device.agent,
            now: clock.now(),
            position: cursor.position,
            scope: cursor.scope
        )
    }
}
