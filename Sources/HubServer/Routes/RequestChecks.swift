import Foundation
import HTTPTypes
import Hub
import Hummingbird
import NIOCore
import Wire

/// What of a request can be wrong before anything is asked of the hub.
enum RequestChecks {
    static func encoding(_ request: Request) throws(Refusal) {
        guard let encoding = request.headers[.contentEncoding] else { return }
        guard encoding.lowercased() == "identity" else { throw Refusal.compressed }
    }

    static func version(_ request: Request) throws(Refusal) {
        guard let name = HTTPField.Name(WireProtocol.versionHeader),
            let version = request.headers[name].flatMap({ Int($0) })
        else { throw Refusal.noProtocol }
        guard version == WireProtocol.version else { throw Refusal.otherProtocol(version) }
    }

    /// The token of `Authorization: Bearer …`.
    static func token(_ request: Request) throws(Refusal) -> String {
        let parts = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
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
        _ request: Request,
        _ type: Value.Type,
        limit: Int = WireLimits.requestBody
    ) async throws -> Value {
        let contentType = request.headers[.contentType]?.split(separator: ";").first
        guard contentType?.lowercased() == WireProtocol.jsonType else { throw Refusal.wrongType }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }),
            length > limit
        {
            throw Refusal.tooLarge(limit: limit)
        }
        var bytes: [UInt8] = []
        for try await part in request.body {
            bytes += part.readableBytesView
            guard bytes.count <= limit else {
                throw Refusal.tooLarge(limit: limit)
            }
        }
        return try WireJSON.decode(type, Data(bytes))
    }
}
