import NIOHTTP1
import Wire

/// An answer, whole.
struct HubResponse: Sendable {
    let status: Int
    var headers: HTTPHeaders
    /// The body's parts in turn; a large one may be many terminals' together.
    let parts: [[UInt8]]

    init(status: Int = 200, type: String, parts: [[UInt8]]) {
        self.status = status
        self.parts = parts
        let length = parts.reduce(0) { $0 + $1.count }
        headers = ["Content-Type": type, "Content-Length": String(length)]
    }

    /// A whole body of that type.
    static func json(
        _ bytes: [UInt8],
        status: Int = 200,
        type: String = WireProtocol.jsonType
    ) -> HubResponse {
        HubResponse(status: status, type: type, parts: [bytes])
    }
}
