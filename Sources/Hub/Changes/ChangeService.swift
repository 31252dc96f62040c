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

    /// Reads the database's identity.
    package init(
        store: any HubStore,
        clock: HubClock,
        metrics: HubMetrics,
        logger: Logger
    ) async throws(HubTrouble) {
        self.store = store
        self.clock = clock
        self.metrics = metrics
        self.logger = logger
        identity = try await store.identity()
        seal = CursorSeal(secret: identity.cursorSecret)
        watch = HeadWatch(store: store, clock: clock, logger: logger)
    }

    /// The body for a terminal at that cursor.
    ///
    /// Without cursor, the first page of a copy; within a copy, its next page. Else the difference
    /// since, and where there is none, the first one within `wait` seconds, or an empty body.
    package func changes(
        for device: Device,
        cursor: String?,
        wait: Int
    ) async throws(Problem) -> ChangesBody {
        guard let cursor else { return try await page(for: device, nil) }
        let payload = try open(cursor, for: device)
        if let place = payload.place, place != Self.wholeCopy {
            return try await page(for: device, payload)
        }
        // Who has just taken the last page wants to show it, not to wait for more.
        let wait = payload.place == Self.wholeCopy ? 0 : min(max(0, wait), WireLimits.longestWait)
        return try await difference(for: device, payload, wait: .seconds(wait))
    }

    /// What the terminal's scope adds up to.
    package func digest(
        for device: Device,
        _ request: DigestRequest
    ) async throws(Problem) -> DigestResponse {
        let payload = try open(request.cursor, for: device)
        let query = DigestQuery(
            agent: device.agent,
            now: clock.now(),
            position: payload.position,
            scope: payload.scope
        )
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
        switch answer {
        case .agentGone: throw .deviceRevoked
        case .gone(let end): throw gone(end)
        case .page(let page):
            try await remember(page.scope)
            let next = payload(
                device,
                scope: cursor?.scope ?? page.scope.fingerprint,
                // The difference that ends the copy begins before its first page.
                position: cursor?.position ?? page.position,
                place: page.next ?? Self.wholeCopy
            )
            return finish(page.lines, next, more: true)
        }
    }
}

// Differences.
extension ChangeService {
    private func difference(
        for device: Device,
        _ cursor: CursorPayload,
        wait: Duration
    ) async throws(Problem) -> ChangesBody {
        let deadline = clock.elapsed() + wait
        var cursor = cursor
        while true {
            let isLast = clock.elapsed() >= deadline
            let head = try await asking { () async throws(HubTrouble) in try await store.head() }
            let delta = try await delta(for: device, cursor)
            cursor.position = delta.position
            cursor.scope = delta.scope.fingerprint
            cursor.place = nil
            guard delta.isEmpty, !isLast else {
                try await remember(delta.scope)
                return finish(delta.lines, cursor, more: false)
            }
            let wake = await watch.wait(seen: head, deadline: deadline)
            try await checkIsEnrolled(device)
            if wake == .ended { return finish(delta.lines, cursor, more: false) }
        }
    }

    private func delta(
        for device: Device,
        _ cursor: CursorPayload
    ) async throws(Problem) -> Delta {
        let begin = clock.elapsed()
        let request = DeltaRequest(
            agent: device.agent,
            now: clock.now(),
            position: cursor.position,
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

    /// A device may be revoked while it waits.
    private func checkIsEnrolled(_ device: Device) async throws(Problem) {
        let isEnrolled = try await asking { () async throws(HubTrouble) in
            try await store.isEnrolled(device.id)
        }
        guard isEnrolled else { throw .deviceRevoked }
    }

    /// Room for the last line, bytes.
    private static let checkpointReserve = WireLimits.cursor + 256
}

// Cursors and troubles.
extension ChangeService {
    private func open(_ text: String, for device: Device) throws(Problem) -> CursorPayload {
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
        more: Bool
    ) -> ChangesBody {
        var lines = lines
        lines.checkpoint(CheckpointLine(checkpoint: seal.seal(cursor), more: more))
        let rows = lines.rows
        let bytes = lines.take()
        metrics.sent(rows: rows, bytes: bytes.count)
        return ChangesBody(bytes: bytes, rows: rows)
    }

    private func remember(_ scope: Scope) async throws(Problem) {
        let now = clock.now()
        try await asking { () async throws(HubTrouble) in
            try await store.remember(scope, now: now)
        }
    }

    private func gone(_ end: CursorEnd) -> Problem {
        metrics.rejected("cursor_\(end.rawValue)")
        return .cursorGone
    }
}
