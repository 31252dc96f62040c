import GRDB
import Model

extension PageBuilder {
    /// How an office did over some days.
    func insights(_ query: InsightsQuery) throws -> InsightsPage {
        // What happened at a property that is not among these falls on no day.
        let properties = try properties().filter {
            query.property == nil || $0.id == query.property
        }
        var reader = FactReader(db, days: query.days, properties: properties, now: now)
        return InsightsPage(
            query: query,
            facts: try reader.read(withMetrics: true),
            readAt: now
        )
    }

    /// What was done on a day; questions count where they were asked within the month before.
    func report(of day: LocalDate) throws -> DayReport {
        let properties = try properties()
        var reader = FactReader(
            db,
            days: OfficeDays(last: day, count: InsightsPeriod.month.rawValue),
            properties: properties,
            now: now
        )
        let facts = try reader.read(withMetrics: false)
        let agents = Set(
            facts.leads.map(\.agent) + facts.responses.map(\.agent) + facts.tours.map(\.agent)
                + facts.answers.map(\.agent)
        ).compactMap(\.self)
        return DayReport(
            day: day,
            facts: facts,
            names: try names(of: agents),
            readAt: now,
            properties: properties.count
        )
    }

    /// What agents are called, both names, for a report leaves the office.
    private func names(of agents: [AgentID]) throws -> [AgentID: String] {
        let rows = ReplicaRows(db: db)
        var names: [AgentID: String] = [:]
        for agent in agents {
            guard let record = try rows.row(.propertyManager, agent.cast()) else { continue }
            let parts = [record.text("first_name"), record.text("last_name")].compactMap(\.self)
            names[agent] = parts.joined(separator: " ")
        }
        return names
    }
}
