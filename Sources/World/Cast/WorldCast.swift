package import Model

/// Who and what a world has before anybody visits: companies, properties, agents and who looks
/// after what.
package struct WorldCast: Sendable {
    /// One for every 50 properties.
    package let companies: [CompanyCast]
    /// The demo agent's own first.
    package private(set) var properties: [PropertyCast]
    /// Everybody, the demo's agent first.
    package let agents: [AgentCast]
    /// Who looks after what, and when.
    package let assignments: [AssignmentCast]
    /// The agent at the demo's terminal: writes at the plan's own properties.
    package let demoAgent: AgentCast
    /// A colleague who reads where the demo's agent writes.
    package let readingAgent: AgentCast

    /// Draws the cast of a plan; the same for the same seed and scale.
    package init(_ plan: WorldPlan) {
        companies = Self.companies(plan)
        var properties: [PropertyCast] = []
        for number in 0..<plan.scale.properties {
            let company = companies[number / Self.propertiesPerCompany].id
            properties.append(PropertyCast(number: number, company: company, seed: plan.seed))
        }
        var roster = Roster(plan: plan, companies: companies, properties: properties)
        roster.assign()
        for (number, agents) in roster.team.enumerated() { properties[number].agents = agents }
        self.properties = properties
        agents = roster.agents
        assignments = roster.assignments
        demoAgent = roster.agents[0]
        readingAgent = roster.agents[1]
    }

    /// What the demo's agent works on.
    package func ownProperties(_ plan: WorldPlan) -> ArraySlice<PropertyCast> {
        properties.prefix(plan.scale.ownProperties)
    }

    static let propertiesPerCompany = 50

    private static func companies(_ plan: WorldPlan) -> [CompanyCast] {
        var chance = Chance(seed: plan.seed, 0xC0)
        let names = ["Lindqvist Residential", "Harbor & Vale Living", "Meridian Homes Group"]
        let count = (plan.scale.properties - 1) / propertiesPerCompany + 1
        return (0..<count).map { number in
            CompanyCast(
                id: chance.id(),
                name: number < names.count
                    ? names[number] : "\(names[number % names.count]) \(number)",
                number: number
            )
        }
    }
}

/// A company that owns properties.
package struct CompanyCast: Sendable {
    /// Its row in `company`.
    package let id: CompanyID
    /// What it is called; unique.
    package let name: String
    let number: Int

    var domain: String {
        let stem = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return "\(stem).example"
    }
}
