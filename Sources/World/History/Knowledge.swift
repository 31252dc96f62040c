import Model

/// What a property's chatbot knows: answered questions, and a few that want a person.
struct Knowledge {
    let site: PropertyCast
    let plan: WorldPlan
    let founded: String

    func rows() -> [TableRow] {
        var chance = Chance(seed: plan.seed, 0xFA, UInt64(site.number))
        var rows: [TableRow] = []
        for topic in Topic.english {
            for exchange in topic.knowledge where chance.happens(0.72) {
                rows.append(row(topic, exchange, "answered", &chance))
            }
        }
        rows += open(&chance)
        return rows
    }

    /// What wants a person: few, so that an office's list stays one that is looked at.
    private func open(_ chance: inout Chance) -> [TableRow] {
        var rows: [TableRow] = []
        let hard = Topic.english.filter { !$0.hard.isEmpty }
        let topic = hard[(site.number * 5 + 2) % hard.count]
        if site.number.isMultiple(of: 2) {
            rows.append(row(topic, topic.hard[0], "pending", &chance, answers: false))
        }
        let other = hard[(site.number * 7 + 4) % hard.count]
        if site.number.isMultiple(of: 3) {
            rows.append(row(other, other.hard[0], "needs_review", &chance))
        }
        // Writers of questions leave the status to its default.
        if plan.dirt, site.number % 3 == 1, let last = other.hard.last {
            rows.append(row(other, last, "answered", &chance, answers: false))
        }
        return rows
    }

    private func row(
        _ topic: Topic,
        _ exchange: Exchange,
        _ status: String,
        _ chance: inout Chance,
        answers: Bool = true
    ) -> TableRow {
        var question = ""
        exchange.ask.write(to: &question, site.facts, &chance)
        var answer = ""
        exchange.answer.write(to: &answer, site.facts, &chance)
        let isOpen = status != "answered" || !answers
        let age = isOpen ? chance.within(2_000...200_000) : 0
        let at = isOpen ? plan.now.advanced(by: .seconds(-age)).text : founded
        return TableRow(
            .faq,
            [
                "id": .id(chance.id(RowKind.Row.self)), "property_id": .id(site.id),
                "question": .text(question), "answer": answers ? .text(answer.sentences) : .null,
                "category": .text(topic.name),
                "source_type": .text(chance.pick(["manual", "document", "website", "chat"])),
                "status": .text(status),
                "assigned_to": .id(isOpen && chance.happens(0.4) ? site.agents.first : nil),
                "created_at": .text(at), "updated_at": .text(at),
            ]
        )
    }
}
