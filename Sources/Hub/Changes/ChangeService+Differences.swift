import Model
import Wire

// Differences.
extension ChangeService {
    func difference(
        for device: Device,
        _ cursor: CursorPayload,
        head: String,
        deadline: Duration,
        wokenAt: Duration? = nil
    ) async throws(Problem) -> ChangesOutcome {
        let isLast = clock.elapsed() >= deadline
        // Read before the rows: an acknowledgement never comes before what it speaks of. Rows that
        // another terminal asked for may be older than this one's.
        let acked = try await asking { () async throws(HubTrouble) in
            try await acks.answer(for: device.id) ?? 0
        }
        let isAcked = acked == cursor.acked ?? 0
        // What ends a copy is no older than its last page, which another hub may have read, and
        // have seen more than this one has heard of yet.
        let sharesRows = isAcked && cursor.place == nil
        let (delta, known) =
            sharesRows
            ? try await delta(for: device, cursor, head, hasWaited: wokenAt != nil)
            : (try await delta(for: device, cursor, since: cursor.position), nil)
        // Read after the rows: a level is never older than what is shown with it. Who waited may
        // have been revoked by now.
        var access = known
        if access == nil, wokenAt != nil { access = try await enrolled(device) }
        var cursor = cursor
        cursor.position = delta.position
        cursor.scope = delta.scope.fingerprint
        cursor.place = nil
        cursor.seen = nil
        cursor.acked = acked
        guard delta.isEmpty, isAcked, !isLast else {
            try await remember(delta.scope)
            if access == nil { access = try await self.access(of: device) }
            if let wokenAt, !delta.isEmpty { metrics.wake(took: clock.elapsed() - wokenAt) }
            return .body(finish(delta.lines, cursor, more: false, access))
        }
        return .waits(
            WaitingCall(
                device: device,
                cursor: cursor,
                lines: delta.lines,
                seen: head,
                deadline: deadline
            )
        )
    }

    /// What changed for the device's agent; worked out by whoever of the scope came first.
    ///
    /// With it comes what the agent may do, where that had to be asked for.
    /// Who waited may have been revoked or have another scope by now, and who takes what another
    /// worked out must be shown to have the very scope it was worked out for, after it was: where
    /// that is not so, the store is asked for this agent alone.
    private func delta(
        for device: Device,
        _ cursor: CursorPayload,
        _ head: String,
        hasWaited: Bool
    ) async throws(Problem) -> (Delta, AgentAccess?) {
        let key = SharedDeltas.Key(
            head: head,
            position: shared.canonical(cursor.position, cursor.scope),
            scope: cursor.scope
        )
        var found: Delta?
        switch await shared.turn(key) {
        case .mine:
            return (try await first(for: device, cursor, key), nil)
        case .others(let delta): found = delta
        case .failed: break
        }
        let access = try await access(of: device)
        if access == nil, hasWaited { throw .deviceRevoked }
        if let found, let access, access.scope == found.scope {
            metrics.shared()
            return (found, access)
        }
        return (try await delta(for: device, cursor, since: cursor.position), nil)
    }

    /// Works it out for the others too.
    private func first(
        for device: Device,
        _ cursor: CursorPayload,
        _ key: SharedDeltas.Key
    ) async throws(Problem) -> Delta {
        do throws(Problem) {
            let delta = try await delta(for: device, cursor, since: key.position)
            if delta.isEmpty {
                shared.wasQuiet(cursor.scope, from: key.position, to: delta.position)
                shared.wasQuiet(cursor.scope, from: cursor.position, to: delta.position)
            }
            shared.finish(key, delta)
            return delta
        } catch {
            shared.finish(key, nil, wasCancelled: Task.isCancelled)
            if error == .unavailable { shared.forget() }
            guard key.position != cursor.position, error.status == 410 else { throw error }
            return try await delta(for: device, cursor, since: cursor.position)
        }
    }

    /// Asks the store for this agent alone.
    private func delta(
        for device: Device,
        _ cursor: CursorPayload,
        since position: String
    ) async throws(Problem) -> Delta {
        let begin = clock.elapsed()
        let request = DeltaRequest(
            agent: device.agent,
            now: clock.now(),
            position: position,
            scope: cursor.scope,
            limit: WireLimits.changesBody - Self.checkpointReserve
        )
        let answer = try await asking { () async throws(HubTrouble) in
            try await store.delta(request)
        }
        metrics.delta(took: clock.elapsed() - begin)
        switch answer {
        case .delta(let delta): return delta
        case .agentGone: throw .deviceRevoked
        case .gone(let end): throw gone(end)
        }
    }

    /// What the device's agent may do; a device may be revoked while it waits.
    func enrolled(_ device: Device) async throws(Problem) -> AgentAccess {
        guard let access = try await access(of: device) else { throw .deviceRevoked }
        return access
    }

    func access(of device: Device) async throws(Problem) -> AgentAccess? {
        try await asking { () async throws(HubTrouble) in
            try await standings.answer(for: device.id)
        }
    }

    /// Room for the last line, bytes: a cursor, and half of the properties of the largest operator.
    private static let checkpointReserve = WireLimits.cursor + 128 * 1_024
}
