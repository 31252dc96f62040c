/// What became of a tour.
///
/// The column has no check, so variants of case and spelling are read, and never written.
package enum TourStatus: Hashable, Sendable {
    case scheduled, completed, cancelled, noShow
    case unknown(String)

    package init(_ text: String?) {
        let word = (text ?? "scheduled").lowercased().filter(\.isLetter)
        switch word {
        case "scheduled", "booked", "confirmed", "pending", "rescheduled": self = .scheduled
        case "completed", "complete", "done", "toured": self = .completed
        case "cancelled", "canceled": self = .cancelled
        case "noshow", "missed": self = .noShow
        default: self = .unknown(text ?? "")
        }
    }

    /// What the desk calls it; for an unknown status its own text, which comes from outside.
    package var words: String {
        switch self {
        case .scheduled: "scheduled"
        case .completed: "completed"
        case .cancelled: "cancelled"
        case .noShow: "no-show"
        case .unknown(let text): text
        }
    }
}

/// How a tour is given.
package enum TourType: Hashable, Sendable {
    case inPerson, virtual, selfGuided
    case unknown(String)

    package init(_ text: String?) {
        switch (text ?? "in_person").lowercased().filter(\.isLetter) {
        case "inperson", "onsite": self = .inPerson
        case "virtual", "video", "online": self = .virtual
        case "selfguided", "self": self = .selfGuided
        default: self = .unknown(text ?? "")
        }
    }

    /// What the desk calls it; for an unknown type its own text, which comes from outside.
    package var words: String {
        switch self {
        case .inPerson: "in person"
        case .virtual: "virtual"
        case .selfGuided: "self-guided"
        case .unknown(let text): text
        }
    }
}
