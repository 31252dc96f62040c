import Foundation
import HTTPTypes
import Hub
import Hummingbird
import Logging
import Model
import NIOCore
import ServiceLifecycle
import Wire

/// Answers requests: checks what HTTP can get wrong, finds out who calls, and hands over to `Hub`.
struct HubResponder: HTTPResponder {
    typealias Context = HubContext

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

    func respond(to request: Request, context: HubContext) async throws -> Response {
        let route = Route.allCases.first { $0.path == request.uri.path }
        var response: Response
        do {
            guard let route else { throw Refusal.notFound }
            response = try await calls.run(on: context.channel) { try await answer(route, request) }
        } catch {
            let refusal = refusal(for: error)
            metrics.rejected(refusal.problem.code.text)
            response = refusal.response
        }
        if let version = HTTPField.Name(WireProtocol.versionHeader) {
            response.headers[version] = String(WireProtocol.version)
        }
        response.headers[.cacheControl] = "no-store"
        metrics.answered(route: route?.rawValue ?? "other", status: Int(response.status.code))
        return response
    }

    private func answer(_ route: Route, _ request: Request) async throws -> Response {
        guard request.method == route.method else { throw Refusal.wrongMethod(route.method) }
        try RequestChecks.encoding(request)
        if route.isOfTerminals { try RequestChecks.version(request) }
        switch route {
        case .enroll: return try await enroll(request)
        case .changes: return try await changes(request)
        case .digest: return try await digest(request)
        case .mutations: return try await mutations(request)
        case .tours: return try await tours(request)
        case .live: return .json(Array(#"{"status":"ok"}"#.utf8))
        case .ready:
            _ = try await store.head()
            return .json(Array(#"{"status":"ready"}"#.utf8))
        case .metrics: return try await metricsPage()
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
    private func enroll(_ request: Request) async throws -> Response {
        if let pause = limits.pauseForEnrolment(now: clock.elapsed()) {
            throw Refusal(.slowDown, pause: pause)
        }
        let body = try await RequestChecks.body(request, EnrollRequest.self)
        return .json(WireJSON.encode(try await enrolment.enroll(body)))
    }

    private func digest(_ request: Request) async throws -> Response {
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

    private func mutations(_ request: Request) async throws -> Response {
        let device = try await device(request)
        let body = try await RequestChecks.body(
            request,
            MutationsRequest.self,
            limit: WireLimits.mutationsBody
        )
        return .json(WireJSON.encode(try await mutations.apply(for: device, body)))
    }

    private func changes(_ request: Request) async throws -> Response {
        let device = try await device(request)
        let query = request.uri.queryParameters
        let wait = try RequestChecks.wait(query["wait"].map(String.init))
        let cursor = query["cursor"].map(String.init)
        return body(try await changes.changes(for: device, cursor: cursor, wait: wait))
    }

    /// An agent's tours for another calendar program, which can send a token in no header.
    private func tours(_ request: Request) async throws -> Response {
        let query = request.uri.queryParameters
        let token = try query["token"].map(String.init) ?? RequestChecks.token(request)
        let device = try await feed.device(token: token)
        if let pause = limits.pause(for: device.id, now: clock.elapsed()) {
            throw Refusal(.slowDown, pause: pause)
        }
        let text = try await feed.calendar(for: device, all: query["all"] == "1")
        return .json(Array(text.utf8), type: TourCalendar.type)
    }

    private func body(_ body: ChangesBody) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: WireProtocol.changesType],
            body: ResponseBody(contentLength: body.lines.count + body.last.count) { writer in
                for start in stride(from: 0, to: body.lines.count, by: Self.chunk) {
                    let end = min(start + Self.chunk, body.lines.count)
                    try await writer.write(ByteBuffer(bytes: body.lines[start..<end]))
                }
                try await writer.write(ByteBuffer(bytes: body.last))
                try await writer.finish(nil)
            }
        )
    }

    private func metricsPage() async throws -> Response {
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
    private func device(_ request: Request) async throws -> Device {
        let device = try await enrolment.device(token: try RequestChecks.token(request))
        if let pause = limits.pause(for: device.id, now: clock.elapsed()) {
            throw Refusal(.slowDown, pause: pause)
        }
        return device
    }

    /// When to ask again a hub that could not answer; terminals spread themselves behind it.
    private static let unavailablePause = Duration.seconds(2)
    /// What is written at once, bytes: smaller costs calls, larger memory for each slow reader.
    private static let chunk = 128 * 1_024
}
