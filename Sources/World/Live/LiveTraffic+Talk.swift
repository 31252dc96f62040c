import Model

extension LiveTraffic {
    /// The next line of a session is written.
    mutating func say(in number: Int) -> [LiveChange] {
        guard var session = sessions[number], let line = session.nextLine else { return [] }
        session.said += 1
        let site = cast.properties[session.property]
        var changes = [
            LiveChange.insert(LiveRows.message(line, of: session.visit, at: now, id: chance.id()))
        ]
        changes += follow(line, &session, site)
        changes += LiveRows.progress(session, at: now)
        sessions[number] = session
        if let next = session.nextLine {
            let wait = max(next.gap, 1)
            agenda.add(.line(session: number), at: now.advanced(by: .seconds(wait)))
        } else {
            let wait = chance.within(18...75)
            agenda.add(.end(session: number), at: now.advanced(by: .seconds(wait)))
        }
        return changes
    }

    /// What happens with a line beside its being said.
    private mutating func follow(
        _ line: Line,
        _ session: inout LiveSession,
        _ site: PropertyCast
    ) -> [LiveChange] {
        guard let mark = line.mark else { return [] }
        let visit = session.visit
        var changes: [LiveChange] = []
        switch mark {
        case .leavesContact: changes = LiveRows.contact(visit, at: now)
        case .booksTour:
            guard let tour = visit.tour else { return [] }
            changes = LiveRows.booking(visit, tour, site, at: now)
            scheduleCancellation(tour, session.property)
        case .asksPerson: changes = LiveRows.handoff(visit, at: now)
        case .passesQuestion: changes = LiveRows.question(visit, site, at: now)
        }
        let bringsTour = visit.intent.booksTour && mark == .leavesContact
        if !session.isNotified, !bringsTour {
            session.isNotified = true
            changes.append(.insert(LiveRows.notification(visit, at: now)))
        }
        return changes
    }

    /// Some think better of it.
    private mutating func scheduleCancellation(_ tour: TourCast, _ property: Int) {
        guard chance.happens(0.08) else { return }
        agenda.add(
            .cancellation(tour.id, property: property, chatbot: chatbots[property]),
            at: now.advanced(by: .seconds(chance.within(300...2_400)))
        )
    }

    /// The visitor is gone.
    mutating func end(_ number: Int) -> [LiveChange] {
        guard let session = sessions.removeValue(forKey: number) else { return [] }
        var visit = session.visit
        visit.isLive = false
        if visit.wantsPerson, session.isNotified, chance.happens(0.8) {
            scheduleResponse(to: visit, property: session.property)
        }
        return LiveRows.end(visit, at: now)
    }
}
