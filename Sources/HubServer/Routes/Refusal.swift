import Hub
import NIOHTTP1
import Wire

/// Why a request is not answered with what it asked for.
struct Refusal: Error {
    var problem: Problem
    /// How long to wait before trying again.
    var pause: Duration?
    /// The method that would have been right.
    var allowed: HTTPMethod?

    init(_ problem: Problem, pause: Duration? = nil, allowed: HTTPMethod? = nil) {
        self.problem = problem
        self.pause = pause
        self.allowed = allowed
    }

    /// As RFC 9457 has it.
    var response: HubResponse {
        var response = HubResponse.json(
            WireJSON.encode(problem),
            status: problem.status,
            type: WireProtocol.problemType
        )
        if let pause {
            let seconds = max(1, Int((pause / .seconds(1)).rounded(.up)))
            response.headers.add(name: "Retry-After", value: String(seconds))
        }
        if let allowed { response.headers.add(name: "Allow", value: allowed.rawValue) }
        if problem.status == 401 { response.headers.add(name: "WWW-Authenticate", value: "Bearer") }
        // The rest of a body that was not read would stand before the next request.
        if [400, 411, 413, 415].contains(problem.status) {
            response.headers.add(name: "Connection", value: "close")
        }
        return response
    }
}

// Problems of HTTP itself; those of the data are told by `Hub`.
extension Refusal {
    static let notFound = Refusal(
        Problem(
            status: 404,
            code: .notFound,
            title: "there is no such call",
            remedy: "check the address of the hub"
        )
    )

    static func wrongMethod(_ right: HTTPMethod) -> Refusal {
        Refusal(
            Problem(
                status: 405,
                code: .unsupported,
                title: "the call takes another method",
                remedy: "use \(right.rawValue)"
            ),
            allowed: right
        )
    }

    static func tooLarge(limit: Int) -> Refusal {
        Refusal(
            Problem(
                status: 413,
                code: .tooLarge,
                title: "the body is larger than \(limit) bytes",
                remedy: "send less at once"
            )
        )
    }

    static let compressed = Refusal(
        Problem(
            status: 415,
            code: .unsupported,
            title: "a compressed body is not taken",
            remedy: "send it as it is"
        )
    )

    static let wrongType = Refusal(
        Problem(
            status: 415,
            code: .unsupported,
            title: "the body is not \(WireProtocol.jsonType)",
            remedy: "send it as \(WireProtocol.jsonType)"
        )
    )

    static let noProtocol = Refusal(
        Problem(
            status: 400,
            code: .upgradeNeeded,
            title: "the header \(WireProtocol.versionHeader) is missing",
            remedy: "call the hub with foyer, not with a browser"
        )
    )

    /// The caller speaks another version.
    static func otherProtocol(_ version: Int) -> Refusal {
        Refusal(
            Problem(
                status: 426,
                code: .upgradeNeeded,
                title: "the hub speaks protocol \(WireProtocol.version), the terminal \(version)",
                remedy: version < WireProtocol.version
                    ? "install a newer foyer on the terminal"
                    : "ask the operator to install a newer foyer-hub"
            )
        )
    }
}
