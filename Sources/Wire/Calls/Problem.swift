/// An error of the hub as RFC 9457 has it, with a code that programs read and a remedy for people.
package struct Problem: Codable, Hashable, Sendable, Error {
    /// The HTTP status.
    package var status: Int
    package var code: ProblemCode
    /// What went wrong, in a sentence.
    package var title: String
    /// What to do about it, in a sentence.
    package var remedy: String?

    package init(status: Int, code: ProblemCode, title: String, remedy: String? = nil) {
        self.status = status
        self.code = code
        self.title = title
        self.remedy = remedy
    }
}

/// The codes of the hub's errors.
package enum ProblemCode: Hashable, Sendable {
    case badRequest, unsupported, tooLarge
    /// The token is not known here.
    case tokenUnknown
    /// The device was revoked, or its agent is no more: the terminal erases its replica.
    case deviceRevoked
    case codeWrong
    /// The cursor is of no use here any more: fetch anew.
    case cursorGone
    /// The cursor is not this device's.
    case cursorForeign
    case upgradeNeeded
    case notFound
    case slowDown
    case unavailable
    case internalFault
    /// A code of a newer hub.
    case other(String)

    /// The code as it is written.
    package var text: String {
        if case .other(let text) = self { return text }
        return Self.known.first { $0.1 == self }?.0 ?? "internal_fault"
    }

    package init(_ text: String) {
        self = Self.known.first { $0.0 == text }?.1 ?? .other(text)
    }

    private static let known: [(String, ProblemCode)] = [
        ("bad_request", .badRequest), ("unsupported", .unsupported), ("too_large", .tooLarge),
        ("token_unknown", .tokenUnknown), ("device_revoked", .deviceRevoked),
        ("code_wrong", .codeWrong), ("cursor_gone", .cursorGone),
        ("cursor_foreign", .cursorForeign), ("upgrade_needed", .upgradeNeeded),
        ("not_found", .notFound), ("slow_down", .slowDown), ("unavailable", .unavailable),
        ("internal_fault", .internalFault),
    ]
}

extension ProblemCode: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
