import AsyncHTTPClient
import Foundation
import NIOHTTP1
package import Sync
import Wire

extension HubClient: ChangeTransport {
    package func changes(since cursor: String?, waitSeconds: Int) async -> FetchAnswer {
        var query = [URLQueryItem(name: "wait", value: String(waitSeconds))]
        if let cursor { query.append(URLQueryItem(name: "cursor", value: cursor)) }
        var request = HTTPClientRequest(url: address.call(WireProtocol.Path.changes, query))
        request.headers.add(name: "Accept", value: WireProtocol.changesType)
        request.headers.add(name: "Accept-Encoding", value: "gzip")
        let seconds = Int64(waitSeconds) + Self.transferSeconds
        let answer: HubAnswer
        do throws(CallTrouble) {
            answer = try await send(
                request,
                limit: WireLimits.changesBody,
                seconds: seconds,
                waits: waitSeconds > 0
            )
        } catch {
            return .failure(error.failure)
        }
        guard answer.status == 200 else { return .failure(answer.failure) }
        guard answer.has(type: WireProtocol.changesType) else { return .failure(.notAHub) }
        do {
            return .body(try FetchedBody(bytes: answer.body))
        } catch .incomplete {
            return .failure(.unreachable)
        } catch {
            return .failure(.notAHub)
        }
    }

    /// How long a body may take beyond its wait: a full one over a slow line (24 MiB at 1.6
    /// Mbit/s).
    private static let transferSeconds: Int64 = 120
}

extension HubAnswer {
    /// What an answer other than 200 means for syncing.
    var failure: FetchFailure {
        let pause = retryAfter.map { Duration.seconds(max(0, $0)) }
        guard let problem else {
            return status == 429 || status == 503 ? .busy(retryAfter: pause) : .notAHub
        }
        return problem.failure(retryAfter: pause)
    }
}

extension Problem {
    /// What a hub's refusal means for syncing.
    func failure(retryAfter pause: Duration?) -> FetchFailure {
        switch code {
        case .deviceRevoked: return .revoked
        case .tokenUnknown: return .unknownDevice
        case .cursorGone, .cursorForeign: return .cursorGone
        case .upgradeNeeded: return .upgradeNeeded
        case .slowDown, .unavailable: return .busy(retryAfter: pause)
        case .badRequest, .unsupported, .tooLarge, .codeWrong, .notFound, .internalFault, .other:
            return .hubFault
        }
    }
}
