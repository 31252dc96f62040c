import Foundation
import NIOHTTP1

/// A call as it came: its head, and a body that comes only when it is asked for.
struct HubRequest: Sendable {
    let method: HTTPMethod
    let path: String
    let headers: HTTPHeaders
    /// Nil where none is announced.
    let body: RequestBody?
    private let query: [URLQueryItem]

    init(_ head: HTTPRequestHead, body: RequestBody?) {
        // A proxy may send the whole address (RFC 9112, section 3.2.2).
        let target = URLComponents(string: head.uri)
        method = head.method
        path = target?.percentEncodedPath ?? ""
        query = target?.queryItems ?? []
        headers = head.headers
        self.body = body
    }

    /// The first parameter of that name in the address.
    func parameter(_ name: String) -> String? {
        query.first { $0.name == name }?.value
    }
}
