import Model

/// Draws agents and decides who looks after what, with all the ways an assignment can lie in time.
struct Roster {
    let plan: WorldPlan
    let companies: [CompanyCast]
    let properties: [PropertyCast]
    private(set) var agents: [AgentCast] = []
    private(set) var assignments: [AssignmentCast] = []
    /// For each property who may be given its tours and questions, the primary first.
    private(set) var team: [[AgentID]]
    private var chance: Chance
    private let today: LocalDate

    init(plan: WorldPlan, companies: [CompanyCast], properties: [PropertyCast]) {
        self.plan = plan
        self.companies = companies
        self.properties = properties
        team = Array(repeating: [], count: properties.count)
        chance = Chance(seed: plan.seed, 0xA6)
        today = LocalDate(dayNumber: Int(plan.now.seconds / 86_400))
    }

    /// The demo's agent and their colleagues first, then a few agents for every three properties.
    mutating func assign() {
        let company = companies[0]
        hire("Maren", "Oyelaran", "Senior leasing agent", write: true, company)
        hire("Tobias", "Lindgren", "Leasing assistant", write: false, company)
        hire("Priyanka", "Deshmukh", "Leasing agent", write: true, company)
        hire("Caleb", "Whitehorse", "Leasing agent", write: true, company)
        let (demo, reader, second, third) = (
            agents[0].id, agents[1].id, agents[2].id, agents[3].id
        )
        for number in 0..<plan.scale.ownProperties {
            add(number, demo, primary: true, from: -900)
            add(number, number.isMultiple(of: 2) ? second : third, from: -400)
            add(number, reader, from: -300, permissions: #"{"access": "read"}"#)
        }
        if plan.scale.ownProperties > 0 { addOddStretches(second, third) }
        for number in plan.scale.ownProperties..<properties.count { staff(number) }
        if plan.scale.properties > plan.scale.ownProperties {
            // Begins next week: not hers today.
            add(plan.scale.ownProperties, demo, from: 6, isCounted: false)
        }
    }

    /// Stretches that ended, that have not begun, and one that ends soon.
    private mutating func addOddStretches(_ second: AgentID, _ third: AgentID) {
        add(0, third, from: -700, to: -420, isCounted: false)
        add(0, third, from: 20, isCounted: false)
        let last = plan.scale.ownProperties - 1
        add(last, last.isMultiple(of: 2) ? third : second, from: -90, to: 9, isCounted: false)
        add(0, agents[1].id, from: -600, to: -500, isCounted: false)
    }

    /// Two agents for a property that is not the demo's; a new pair every three properties.
    private mutating func staff(_ number: Int) {
        let company = companies[number / WorldCast.propertiesPerCompany]
        let known = team.prefix(number).last { !$0.isEmpty }
        let isShared =
            number > plan.scale.ownProperties && !number.isMultiple(of: 3)
            && properties[number - 1].company == properties[number].company
        guard let known, isShared, known.count >= 2 else {
            let place = agents.count
            for write in [true, false] {
                let name = VisitorNames.office(agents.count)
                hire(name.given, name.family, "Leasing agent", write: write, company)
            }
            add(number, agents[place].id, primary: true, from: -chance.within(200...900))
            add(number, agents[place + 1].id, from: -chance.within(100...400))
            return
        }
        add(number, known[0], primary: true, from: -chance.within(200...900))
        add(number, known[1], from: -chance.within(100...400))
    }

    private mutating func hire(
        _ first: String,
        _ last: String,
        _ role: String,
        write: Bool,
        _ company: CompanyCast
    ) {
        let number = agents.count
        let handle = "\(first).\(last)".lowercased().filter { $0.isASCII && $0 != " " }
        let suffix = number < 4 ? "" : "\(number)"
        agents.append(
            AgentCast(
                id: chance.id(),
                company: company.id,
                firstName: first,
                lastName: last,
                email: "\(handle)\(suffix)@\(company.domain)",
                phone: Contacts.office(number),
                role: role,
                mayWrite: write
            )
        )
    }

    private mutating func add(
        _ number: Int,
        _ agent: AgentID,
        primary: Bool = false,
        from start: Int,
        to end: Int? = nil,
        permissions: String? = nil,
        isCounted: Bool = true
    ) {
        assignments.append(
            AssignmentCast(
                id: chance.id(),
                property: properties[number].id,
                agent: agent,
                isPrimary: primary,
                start: today.adding(days: start),
                end: end.map { today.adding(days: $0) },
                permissions: permissions
            )
        )
        if isCounted { team[number].append(agent) }
    }
}
