import NIOHTTP1
import Wire

/// The calls of a hub, each with its path, its method and whether a terminal makes it.
enum Route: String, CaseIterable {
    case enroll, changes, digest, mutations, tours, live, ready, metrics

    var path: String {
        switch self {
        case .enroll: WireProtocol.Path.enroll
        case .changes: WireProtocol.Path.changes
        case .digest: WireProtocol.Path.digest
        case .mutations: WireProtocol.Path.mutations
        case .tours: WireProtocol.Path.tours
        case .live: WireProtocol.Path.live
        case .ready: WireProtocol.Path.ready
        case .metrics: WireProtocol.Path.metrics
        }
    }

    var method: HTTPMethod {
        switch self {
        case .enroll, .digest, .mutations: .POST
        case .changes, .tours, .live, .ready, .metrics: .GET
        }
    }

    /// Whether the caller must say which protocol it speaks.
    var isOfTerminals: Bool {
        switch self {
        case .enroll, .changes, .digest, .mutations: true
        case .tours, .live, .ready, .metrics: false
        }
    }
}
