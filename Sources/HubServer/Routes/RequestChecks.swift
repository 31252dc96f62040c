import Foundation
import Hub
import NIOCore
import NIOHTTP1
import Wire

/// What of a request can be wrong before anything is asked of the hub.
enum RequestChecks {
    static func encoding(_ request: HubRequest) throws(Refusal) {
        guard let encoding = request.headers.first(name: "Content-Encoding") else { return }
        guard encoding.lowercased() == "identity" else { throw Refusal.compressed }
    }

    static func version(_ request: HubRequest) throws(Refusal) {
        let text = request.headers.first(name: WireProtocol.versionHeader)
        guard let version = text.flatMap({ Int($0) }) else { throw Refusal.noProtocol }
        guard version == WireProtocol.version else { throw Refusal.otherProtocol(version) }
    }

    /// The token of `Authorization: Bearer …`.
    static func token(_ request: HubRequest) throws(Refusal) -> String {
        let field = request.headers.first(name: "Authorization") ?? ""
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw Refusal(.tokenUnknown)
        }
        return String(parts[1])
    }

    /// Seconds to wait for a change; none where the client does not say.
    static func wait(_ text: String?) throws(Refusal) -> Int {
        guard let text else { return 0 }
        guard let seconds = Int(text), seconds >= 0 else {
            throw Refusal(.badRequest("wait is not a number of seconds"))
        }
        return min(seconds, WireLimits.longestWait)
    }

    /// A JSON body of at most so many bytes.
    static func body<Value: Decodable>(
        _ request: HubRequest,
        _ type: Value.Type,
        limit: Int = WireLimits.requestBody
    ) async throws -> Value {
        let contentType = request.headers.first(name: "Content-Type")?.split(separator: ";").first
        guard contentType?.lowercased() == WireProtocol.jsonType else { throw Refusal.wrongType }
        let length = request.headers.first(name: "Content-Length").flatMap { Int($0) }
        if let length, length > limit { throw Refusal.tooLarge(limit: limit) }
        var bytes: [UInt8] = []
        if let body = request.body {
            for try await part in body {
                bytes += part.readableBytesView
                guard bytes.count <= limit else { throw Refusal.tooLarge(limit: limit) }
            }
            // Where its client hung up, what came is not all of it.
            try Task.checkCancellation()
        }
        return try WireJSON.decode(type, Data(bytes))
    }
}
