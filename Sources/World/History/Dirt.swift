import Model

/// What real databases have and nobody wants, beside what is strewn over the history: conversations
/// in nobody's scope, one that never ends, texts that attack, visits in hours that a clock change
/// repeats or leaves out, tours that cannot all take place.
struct Dirt {
    private let plan: WorldPlan
    private let site: PropertyCast
    private var contacts = Contacts(.dirt)
    private var chance: Chance

    init(plan: WorldPlan, cast: WorldCast) {
        self.plan = plan
        site = cast.properties[0]
        chance = Chance(seed: plan.seed, 0xD1)
    }

    mutating func add(to output: inout VisitRows) {
        addUnrouted(to: &output)
        addEndless(to: &output)
        addHostile(to: &output)
        addClockChanges(to: &output)
        addClashingTours(to: &output)
    }

    /// Conversations without a chatbot, and one whose chatbot belongs to no property.
    private mutating func addUnrouted(to output: inout VisitRows) {
        let stray: RowID = chance.id()
        output.append(
            TableRow(
                .chatbot,
                [
                    "id": .id(stray), "name": .text("Unassigned assistant"),
                    "is_active": .boolean(true), "theme_color": .text("#7c3aed"),
                    "created_at": .instant(plan.now), "updated_at": .instant(plan.now),
                ]
            )
        )
        for chatbot in [nil, nil, nil, stray] {
            var visit = draw(secondsAgo: chance.within(40_000...400_000))
            visit.chatbot = chatbot
            output.add(visit.visitor, visits: 1, first: visit.start, last: visit.end)
            output.add(visit, at: nil, &chance)
        }
    }

    /// One conversation of 2,000 messages.
    private mutating func addEndless(to output: inout VisitRows) {
        var visit = draw(secondsAgo: 4 * 86_400, contact: true)
        var lines: [Line] = []
        while lines.count < Self.endlessLines {
            let more = draw(secondsAgo: 4 * 86_400).talk.lines
            lines += more.map { Line(sender: $0.sender, text: $0.text, gap: min($0.gap + 1, 40)) }
        }
        visit.talk.lines = Array(lines.prefix(Self.endlessLines))
        visit.talk.question = nil
        add(&visit, to: &output)
    }

    /// How long the conversation is that never ends.
    static let endlessLines = 2_000

    private mutating func addHostile(to output: inout VisitRows) {
        for (number, text) in HostileTexts.messages.enumerated() {
            let name = HostileTexts.names[number % HostileTexts.names.count]
            let names = (Name(literal: name.given), Name(literal: name.family))
            let age = 9_000 + number * 3_700
            var visit = draw(secondsAgo: age, contact: number.isMultiple(of: 2))
            visit = visit.by(visit.visitor.named(names))
            visit.talk.question = nil
            visit.talk.summary = text
            visit.talk.lines.append(Line(sender: .visitor, text: text, kind: "carousel", gap: 9))
            visit.talk.lines.append(Line(sender: .bot, text: "Sorry? " + text, gap: 4))
            add(&visit, to: &output)
        }
    }

    /// Visits in the hours around each change of the clocks within the history.
    private mutating func addClockChanges(to output: inout VisitRows) {
        let today = site.zone.local(plan.now).date
        for back in 1..<plan.months * 30 {
            let day = today.adding(days: -back)
            let first = site.zone.instant(LocalDateTime(date: day, secondOfDay: 0))
            let second = site.zone.instant(LocalDateTime(date: day.adding(days: 1), secondOfDay: 0))
            guard second.since(first) != .seconds(86_400) else { continue }
            for minutes in [75, 90, 135, 150] {
                let start = first.advanced(by: .seconds(minutes * 60))
                var visit = draw(secondsAgo: 0, contact: minutes == 90).starting(at: start)
                visit.talk.question = nil
                add(&visit, to: &output)
            }
        }
    }

    /// Three tours at one time tomorrow, two of them with the same agent and one with nobody; and
    /// past ones whose outcome is spelt in ways of its own.
    private mutating func addClashingTours(to output: inout VisitRows) {
        var day = site.zone.local(plan.now).date.adding(days: 1)
        if day.weekday == .sunday { day = day.adding(days: 1) }
        let agent = site.agents.first
        for (number, manager) in [agent, agent, nil].enumerated() {
            let time = LocalDateTime(date: day, secondOfDay: 39_600 + number * 900)
            let status = ["Scheduled", "scheduled", "confirmed"][number]
            addTour(at: time, manager, status, to: &output)
        }
        for (number, status) in ["Cancelled", "no-show", "Completed", "rained out"].enumerated() {
            let time = LocalDateTime(date: day.adding(days: -6 - number), secondOfDay: 50_400)
            addTour(at: time, agent, status, to: &output)
        }
    }

    private mutating func addTour(
        at time: LocalDateTime,
        _ agent: AgentID?,
        _ status: String,
        to output: inout VisitRows
    ) {
        let tour = TourCast(
            id: chance.id(),
            start: site.zone.instant(time),
            minutes: 60,
            agent: agent,
            type: chance.pick(["In-Person", "in_person", "Virtual"]),
            status: status,
            source: "calendly"
        )
        let created = min(tour.start, plan.now).advanced(by: .seconds(-3_600))
        output.addTour(tour, of: person(contact: true), at: site, created: created)
    }

    /// A visit that ended so long ago, dealt with.
    private mutating func add(_ visit: inout Visit, to output: inout VisitRows) {
        Office(site: site, now: plan.now, dirt: true).deal(with: &visit, &chance)
        output.add(visit.visitor, visits: 1, first: visit.start, last: visit.end)
        output.add(visit, at: site, &chance)
    }

    private mutating func person(contact: Bool) -> Visitor {
        var visitor = Visitor.draw(&contacts, &chance)
        while visitor.hasContact != contact { visitor = Visitor.draw(&contacts, &chance) }
        return visitor
    }

    private mutating func draw(secondsAgo age: Int, contact: Bool = false) -> Visit {
        let visitor = person(contact: contact)
        var intent = Intent()
        intent.leavesContact = contact
        let start = plan.now.advanced(by: .seconds(-age))
        let day = site.zone.local(start).date
        return Visit.write(visitor, site, day, start, intent, &chance)
    }
}
