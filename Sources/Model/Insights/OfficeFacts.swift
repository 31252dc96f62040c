/// What happened in an office in some days, one value a thing, as it is read.
///
/// Nobody's age, household, or reason to move is among it (fair housing): what is counted is what
/// the office did, and where leads came from.
package struct OfficeFacts: Hashable, Sendable {
    package var days: OfficeDays
    package var leads: [LeadFact] = []
    package var responses: [ResponseFact] = []
    package var answers: [AnswerFact] = []
    package var tours: [TourFact] = []
    package var metrics = MetricTally()

    package init(days: OfficeDays) {
        self.days = days
    }
}

/// A conversation that began.
package struct LeadFact: Hashable, Sendable {
    /// The day on its property's wall, from 0.
    package var day: Int
    /// In the platform's word; nil where nobody noted one.
    package var source: String?
    /// Whose it is: who claimed it, else who was told of it.
    package var agent: AgentID?
    package var hasContact: Bool
    /// Whether a tour was booked, whatever became of it.
    package var isBooked: Bool
    package var isCompleted: Bool

    package init(
        day: Int,
        source: String?,
        agent: AgentID?,
        hasContact: Bool,
        isBooked: Bool,
        isCompleted: Bool
    ) {
        self.day = day
        self.source = source
        self.agent = agent
        self.hasContact = hasContact
        self.isBooked = isBooked
        self.isCompleted = isCompleted
    }
}

/// Somebody was told of a lead.
package struct ResponseFact: Hashable, Sendable {
    package var day: Int
    package var source: String?
    package var agent: AgentID?
    /// Seconds of open hours until they responded; nil where they have not.
    package var seconds: Int?

    package init(day: Int, source: String?, agent: AgentID?, seconds: Int?) {
        self.day = day
        self.source = source
        self.agent = agent
        self.seconds = seconds
    }
}

/// A question that the bot passed on.
package struct AnswerFact: Hashable, Sendable {
    /// The day it was asked; nil where that was before.
    package var day: Int?
    /// The day it was answered; nil where it is not, or nobody noted when.
    package var answered: Int?
    package var source: String?
    package var agent: AgentID?
    package var isAnswered: Bool
    /// Seconds of open hours until it was answered; nil where nobody noted when.
    package var seconds: Int?

    package init(
        day: Int?,
        answered: Int?,
        source: String?,
        agent: AgentID?,
        isAnswered: Bool,
        seconds: Int?
    ) {
        self.day = day
        self.answered = answered
        self.source = source
        self.agent = agent
        self.isAnswered = isAnswered
        self.seconds = seconds
    }
}

/// A tour that was to take place.
package struct TourFact: Hashable, Sendable {
    package var day: Int
    package var source: String?
    package var agent: AgentID?
    package var outcome: TourOutcome

    package init(day: Int, source: String?, agent: AgentID?, outcome: TourOutcome) {
        self.day = day
        self.source = source
        self.agent = agent
        self.outcome = outcome
    }
}

/// What became of a tour, as it is counted.
package enum TourOutcome: Int, CaseIterable, Hashable, Sendable {
    case kept, missed, cancelled, toCome
    /// It is over, and nobody said how it went.
    case open

    package init(_ status: TourStatus, isOver: Bool) {
        switch status {
        case .completed: self = .kept
        case .noShow: self = .missed
        case .cancelled: self = .cancelled
        case .scheduled, .unknown: self = isOver ? .open : .toCome
        }
    }

    /// What the desk calls it.
    package var words: String {
        switch self {
        case .kept: "kept"
        case .missed: "missed"
        case .cancelled: "cancelled"
        case .toCome: "to come"
        case .open: "without outcome"
        }
    }
}

/// The engagement metrics by day: counts added up, flags and texts as the conversations that have
/// them.
package struct MetricTally: Hashable, Sendable {
    /// By column in the catalogue's order, then by day.
    package var byDay: [String: [Int]] = [:]
    /// Conversations that were measured.
    package var conversations = 0

    package init() {}

    /// Adds what one conversation counts.
    package mutating func add(_ value: Int, _ column: String, day: Int, of days: Int) {
        guard value > 0 else { return }
        let counted = min(value, Self.most)
        byDay[column, default: Array(repeating: 0, count: days)][day] += counted
    }

    /// More is no count of one conversation; the sum of all that there are does not overflow.
    private static let most = 1_000_000_000
}
