package import Wire

// The problems that the hub answers with, in one place, so that the same trouble always has the
// same words.
extension Problem {
    /// The cursor leads nowhere from here; the terminal fetches anew, unseen.
    package static let cursorGone = Problem(
        status: 410,
        code: .cursorGone,
        title: "the cursor is of no use any more",
        remedy: "fetch everything anew"
    )

    /// Forged, cut, or of another agent, device or hub.
    package static let cursorForeign = Problem(
        status: 403,
        code: .cursorForeign,
        title: "the cursor is not this device's",
        remedy: "fetch everything anew"
    )

    package static let deviceRevoked = Problem(
        status: 401,
        code: .deviceRevoked,
        title: "this terminal is not enrolled any more",
        remedy: "ask the operator for a code and enrol it again"
    )

    package static let tokenUnknown = Problem(
        status: 401,
        code: .tokenUnknown,
        title: "the hub does not know this terminal",
        remedy: "check that this is the right hub, then ask its operator for a code"
    )

    package static let codeWrong = Problem(
        status: 403,
        code: .codeWrong,
        title: "the code is wrong, used or expired",
        remedy: "check its 8 characters, or ask the operator for a new one"
    )

    package static let unavailable = Problem(
        status: 503,
        code: .unavailable,
        title: "the hub cannot reach its database",
        remedy: "try again in a moment"
    )

    /// So many terminals copy everything that one more would make all of them slow.
    package static let copiesBusy = Problem(
        status: 503,
        code: .slowDown,
        title: "many terminals fetch everything at this moment",
        remedy: "wait as long as Retry-After says"
    )

    package static let slowDown = Problem(
        status: 429,
        code: .slowDown,
        title: "too many calls",
        remedy: "wait as long as Retry-After says"
    )

    /// What was asked is not as the protocol has it; `detail` names the part, never its content.
    package static func badRequest(_ detail: String) -> Problem {
        Problem(status: 400, code: .badRequest, title: detail)
    }
}
