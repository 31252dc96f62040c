import Foundation
import Hub
import Logging
import Model
import NIOCore
import NIOHTTP1
import Wire

/// Answers requests: checks what HTTP can get wrong, finds out who calls, and hands over to `Hub`.
struct HubResponder: Sendable {
    let changes: ChangeService
    let mutations: MutationService
    let enrolment: Enrolment
    let feed: TourFeed
    let store: any HubStore
    let metrics: HubMetrics
    let calls: OpenCalls
    let limits: CallLimits
    let clock: HubClock
    let logger: Logger

    /// What comes of a call, or of a part of it.
    enum Outcome: Sendable {
        case answer(HubResponse)
        /// There is nothing to tell yet.
        case waits(WaitingCall)
    }

    /// Answers a call, unless it has to wait.
    func respond(to request: HubRequest, on channel: any Channel) async -> Outcome {
        let route = Route.allCases.first { $0.path == request.path }
        return await outcome(of: route, on: channel) {
            guard let route else { throw Refusal.notFound }
            return try await answer(route, request)
        }
    }

    /// Goes on with a call whose wait ended for that reason.
    func resume(
        _ call: WaitingCall,
        _ wake: HeadWatch.Wake,
        on channel: any Channel
    ) async -> Outcome {
        await outcome(of: .changes, on: channel) { told(try await changes.resume(call, wake)) }
    }

    private func outcome(
        of route: Route?,
        on channel: any Channel,
        _ work: @escaping @Sendable () async throws -> Outcome
    ) async -> Outcome {
        var response: HubResponse
        do {
            switch try await calls.run(on: channel, work) {
            case .answer(let answer): response = answer
            case .waits(let call): return .waits(call)
            }
        } catch {
            let refusal = refusal(for: error)
            metrics.rejected(refusal.problem.code.text)
            response = refusal.response
        }
        response.headers.add(
            name: WireProtocol.versionHeader,
            value: String(WireProtocol.version)
        )
        response.headers.add(name: "Cache-Control", value: "no-store")
        response.headers.add(name: "Date", value: HTTPDate.text(clock.now()))
        metrics.answered(route: route?.rawValue ?? "other", status: response.status)
        return .answer(response)
    }

    private func answer(_ route: Route, _ request: HubRequest) async throws -> Outcome {
        guard request.method == route.method else { throw Refusal.wrongMethod(route.method) }
        try RequestChecks.encoding(request)
        if route.isOfTerminals { try RequestChecks.version(request) }
        switch route {
        case .changes: return try await changes(request)
        case .enroll: return .answer(try await enroll(request))
        case .digest: return .answer(try await digest(request))
        case .mutations: return .answer(try await mutations(request))
        case .tours: return .answer(try await tours(request))
        case .live: return .answer(.json(Array(#"{"status":"ok"}"#.utf8)))
        case .ready:
            _ = try await store.head()
            return .answer(.json(Array(#"{"status":"ready"}"#.utf8)))
        case .metrics: return .answer(await metricsPage())
        }
    }

    private func refusal(for error: any Error) -> Refusal {
        switch error {
        case let refusal as Refusal: return refusal
        case let problem as Problem:
            return Refusal(problem, pause: problem.status == 503 ? Self.unavailablePause : nil)
        case is HubTrouble: return Refusal(.unavailable, pause: Self.unavailablePause)
        case let error as WireError: return Refusal(.badRequest("the body: \(error)"))
        case is CancellationError: return Refusal(.unavailable)
        default:
            logger.error("a call failed", metadata: ["type": "\(type(of: error))"])
            return Refusal(
                Problem(status: 500, code: .internalFault, title: "the hub made a mistake")
            )
        }
    }
}

// The calls.
extension HubResponder {
    private func enroll(_ request: HubRequest) async throws -> HubResponse {
        if let pause = limits.pauseForEnrolment(now: clock.elapsed()) {
            throw Refusal(.slowDown, pause: pause)
        }
        let body = try await RequestChecks.body(request, EnrollRequest.self)
        return .json(WireJSON.encode(try await enrolment.enroll(body)))
    }

    private func digest(_ request: HubRequest) async throws -> HubResponse {
        let device = try await device(request)
        let body = try await RequestChecks.body(request, DigestRequest.self)
        guard body.isWithinLimits else { throw Refusal(.badRequest("too many ranges at once")) }
        if let held = body.held {
            let rows = try await changes.repair(for: device, body.cursor, held)
            // Where something has changed since, there is nothing to repair yet.
            guard let rows else {
                return .json(WireJSON.encode(DigestResponse(isAtCursor: false, tables: [:])))
            }
            return self.body(rows)
        }
        return .json(WireJSON.encode(try await changes.digest(for: device, body)))
    }

    private func mutations(_ request: HubRequest) async throws -> HubResponse {
        let device = try await device(request)
        let body = try await RequestChecks.body(
            request,
            MutationsRequest.self,
            limit: WireLimits.mutationsBody
        )
        return .json(WireJSON.encode(try await mutations.apply(for: device, body)))
    }

    private func changes(_ request: HubRequest) async throws -> Outcome {
        let device = try await device(request)
        let wait = try RequestChecks.wait(request.parameter("wait"))
        let cursor = request.parameter("cursor")
        return told(try await changes.begin(for: device, cursor: cursor, wait: wait))
    }

    private func told(_ outcome: ChangesOutcome) -> Outcome {
        switch outcome {
        case .body(let body): .answer(self.body(body))
        case .waits(let call): .waits(call)
        }
    }

    /// An agent's tours for another calendar program, which can send a token in no header.
    private func tours(_ request: HubRequest) async throws -> HubResponse {
        let token = try request.parameter("token") ?? RequestChecks.token(request)
        let device = try await feed.device(token: token)
        if let pause = limits.pause(for: device.id, now: clock.elapsed()) {
            throw Refusal(.slowDown, pause: pause)
        }
        let text = try await feed.calendar(for: device, all: request.parameter("all") == "1")
        return .json(Array(text.utf8), type: TourCalendar.type)
    }

    private func body(_ body: ChangesBody) -> HubResponse {
        HubResponse(type: WireProtocol.changesType, parts: [body.lines, body.last])
    }

    private func metricsPage() async -> HubResponse {
        // A database that is away is no reason to show nothing: that is when it is looked at.
        let condition = try? await store.condition(now: clock.now())
        let text = MetricsPage.text(
            metrics.reading,
            listeners: changes.watch.listeners,
            copies: changes.copies,
            condition: condition
        )
        return .json(Array(text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
    }

    /// Who calls, within what a device may call.
    private func device(_ request: HubRequest) async throws -> Device {
        let device = try await enrolment.device(token: try RequestChecks.token(request))
        if let pause = limits.pause(for: device.id, now: clock.elapsed()) {
            throw Refusal(.slowDown, pause: pause)
        }
        return device
    }

    /// When to ask again a hub that could not answer; terminals spread themselves behind it.
    private static let unavailablePause = Duration.seconds(2)
}
