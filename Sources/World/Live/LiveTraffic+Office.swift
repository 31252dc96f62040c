import Model

extension LiveTraffic {
    /// A colleague gets to it in some minutes.
    mutating func scheduleResponse(to visit: Visit, property: Int) {
        let seconds = 120 + Int(chance.exponential(mean: 600))
        agenda.add(
            .response(LiveMatter(visit: visit, property: property)),
            at: now.advanced(by: .seconds(min(seconds, 5_400)))
        )
    }

    /// A colleague answers; what is the demo agent's own, or a question that is nobody's, is left
    /// to the person at the terminal.
    mutating func respond(to matter: LiveMatter) -> [LiveChange] {
        let visit = matter.visit
        guard visit.chatbot == chatbots[matter.property] else { return [] }
        let isOwn = visit.handling.agent == cast.demoAgent.id
        if isOwn, chance.happens(0.35) { return [] }
        let site = cast.properties[matter.property]
        var changes = LiveRows.response(visit, at: now)
        let isColleagues = visit.handling.agent != nil && !isOwn
        if visit.talk.question != nil, visit.handling.makesTask, isColleagues {
            changes += LiveRows.answer(visit)
        }
        if visit.visitor.email != nil, chance.happens(0.4) {
            changes.append(.insert(LiveRows.email(visit, site, id: chance.id(), at: now, &chance)))
        }
        return changes
    }

    /// A property comes to the demo's agent, or goes again; where all are theirs already, that of a
    /// colleague.
    mutating func handOver() -> [LiveChange] {
        agenda.add(.handOver, at: now.advanced(by: .seconds(chance.within(500...1_100))))
        let own = plan.scale.ownProperties
        let hasOther = own < plan.scale.properties
        let site = cast.properties[hasOther ? own : 0]
        let yesterday = site.zone.local(now).date.adding(days: -1)
        if let stretch = handedOver {
            handedOver = nil
            return [
                .update(
                    .propertyManagerAssignment,
                    stretch,
                    ["end_date": .text(yesterday.text), "updated_at": .text(now.text)]
                )
            ]
        }
        let stretch: RowID = chance.id()
        handedOver = stretch
        let agent = hasOther ? cast.demoAgent : cast.readingAgent
        return [
            .insert(
                LiveRows.assignment(stretch, site, agent, from: yesterday, at: now)
            )
        ]
    }

    /// The last property's chatbot goes, with everything that was said to it, and a new one takes
    /// its place.
    mutating func recreateChatbot() -> [LiveChange] {
        agenda.add(.newChatbot, at: now.advanced(by: .seconds(chance.within(900...2_000))))
        let property = cast.properties.count - 1
        let site = cast.properties[property]
        let old = chatbots[property]
        let new: RowID = chance.id()
        chatbots[property] = new
        sessions = sessions.filter { $0.value.visit.chatbot != old }
        return [
            // The website's row refuses the delete while it refers to the chatbot.
            .update(.websiteIntegration, site.integration, ["chatbot_id": .null]),
            .delete(.chatbot, old),
            .insert(ChatbotRows.row(site, id: new, dirt: plan.dirt, at: now.text)),
            .update(.websiteIntegration, site.integration, ["chatbot_id": .id(new)]),
        ]
    }
}
