package import Model

/// What happens at a plan's properties after its now: visitors arrive, type with a person's pauses,
/// ask, leave a contact, book; colleagues answer some of them; sessions end.
///
/// Pure: time is `now`, a value that each step moves on; the caller sleeps, or does not. The same
/// plan and pace give the same steps.
package struct LiveTraffic: Sendable {
    /// When the last step happened; the plan's now before the first.
    package private(set) var now: Timestamp

    let plan: WorldPlan
    let cast: WorldCast
    let pace: LivePace
    var chance: Chance
    var agenda = Agenda()
    var sessions: [Int: LiveSession] = [:]
    var contacts = Contacts(.live)
    /// Visitors who may come back.
    var known: [LiveRegular] = []
    /// The chatbot that each property has by now.
    var chatbots: [RowID]
    var spell = Spell.usual
    /// The stretch of the demo's agent at a property that came to them, while it lasts.
    var handedOver: RowID?
    private var sessionCount = 0

    /// Goes on where the plan's history ends: who is typing there goes away, who waits is answered.
    package init(_ plan: WorldPlan, pace: LivePace = .demo) {
        self.plan = plan
        self.pace = pace
        now = plan.now
        cast = WorldCast(plan)
        chatbots = cast.properties.map(\.chatbot)
        chance = Chance(seed: plan.seed, 0x11FE)
        takeOver()
        agenda.add(.arrival, at: now.advanced(by: .seconds(2)))
        agenda.add(.spell, at: now.advanced(by: .seconds(240)))
        if pace.handsOver { agenda.add(.handOver, at: now.advanced(by: .seconds(420))) }
        if pace.recreatesChatbots { agenda.add(.newChatbot, at: now.advanced(by: .seconds(600))) }
    }

    /// The next step; there always is one, since somebody always arrives.
    package mutating func next() -> LiveStep {
        let before = now
        var changes: [LiveChange] = []
        // Some happenings change nothing, such as a colleague who finds the answer given.
        while changes.isEmpty {
            guard let due = agenda.removeFirst() else { break }
            now = max(now, due.at)
            changes = perform(due.happening)
        }
        return LiveStep(after: now.since(before), changes: changes)
    }

    private mutating func perform(_ happening: Happening) -> [LiveChange] {
        switch happening {
        case .arrival: arrive()
        case .line(let session): say(in: session)
        case .end(let session): end(session)
        case .response(let matter): respond(to: matter)
        case .cancellation(let tour, let property, let chatbot):
            cancel(tour, property, chatbot)
        case .spell: changeSpell()
        case .handOver: handOver()
        case .newChatbot: recreateChatbot()
        }
    }

    /// Keeps a session and gives it a number.
    mutating func open(_ session: LiveSession) -> Int {
        sessionCount += 1
        sessions[sessionCount] = session
        return sessionCount
    }

    /// Draws those that the history left open into what happens next.
    private mutating func takeOver() {
        for (site, visits) in Present(plan: plan, cast: cast).visits() {
            for visit in visits {
                if visit.isLive {
                    var session = LiveSession(visit: visit, property: site.number)
                    session.said = visit.talk.lines.count
                    let number = open(session)
                    let wait = chance.within(20...150)
                    agenda.add(.end(session: number), at: now.advanced(by: .seconds(wait)))
                } else if visit.visitor.hasContact, chance.happens(0.6) {
                    scheduleResponse(to: visit, property: site.number)
                }
            }
        }
    }

    private mutating func cancel(_ tour: TourID, _ property: Int, _ chatbot: RowID) -> [LiveChange]
    {
        guard chatbots[property] == chatbot else { return [] }
        return [.update(.tours, tour.cast(), ["status": .text("cancelled")])]
    }
}

/// Something that is going to happen.
enum Happening: Sendable {
    case arrival
    case line(session: Int)
    case end(session: Int)
    case response(LiveMatter)
    case cancellation(TourID, property: Int, chatbot: RowID)
    case spell
    case handOver
    case newChatbot
}

/// What is going to happen, soonest first.
struct Agenda: Sendable {
    private var due: [(at: Timestamp, happening: Happening)] = []

    /// Puts something behind all that happens no later; a list of some hundred at most.
    mutating func add(_ happening: Happening, at time: Timestamp) {
        var place = due.count
        while place > 0, due[place - 1].at < time { place -= 1 }
        due.insert((time, happening), at: place)
    }

    /// Takes out what happens first.
    mutating func removeFirst() -> (at: Timestamp, happening: Happening)? { due.popLast() }
}

/// How busy it is for a while.
enum Spell: Sendable {
    case usual, burst, quiet

    /// How many arrive, 1 being usual.
    var factor: Double {
        switch self {
        case .usual: 1
        case .burst: 4
        case .quiet: 0.3
        }
    }
}
