/// How far a lead has come: the furthest reached, from the conversation's status, its tours and its
/// contact.
///
/// The platform's `conversation.status` mixes this with the session; text that is not known is
/// shown as it is.
package enum Stage: Hashable, Sendable {
    case new
    case contactKnown
    case tourScheduled
    case tourCompleted
    case handedOff
    case unknown(String)

    /// What the row of `conversation`, its visitor and its tours say together.
    package init(status: String?, hasContact: Bool, hasScheduledTour: Bool, hasCompletedTour: Bool)
    {
        let word = status.map(Self.normalized)
        let stated = word.flatMap { Self.words[$0] }
        if let word, !word.isEmpty, stated == nil, !Session.words.keys.contains(word) {
            self = .unknown(status ?? word)
            return
        }
        var rank = stated?.rank ?? 0
        if hasContact { rank = max(rank, Stage.contactKnown.rank) }
        if hasScheduledTour { rank = max(rank, Stage.tourScheduled.rank) }
        if hasCompletedTour { rank = max(rank, Stage.tourCompleted.rank) }
        self = stated == .handedOff && rank <= Stage.handedOff.rank ? .handedOff : Self.ladder[rank]
    }

    /// What the status says alone, where nothing else is known or counts.
    package init(status: String?) {
        self.init(
            status: status,
            hasContact: false,
            hasScheduledTour: false,
            hasCompletedTour: false
        )
    }

    /// The eight values of the schema and the words other writers use.
    private static let words: [String: Stage] = [
        "chat_initiated": .new, "new": .new, "info_collected": .contactKnown,
        "qualified": .contactKnown, "contacted": .contactKnown, "tour_scheduled": .tourScheduled,
        "tour_completed": .tourCompleted, "handed_off": .handedOff,
    ]
    private static let ladder: [Stage] = [
        .new, .contactKnown, .handedOff, .tourScheduled, .tourCompleted,
    ]

    private var rank: Int { Self.ladder.firstIndex(of: self) ?? 0 }

    private static func normalized(_ status: String) -> String {
        // Already so in all rows that the platform itself wrote, of which a copy has many.
        if status.utf8.allSatisfy({ isPlain($0) }) { return status }
        return status.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
    }

    /// A small letter of ASCII, a digit or an underscore.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }

    /// What a filter calls it: `stage:tour_scheduled`.
    package var filterWord: String {
        switch self {
        case .new: "new"
        case .contactKnown: "contact"
        case .tourScheduled: "tour_scheduled"
        case .tourCompleted: "tour_completed"
        case .handedOff: "handed_off"
        case .unknown(let text): text
        }
    }

    /// What the desk calls it; for an unknown status its own text, which comes from outside.
    package var words: String {
        switch self {
        case .new: "new"
        case .contactKnown: "contact known"
        case .tourScheduled: "tour scheduled"
        case .tourCompleted: "tour completed"
        case .handedOff: "handed to a person"
        case .unknown(let text): text
        }
    }

    /// What the desk calls one of the platform's statuses, whatever else is known of a lead.
    package static func words(of status: String) -> String {
        Session.words[status]?.words ?? Stage(status: status).words
    }

    /// Every stage that is known.
    package static let known: [Stage] = ladder
}

/// Whether the visitor is still there.
package enum Session: Hashable, Sendable {
    case live
    case ended
    case abandoned

    /// From the conversation's status and whether it has an end.
    package init(status: String?, hasEnded: Bool) {
        let stated = status.flatMap { Self.words[$0.lowercased()] }
        self = hasEnded && (stated == nil || stated == .live) ? .ended : (stated ?? .live)
    }

    static let words: [String: Session] = [
        "active": .live, "completed": .ended, "closed": .ended, "abandoned": .abandoned,
    ]

    /// What the desk calls it.
    package var words: String {
        switch self {
        case .live: "chat going on"
        case .ended: "chat ended"
        case .abandoned: "chat abandoned"
        }
    }
}
