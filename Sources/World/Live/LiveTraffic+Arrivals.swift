import Model

extension LiveTraffic {
    /// How many visitors may come back; the oldest is forgotten.
    private static let mostKnown = 64

    /// Somebody opens the chat.
    mutating func arrive() -> [LiveChange] {
        agenda.add(.arrival, at: now.advanced(by: .seconds(1 + Int64(pause()))))
        let regular = returning()
        let property = regular?.property ?? drawProperty()
        let site = cast.properties[property]
        let visitor = regular?.visitor ?? Visitor.draw(&contacts, &chance)
        let day = site.zone.local(now).date
        var intent = Intent.draw(
            hasContact: visitor.hasContact,
            returns: regular != nil,
            &chance
        )
        var tour: TourCast?
        if intent.booksTour {
            let local = TourBook.time(after: day, &chance)
            intent.tour = local
            tour = self.tour(at: local, site, intent)
        }
        var visit = Visit.write(visitor, site, day, now, intent, &chance)
        visit.tour = tour
        visit.chatbot = chatbots[property]
        visit.handling.agent = Office(site: site, now: now, dirt: false).agent(&chance)
        let session = open(LiveSession(visit: visit, property: property))
        agenda.add(.line(session: session), at: now.advanced(by: .seconds(chance.within(1...6))))
        remember(LiveRegular(visitor: visitor, property: property, visits: regular?.visits ?? 1))
        return LiveRows.arrival(visit, site, visits: regular?.visits, at: now)
    }

    /// Seconds until the next visitor, by hour of the day and spell.
    private mutating func pause() -> Double {
        let zone = cast.properties[0].zone
        let hour = zone.local(now).hour
        // A demo at night is quiet, not dead.
        let share = max(Double(Pace.hours[hour]) / 60, 0.15)
        let mean = 3_600 / (pace.arrivalsPerHour * share * spell.factor)
        return min(chance.exponential(mean: mean), mean * 4)
    }

    private mutating func returning() -> LiveRegular? {
        guard known.count > 8, chance.happens(0.17) else { return nil }
        // Not one of the last few: they may still be here.
        var regular = known.remove(at: chance.below(known.count - 8))
        regular.visits += 1
        let isHere = sessions.values.contains { $0.visit.visitor.id == regular.visitor.id }
        return isHere ? nil : regular
    }

    private mutating func remember(_ regular: LiveRegular) {
        known.append(regular)
        if known.count > Self.mostKnown { known.removeFirst() }
    }

    /// Nine of ten come to the demo agent's properties.
    private mutating func drawProperty() -> Int {
        let own = plan.scale.ownProperties
        let others = plan.scale.properties - own
        if own > 0, others == 0 || chance.happens(0.9) { return chance.below(own) }
        return own + chance.below(min(others, 12))
    }

    private mutating func tour(
        at local: LocalDateTime,
        _ site: PropertyCast,
        _ intent: Intent
    ) -> TourCast {
        TourCast(
            id: chance.id(),
            start: site.zone.instant(local),
            minutes: chance.happens(0.75) ? 30 : 60,
            agent: chance.happens(0.15) || site.agents.isEmpty
                ? nil : chance.pick(Array(site.agents.prefix(2))),
            type: intent.tourType,
            status: "scheduled",
            source: "chat"
        )
    }

    /// It grows busy, quiet, or usual again.
    mutating func changeSpell() -> [LiveChange] {
        let seconds: Int
        switch spell {
        case .usual:
            spell = chance.happens(0.6) ? .burst : .quiet
            seconds = spell == .burst ? chance.within(60...110) : chance.within(90...200)
        case .burst, .quiet:
            spell = .usual
            seconds = chance.within(300...900)
        }
        agenda.add(.spell, at: now.advanced(by: .seconds(seconds)))
        return []
    }
}
