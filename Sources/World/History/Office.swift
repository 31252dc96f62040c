import Model

/// How the people of an office deal with visits: within minutes while they are there, the next
/// morning when they are not, and never after the world's now.
struct Office {
    let site: PropertyCast
    let now: Timestamp
    let dirt: Bool

    /// Deals with a visit of the past, so that nobody is left waiting.
    func deal(with visit: inout Visit, _ chance: inout Chance) {
        guard visit.wantsPerson else { return }
        let answer = response(to: visit.end, &chance)
        notify(&visit, response: answer, &chance)
        if visit.talk.question != nil {
            visit.handling.answered = answer
            visit.handling.taskStatus = taskStatus(&chance)
        }
        if visit.visitor.email != nil, chance.happens(0.32) {
            visit.handling.email = Handling.Email(
                status: "sent",
                sent: answer,
                scheduled: chance.happens(0.1) ? answer : nil,
                created: between(visit.end, answer, &chance)
            )
        } else if visit.visitor.email != nil, chance.happens(0.03) {
            visit.handling.email = leftOver(visit, answer, &chance)
        }
    }

    /// Tells somebody of the office, and has them answer when they do.
    func notify(_ visit: inout Visit, response: Timestamp?, _ chance: inout Chance) {
        let marks: [Line.Mark] = [.booksTour, .asksPerson, .passesQuestion, .leavesContact]
        let moments = marks.compactMap { [visit] mark in visit.moment(of: mark) }
        let moment = moments.first ?? visit.end
        visit.handling.agent = agent(&chance)
        visit.handling.notified = moment.advanced(by: .seconds(chance.within(1...4)))
        visit.handling.responded = response
        guard let response else { return }
        // One in 25 was answered by mail or phone, and the notification never opened.
        if chance.happens(0.96) {
            visit.handling.read = between(moment.advanced(by: .seconds(5)), response, &chance)
        }
    }

    /// Somebody of the property's team, or the team.
    func agent(_ chance: inout Chance) -> AgentID? {
        guard let primary = site.agents.first, !chance.happens(0.1) else { return nil }
        return chance.happens(0.6) ? primary : chance.pick(Array(site.agents.prefix(2)))
    }

    /// When somebody answers what was written then.
    private func response(to moment: Timestamp, _ chance: inout Chance) -> Timestamp {
        let local = site.zone.local(moment)
        var minutes = 2 + chance.exponential(mean: chance.happens(0.12) ? 240 : 22)
        if local.date.weekday == .sunday || local.hour >= 18 {
            let days = local.date.weekday == .saturday ? 2 : 1
            let morning = days * 1_440 + 9 * 60 - local.secondOfDay / 60
            minutes += Double(local.hour < 9 ? morning - 1_440 : morning)
        } else if local.hour < 9 {
            minutes += Double(9 * 60 - local.secondOfDay / 60)
        }
        let answer = moment.advanced(by: .seconds(Int(minutes * 60)))
        guard answer >= now else { return answer }
        return between(moment, now, &chance)
    }

    /// An instant after the first and before the second, which lies later.
    private func between(
        _ first: Timestamp,
        _ second: Timestamp,
        _ chance: inout Chance
    ) -> Timestamp {
        let span = max(2, second.since(first).microseconds / 1_000_000)
        return first.advanced(by: .seconds(min(3, span - 1) + Int64(chance.below(Int(span) - 1))))
    }

    /// An email that was begun and not sent, or failed.
    private func leftOver(
        _ visit: Visit,
        _ answer: Timestamp,
        _ chance: inout Chance
    ) -> Handling.Email {
        let status = ["draft", "failed", "cancelled"][chance.weighted([70, 15, 15])]
        return Handling.Email(status: status, sent: nil, scheduled: nil, created: answer)
    }

    private func taskStatus(_ chance: inout Chance) -> String {
        guard dirt else { return "answered" }
        return ["answered", "resolved", "Answered"][chance.weighted([93, 5, 2])]
    }
}
