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
    let identity: HubIdentity
    let seal: CursorSeal
    /// Ends waits when something changes; its `run` must be running for a call to wait.
    package let watch: HeadWatch
    let shared = SharedDeltas()
    let standings: Standings<DeviceID, AgentAccess>
    let acks: Standings<DeviceID, Int64>
    let copying: CopyAdmission
    /// Reads pages before they are asked for, once it is started.
    package let ahead: PagesAhead
    let scopes = ScopeMemory()

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
        ahead = PagesAhead(most: copies)
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
