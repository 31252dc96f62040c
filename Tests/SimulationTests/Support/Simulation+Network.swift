import Hub
import Model
import Replica
import Wire

@testable import Sync

// The network between terminals and hub, and whatever stands in it.
extension Simulation {
    func send(
        _ terminal: SimulatedTerminal,
        _ number: FetchNumber,
        _ cursor: String?,
        _ wait: Int
    ) throws {
        if let objection = terminal.pace.objection(at: time.elapsed) {
            throw violation("terminal \(terminal.number): \(objection)")
        }
        let arrival = time.elapsed + latency()
        let request = Request(
            terminal: terminal.number,
            life: terminal.life,
            fetch: number,
            cursor: cursor,
            wait: wait,
            decided: terminal.replica?.decided() ?? 0
        )
        if happens(weather.losesRequest) {
            let patience = Duration.seconds(wait) + span(.seconds(10))
            return reply(.failure(.unreachable), to: request, after: patience)
        }
        agenda.add(.request(request), at: arrival)
    }

    /// A request is at the hub.
    func arrive(_ request: Request) async throws {
        guard isHubUp else { return reply(.failure(.unreachable), to: request) }
        if happens(weather.hasPortal) { return reply(read(Self.portal), to: request) }
        if happens(weather.isBusy) {
            let asked = Bool.random(using: &chance) ? Int.random(in: 0...20, using: &chance) : nil
            return reply(.failure(.busy(retryAfter: asked.map { .seconds($0) })), to: request)
        }
        let device = terminals[request.terminal].device
        if happens(weather.isStale), let body = kept[Self.key(request)] {
            log("\(request.terminal) gets a stale body")
            return deliver(body, to: request)
        }
        let answer = try await hub.answer(device, cursor: request.cursor, wait: request.wait)
        if case .waits(let call) = answer {
            agenda.add(.waitOver(request), at: call.deadline)
        }
        try await pass(answer, to: request)
    }

    /// A request that waits at the hub is looked after.
    func lookAfter(_ request: Request) async throws {
        guard let call = parked.removeValue(forKey: request) else { return }
        // Who waits at a process that ends is cut off.
        guard isHubUp else { return reply(.failure(.unreachable), to: request) }
        try await pass(try await hub.lookAfter(call), to: request)
    }

    private func pass(_ answer: HubReply, to request: Request) async throws {
        switch answer {
        case .failure(let failure):
            log("\(request.terminal) is told \(failure)")
            reply(.failure(failure), to: request)
        case .waits(let call): parked[request] = call
        case .body(let body):
            let made = spoil(body)
            try await testify(read(made), made, to: request)
            kept[Self.key(request)] = made
            deliver(made, to: request)
        }
    }

    /// Something changed: who waits is looked after within the hub's interval.
    func wakeParked() {
        // A set has no order, and a story has one.
        for request in parked.keys.sorted(by: Request.isBefore) {
            agenda.add(.waitOver(request), at: time.elapsed + .milliseconds(25))
        }
    }

    private func deliver(_ body: [UInt8], to request: Request) {
        if happens(weather.losesReply) {
            return reply(.failure(.unreachable), to: request, after: span(.seconds(10)))
        }
        if happens(weather.cuts) {
            let length = Int.random(in: 0..<body.count, using: &chance)
            return reply(read(Array(body.prefix(length))), to: request)
        }
        let answer = read(body)
        reply(answer, to: request)
        if happens(weather.repeats) { reply(answer, to: request, after: span(.seconds(3))) }
    }

    /// What a client makes of bytes with the right content type, or of a portal's page.
    private func read(_ body: [UInt8]) -> FetchAnswer {
        do throws(WireError) {
            return .body(try FetchedBody(bytes: body))
        } catch {
            return .failure(error == .incomplete ? .unreachable : .notAHub)
        }
    }

    private func reply(_ answer: FetchAnswer, to request: Request, after: Duration = .zero) {
        agenda.add(.answer(request, answer), at: time.elapsed + after + latency())
    }

    /// An answer is at its terminal.
    func take(_ answer: FetchAnswer, for request: Request) async throws {
        let terminal = terminals[request.terminal]
        guard terminal.life == request.life, terminal.isAlive else { return }
        let isAwaited = terminal.session.fetching == request.fetch
        switch answer {
        case .failure(let failure):
            if isAwaited { noteFailure(failure, of: terminal) }
            try tell(terminal, request.life, .answered(request.fetch, .failed(failure)))
        case .body(let body):
            if isAwaited { terminal.pace.answered(at: time.elapsed) }
            let decided = request.decided
            terminal.bodies[request.fetch] = AskedBody(bytes: body.bytes, decided: decided)
            let summary = body.summary(decided: decided)
            try tell(terminal, request.life, .answered(request.fetch, summary))
        }
    }

    private func noteFailure(_ failure: FetchFailure, of terminal: SimulatedTerminal) {
        switch failure {
        case .busy(let retryAfter):
            terminal.pace.failed(at: time.elapsed, retryAfter: retryAfter)
        case .unreachable, .untrusted, .notAHub, .hubFault:
            terminal.pace.failed(at: time.elapsed)
        case .cursorGone, .revoked, .unknownDevice, .upgradeNeeded: break
        }
    }

    /// Mostly milliseconds, sometimes seconds, so that answers overtake each other.
    func latency() -> Duration {
        guard Int.random(in: 0...9, using: &chance) == 0 else {
            return .milliseconds(Int.random(in: 2...60, using: &chance))
        }
        return span(.milliseconds(Int.random(in: 100...4_000, using: &chance)))
    }

    /// What a proxy tells one page from another by.
    private static func key(_ request: Request) -> String {
        "\(request.terminal) \(request.cursor ?? "")"
    }

    private static let portal = Array("<!DOCTYPE html><html><body>Sign in</body></html>\n".utf8)
}
