import Crypto
import Foundation
package import Logging
import Model
package import Wire

/// Answers what a terminal asks of the data: copies in pages, differences, waiting, digests.
///
/// It knows nothing of HTTP, and of the database only the protocol. It holds nothing of a terminal
/// between calls: a cursor says it all.
package struct ChangeService: StoreAsking {
    let store: any HubStore
    let clock: HubClock
    let metrics: HubMetrics
    let logger: Logger
    private let identity: HubIdentity
    private let seal: CursorSeal
    /// Ends waits when something changes; its `run` must be running for a call to wait.
    package let watch: HeadWatch
    private let shared = SharedDeltas()
    private let standings: Standings<DeviceID, AgentAccess>
    private let acks: Standings<DeviceID, Int64>
    private let copying: CopyAdmission
    private let scopes = ScopeMemory()

    /// Terminals that may copy everything at a time: with 8 connections of the store, two are left
    /// for changes.
    package static let usualCopies = 6

    /// Reads the database's identity; `copies` is how many terminals may copy all at a time.
    package init(
        store: any HubStore,
        clock: HubClock,
        metrics: HubMetrics,
        logger: Logger,
        copies: Int = usualCopies
    ) async throws(HubTrouble) {
        self.store = store
        self.clock = clock
        self.metrics = metrics
        self.logger = logger
        identity = try await store.identity()
        seal = CursorSeal(secret: identity.cursorSecret)
        watch = HeadWatch(store: store, clock: clock, logger: logger)
        standings = Standings { devices async throws(HubTrouble) in
            try await store.accesses(of: devices, now: clock.now())
        }
        acks = Standings { devices async throws(HubTrouble) in try await store.acked(by: devices) }
        copying = CopyAdmission(most: copies)
    }

    /// How many terminals copy everything.
    package var copies: Int { copying.count(elapsed: clock.elapsed()) }

    /// The body for a terminal at that cursor.
    ///
    /// Without cursor, the first page of a copy; within a copy, its next page. Else the difference
    /// since, and where there is none, the first one within `wait` seconds, or an empty body.
    package func changes(
        for device: Device,
        cursor: String?,
        wait: Int
    ) async throws(Problem) -> ChangesBody {
        var outcome = try await begin(for: device, cursor: cursor, wait: wait)
        while true {
            switch outcome {
            case .body(let body): return body
            case .waits(let call):
                let wake = await watch.wait(seen: call.seen, deadline: call.deadline)
                outcome = try await resume(call, wake)
            }
        }
    }

    /// The same for who keeps no task for a call that waits: where there is nothing to tell, all
    /// that must be kept of it until the watch ends its wait.
    package func begin(
        for device: Device,
        cursor: String?,
        wait: Int
    ) async throws(Problem) -> ChangesOutcome {
        guard let cursor else { return .body(try await page(for: device, nil)) }
        let payload = try open(cursor, for: device)
        if let place = payload.place, place != Self.wholeCopy {
            return .body(try await page(for: device, payload))
        }
        // Who has just taken the last page wants to show it, not to wait for more.
        let wait = payload.place == Self.wholeCopy ? 0 : min(max(0, wait), WireLimits.longestWait)
        let deadline = Self.end(of: .seconds(wait), since: clock.elapsed())
        let head = try await asking { () async throws(HubTrouble) in try await store.head() }
        return try await difference(for: device, payload, head: head, deadline: deadline)
    }

    /// Waits end at common moments, so that what the store is asked at their ends, and by the calls
    /// that follow them, is asked once for many: of 5,000 terminals 200 come a second.
    private static func end(of wait: Duration, since elapsed: Duration) -> Duration {
        guard wait > .zero else { return elapsed }
        return waitsEndEvery * Int((elapsed + wait) / waitsEndEvery)
    }

    /// By so much a wait may be shorter than it was asked for.
    private static let waitsEndEvery = Duration.milliseconds(500)

    /// Goes on with a call whose wait ended for that reason; it may have to wait again.
    package func resume(
        _ call: WaitingCall,
        _ wake: HeadWatch.Wake
    ) async throws(Problem) -> ChangesOutcome {
        let wokenAt = clock.elapsed()
        let head: String
        switch wake {
        case .changed(let new): head = new
        case .timedOut: head = call.seen
        case .ended:
            let access = try await enrolled(call.device)
            return .body(finish(call.lines, call.cursor, more: false, access))
        }
        return try await difference(
            for: call.device,
            call.cursor,
            head: head,
            deadline: call.deadline,
            wokenAt: wokenAt
        )
    }

    /// What the terminal's scope adds up to.
    package func digest(
        for device: Device,
        _ request: DigestRequest
    ) async throws(Problem) -> DigestResponse {
        if let ranges = request.ranges {
            return try await parts(for: device, request.cursor, of: ranges)
        }
        let payload = try open(request.cursor, for: device)
        let query = digestQuery(device, payload)
        switch try await asking({ () async throws(HubTrouble) in try await store.digest(query) }) {
        case .digest(let tables, let isAtPosition):
            return DigestResponse(
                isAtCursor: isAtPosition && payload.place == nil,
                tables: tables
            )
        case .agentGone: throw .deviceRevoked
        }
    }

    /// The `place` of a cursor whose copy is whole and lacks only what changed meanwhile.
    static let wholeCopy = "whole"
}

// Pages of a copy.
extension ChangeService {
    private func page(
        for device: Device,
        _ cursor: CursorPayload?
    ) async throws(Problem) -> ChangesBody {
        let begin = clock.elapsed()
        guard await copying.admits(device.id, clock) else {
            metrics.rejected("copies_busy")
            throw .copiesBusy
        }
        let request = SnapshotRequest(
            agent: device.agent,
            now: clock.now(),
            limit: WireLimits.snapshotPage,
            progress: cursor.flatMap { cursor in
                cursor.place.map { .init(place: $0, scope: cursor.scope) }
            }
        )
        let answer = try await asking { () async throws(HubTrouble) in
            try await store.snapshotPage(request)
        }
        metrics.page(took: clock.elapsed() - begin)
        switch answer {
        case .agentGone:
            copying.end(device.id, elapsed: clock.elapsed())
            throw .deviceRevoked
        case .gone(let end):
            // The place is kept: it begins anew at once.
            throw gone(end)
        case .page(let page):
            if page.next == nil { copying.end(device.id, elapsed: clock.elapsed()) }
            try await remember(page.scope)
            var next = payload(
                device,
                scope: cursor?.scope ?? page.scope.fingerprint,
                // The difference that ends the copy begins before its first page.
                position: cursor?.position ?? page.position,
                place: page.next ?? Self.wholeCopy
            )
            // It may be long, and is asked for nothing but whether it is the same.
            let seen = SHA256.hash(data: Array(page.position.utf8))
            next.seen = Base64URL.encode(Array(seen.prefix(9)))
            return finish(page.lines, next, more: true)
        }
    }
}

// Differences.
extension ChangeService {
    private func difference(
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
    private func enrolled(_ device: Device) async throws(Problem) -> AgentAccess {
        guard let access = try await access(of: device) else { throw .deviceRevoked }
        return access
    }

    private func access(of device: Device) async throws(Problem) -> AgentAccess? {
        try await asking { () async throws(HubTrouble) in
            try await standings.answer(for: device.id)
        }
    }

    /// Room for the last line, bytes: a cursor, and half of the properties of the largest operator.
    private static let checkpointReserve = WireLimits.cursor + 128 * 1_024
}

// Cursors and troubles.
extension ChangeService {
    func open(_ text: String, for device: Device) throws(Problem) -> CursorPayload {
        guard let cursor = seal.open(text), cursor.device == device.id,
            cursor.agent == device.agent
        else {
            metrics.rejected("cursor_foreign")
            throw .cursorForeign
        }
        guard cursor.incarnation == identity.incarnation else { throw gone(.elsewhere) }
        guard cursor.schema == SchemaFingerprint.current else { throw gone(.otherScope) }
        return cursor
    }

    private func payload(
        _ device: Device,
        scope: String,
        position: String,
        place: String?
    ) -> CursorPayload {
        CursorPayload(
            agent: device.agent,
            device: device.id,
            incarnation: identity.incarnation,
            schema: SchemaFingerprint.current,
            scope: scope,
            position: position,
            place: place
        )
    }

    private func finish(
        _ lines: LineWriter,
        _ cursor: CursorPayload,
        more: Bool,
        _ access: AgentAccess? = nil
    ) -> ChangesBody {
        finish(
            lines,
            CheckpointLine(
                checkpoint: seal.seal(cursor),
                more: more,
                acked: cursor.acked,
                access: access.map {
                    WriteAccess(properties: $0.scope.properties, writable: $0.writable)
                }
            )
        )
    }

    /// A body of lines that may be others' too, and a last one.
    func finish(_ lines: LineWriter, _ checkpoint: CheckpointLine) -> ChangesBody {
        var last = LineWriter()
        last.checkpoint(checkpoint)
        let body = ChangesBody(lines: lines.bytes, last: last.bytes, rows: lines.rows)
        metrics.sent(rows: body.rows, bytes: body.lines.count + body.last.count)
        return body
    }

    private func remember(_ scope: Scope) async throws(Problem) {
        let now = clock.now()
        let day = now.text.prefix(10)
        guard !scopes.knows(scope, day: day) else { return }
        try await asking { () async throws(HubTrouble) in
            try await store.remember(scope, now: now)
        }
        scopes.note(scope, day: day)
    }

    private func gone(_ end: CursorEnd) -> Problem {
        metrics.rejected("cursor_\(end.rawValue)")
        // What is remembered of the store may be of before it was pruned or restored.
        scopes.forget()
        shared.forget()
        return .cursorGone
    }
}
