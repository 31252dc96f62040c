import Model

// Whom a tour can be given to.
extension DeskState {
    /// The agent, the team, the property's others as far as they are known, one more who is not.
    func agentsOffered(at property: PropertyID, and other: AgentID? = nil) -> [AgentName?] {
        let me = overview?.agent
        let known = booking.flatMap { $0.query.property == property ? $0.agents : nil } ?? []
        var others = known.filter { $0.id != me?.id }
        if let other, other != me?.id, !others.contains(where: { $0.id == other }) {
            others.append(AgentName(id: other, first: "a", last: "colleague"))
        }
        return (me == nil ? [] : [me]) + [nil] + others
    }

    /// What a form calls them.
    func words(_ agent: AgentName?) -> String {
        guard let agent else { return "the team" }
        return agent.id == overview?.agent?.id ? "you" : agent.words
    }

    /// Offers those who work at the property, once they are known; who is chosen stays chosen.
    mutating func offerAgents() {
        guard case .form(var form) = mode, case .book(let property, _) = form.purpose,
            let field = form.fields.firstIndex(where: { $0.label == "agent" })
        else { return }
        let chosen = form.agent
        form.agents = agentsOffered(at: property, and: chosen)
        let place = form.agents.firstIndex { $0?.id == chosen } ?? 0
        form.fields[field].kind = .choice(form.agents.map(words), place)
        mode = .form(form)
    }
}
