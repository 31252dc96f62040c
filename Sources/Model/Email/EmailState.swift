/// How far an email has come.
///
/// The column has no check, so variants of case are read, and never written.
package enum EmailState: Hashable, Sendable {
    case draft, scheduled, sending, sent, failed, cancelled
    case unknown(String)

    package init(_ status: String?) {
        switch (status ?? "draft").lowercased() {
        case "draft", "": self = .draft
        case "scheduled": self = .scheduled
        case "sending": self = .sending
        case "sent": self = .sent
        case "failed": self = .failed
        case "cancelled", "canceled": self = .cancelled
        default: self = .unknown(status ?? "")
        }
    }

    /// What the desk calls it; for an unknown status its own text, which comes from outside.
    package var words: String {
        switch self {
        case .draft: "draft"
        case .scheduled: "scheduled"
        case .sending: "being sent"
        case .sent: "sent"
        case .failed: "failed"
        case .cancelled: "cancelled"
        case .unknown(let text): text
        }
    }

    /// Whether its text and its time can still be changed.
    package var isOpen: Bool {
        switch self {
        case .draft, .scheduled: true
        case .sending, .sent, .failed, .cancelled, .unknown: false
        }
    }
}

/// Which emails a list shows.
package enum EmailFilter: String, CaseIterable, Hashable, Sendable {
    /// All that is neither sent nor cancelled.
    case open
    case drafts
    case scheduled
    case failed
    case sent
    case cancelled

    /// Whether an email of that state is shown.
    package func shows(_ state: EmailState) -> Bool {
        switch self {
        case .open: state != .sent && state != .cancelled
        case .drafts: state == .draft
        case .scheduled: state == .scheduled || state == .sending
        case .failed: state == .failed
        case .sent: state == .sent
        case .cancelled: state == .cancelled
        }
    }

    /// The filter so many places on, around the end.
    package func advanced(by step: Int) -> EmailFilter {
        let all = Self.allCases
        let index = all.firstIndex(of: self) ?? 0
        return all[((index + step) % all.count + all.count) % all.count]
    }
}
