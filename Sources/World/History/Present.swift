import Model

/// Who is waiting at the world's now, who is still typing, and what nobody has answered: few enough
/// that an office looks like one where people work.
struct Present {
    let plan: WorldPlan
    let cast: WorldCast

    /// The visits of the last hours that are open in some way, by property.
    func visits() -> [(site: PropertyCast, visits: [Visit])] {
        var contacts = Contacts(.present)
        return cast.properties.map { site in
            var chance = Chance(seed: plan.seed, 0x90, UInt64(site.number))
            var visits = waiting(site, &contacts, &chance)
            visits += asking(site, &contacts, &chance)
            return (site, visits)
        }
    }

    /// One who is typing, and one or two who left a contact and wait for a person.
    private func waiting(
        _ site: PropertyCast,
        _ contacts: inout Contacts,
        _ chance: inout Chance
    ) -> [Visit] {
        var visits: [Visit] = []
        var live = draw(site, &contacts, &chance, contact: chance.happens(0.5)) { intent in
            intent.arc = .usual
            intent.breaksOff = false
        } endingBefore: {
            $0.within(15...100)
        }
        live.isLive = true
        visits.append(live)
        let ages = [200...1_400, 1_500...7_800]
        for age in ages.prefix(site.number == 0 ? 2 : chance.below(2)) {
            var visit = draw(site, &contacts, &chance, contact: true) { intent in
                intent.arc = .usual
            } endingBefore: {
                $0.within(age)
            }
            office(site).notify(&visit, response: nil, &chance)
            visits.append(visit)
        }
        return visits
    }

    /// Those who left nothing but a question, in the last two days; at the first property the same
    /// one was asked three times.
    private func asking(
        _ site: PropertyCast,
        _ contacts: inout Contacts,
        _ chance: inout Chance
    ) -> [Visit] {
        var visits: [Visit] = []
        let hard = Topic.english.filter { !$0.hard.isEmpty }
        for number in 0...chance.below(2) {
            let topic = hard[(site.number * 3 + number * 11 + 1) % hard.count]
            let exchange = topic.hard[(site.number + number) % topic.hard.count]
            let askers = site.number == 0 && number == 0 ? 3 : 1
            for _ in 0..<askers {
                var visit = draw(site, &contacts, &chance, contact: false) { intent in
                    intent.arc = .short
                    intent.asksHard = true
                    intent.breaksOff = false
                    intent.hard = exchange
                } endingBefore: {
                    $0.within(1_300...150_000)
                }
                office(site).notify(&visit, response: nil, &chance)
                visit.handling.makesTask = !(site.number == 2 && number == 0)
                visits.append(visit)
            }
        }
        return visits
    }

    private func office(_ site: PropertyCast) -> Office {
        Office(site: site, now: plan.now, dirt: plan.dirt)
    }

    /// A visit that ended so many seconds ago.
    private func draw(
        _ site: PropertyCast,
        _ contacts: inout Contacts,
        _ chance: inout Chance,
        contact: Bool,
        _ change: (inout Intent) -> Void,
        endingBefore age: (inout Chance) -> Int
    ) -> Visit {
        var visitor = Visitor.draw(&contacts, &chance)
        while visitor.hasContact != contact || visitor.language != .english {
            visitor = Visitor.draw(&contacts, &chance)
        }
        var intent = Intent.draw(hasContact: contact, returns: false, &chance)
        intent.booksTour = false
        intent.asksHard = false
        intent.wantsPerson = false
        change(&intent)
        let day = site.zone.local(plan.now).date
        let seconds = age(&chance)
        let end = plan.now.advanced(by: .seconds(-seconds))
        var visit = Visit.write(visitor, site, day, end, intent, &chance)
        visit = visit.starting(at: end.advanced(by: .seconds(-visit.talk.seconds)))
        return visit
    }
}
