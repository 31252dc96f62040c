import Model

/// One conversation of a visitor with a property's bot, and what the office made of it.
struct Visit: Sendable {
    let ids: VisitIDs
    let visitor: Visitor
    private(set) var start: Timestamp
    let intent: Intent
    var talk: Talk
    var tour: TourCast?
    var score: Int?
    /// Whether the visitor is still there.
    var isLive = false
    var handling = Handling()
    var chatbot: RowID?

    var id: ConversationID { ids.conversation }

    /// When its last line was written.
    var end: Timestamp { start.advanced(by: .seconds(talk.seconds)) }

    /// When the line with that mark was written; the last of them.
    func moment(of mark: Line.Mark) -> Timestamp? {
        var seconds = 0
        var moment: Timestamp?
        for line in talk.lines {
            seconds += line.gap
            if line.mark == mark { moment = start.advanced(by: .seconds(seconds)) }
        }
        return moment
    }

    /// Whether anybody could answer this visitor, or has to.
    var wantsPerson: Bool {
        visitor.hasContact || intent.wantsPerson || talk.question != nil
    }

    /// What the platform's model makes of it, 0 to 100.
    static func score(_ talk: Talk, _ intent: Intent, _ chance: inout Chance) -> Int {
        var score = 18 + min(talk.lines.count * 2, 24) + chance.within(-9...9)
        if intent.leavesContact { score += 22 }
        if intent.booksTour { score += 24 }
        if intent.wantsPerson { score += 6 }
        if intent.returns { score += 9 }
        if intent.breaksOff { score -= 12 }
        return min(max(score, 3), 99)
    }
}

/// The ids of the rows that a visit has at most one of.
struct VisitIDs: Sendable {
    let conversation: ConversationID
    let analytics: RowID
    let notification: RowID
    let task: RowID

    init(_ chance: inout Chance) {
        conversation = chance.id()
        analytics = chance.id()
        notification = chance.id()
        task = chance.id()
    }
}

/// A tour that the office has on its calendar.
struct TourCast: Sendable {
    let id: TourID
    let start: Timestamp
    let minutes: Int
    let agent: AgentID?
    let type: String
    var status: String
    let source: String
}

/// What people did about a visit.
struct Handling: Sendable {
    /// Whose notification it was; nil is the team's.
    var agent: AgentID?
    var notified: Timestamp?
    var read: Timestamp?
    var responded: Timestamp?
    /// An email that was written, and when it was sent or will be.
    var email: Email?
    /// When the question for a person was answered; the task stays open without it.
    var answered: Timestamp?
    /// How the task is written down.
    var taskStatus = "answered"
    /// False where the bot passed on the question without making a task.
    var makesTask = true

    struct Email: Sendable {
        let status: String
        let sent: Timestamp?
        let scheduled: Timestamp?
        let created: Timestamp
    }
}

extension Visit {
    /// Writes the talk of a visit; what became of it is for others to say.
    static func write(
        _ visitor: Visitor,
        _ site: PropertyCast,
        _ day: LocalDate,
        _ start: Timestamp,
        _ intent: Intent,
        _ chance: inout Chance
    ) -> Visit {
        var writer = TalkWriter(
            site: site,
            visitor: visitor,
            intent: intent,
            today: day,
            chance: Chance(seed: chance.next())
        )
        let talk = writer.write()
        return Visit(
            ids: VisitIDs(&chance),
            visitor: visitor,
            start: start,
            intent: intent,
            talk: talk,
            score: score(talk, intent, &chance),
            chatbot: site.chatbot
        )
    }

    /// The same visit at another time.
    func starting(at start: Timestamp) -> Visit {
        var copy = self
        copy.start = start
        return copy
    }

    /// The same visit by another visitor of the platform's.
    func by(_ other: Visitor) -> Visit {
        Visit(
            ids: ids,
            visitor: other,
            start: start,
            intent: intent,
            talk: talk,
            tour: tour,
            score: score,
            isLive: isLive,
            handling: handling,
            chatbot: chatbot
        )
    }
}

extension TourCast {
    /// The same tour by another way.
    func from(_ source: String) -> TourCast {
        TourCast(
            id: id,
            start: start,
            minutes: minutes,
            agent: agent,
            type: type,
            status: status,
            source: source
        )
    }
}
