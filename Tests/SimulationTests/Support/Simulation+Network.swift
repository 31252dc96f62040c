import Foundation
import Model
import Wire

@testable import Sync

// The network between terminals and hub, and whatever stands in it.
extension Simulation {
    func send(
        _ terminal: SimulatedTerminal,
        _ number: FetchNumber,
        _ cursor: String?,
        _ wait: Duration
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
            deadline: arrival + wait
        )
        if happens(weather.losesRequest) {
            return reply(.failure(.unreachable), to: request, after: wait + span(.seconds(10)))
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
        let key = "\(request.terminal) \(request.cursor ?? "")"
        if happens(weather.isStale), let body = kept[key] {
            log("\(request.terminal) gets a stale body")
            return deliver(body, to: request)
        }
        switch try await hub.answer(device, cursor: request.cursor) {
        case .failure(let failure):
            log("\(request.terminal) is told \(failure)")
            reply(.failure(failure), to: request)
        case .body(let body):
            let made = spoil(body)
            let whole = read(made)
            // What is given to nobody needs no witness.
            if isEmpty(whole), time.elapsed < request.deadline { return park(request) }
            try await testify(whole, made, to: request)
            kept[key] = made
            deliver(made, to: request)
        }
    }

    private func park(_ request: Request) {
        if parked.insert(request).inserted { agenda.add(.waitOver(request), at: request.deadline) }
    }

    /// Something changed: who waits is looked after within the hub's interval.
    func wakeParked() {
        // A set has no order, and a story has one.
        for request in parked.sorted(by: Request.isBefore) {
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
            terminal.bodies[request.fetch] = body.bytes
            let summary = SimulatedTerminal.summary(of: body)
            try tell(terminal, request.life, .answered(request.fetch, summary))
        }
    }

    private func noteFailure(_ failure: FetchFailure, of terminal: SimulatedTerminal) {
        switch failure {
        case .busy(let retryAfter):
            terminal.pace.failed(at: time.elapsed, retryAfter: retryAfter)
        case .unreachable, .notAHub, .hubFault: terminal.pace.failed(at: time.elapsed)
        case .cursorGone, .revoked, .unknownDevice, .upgradeNeeded: break
        }
    }

    private func isEmpty(_ answer: FetchAnswer) -> Bool {
        guard case .body(let body) = answer, !body.begin.snapshot else { return false }
        return body.bytes.count { $0 == UInt8(ascii: "\n") } <= 2
    }

    /// Mostly milliseconds, sometimes seconds, so that answers overtake each other.
    func latency() -> Duration {
        guard Int.random(in: 0...9, using: &chance) == 0 else {
            return .milliseconds(Int.random(in: 2...60, using: &chance))
        }
        return span(.milliseconds(Int.random(in: 100...4_000, using: &chance)))
    }

    private static let portal = Array("<!DOCTYPE html><html><body>Sign in</body></html>\n".utf8)
}
