package import Model

/// What an agent may see and where they may write, at a moment.
package struct AgentAccess: Hashable, Sendable {
    package let agent: AgentID
    package let scope: Scope
    /// Those of the scope's properties where they may write.
    package let writable: Set<PropertyID>

    /// Takes the agent's assignments of any day; those that count at that moment decide.
    package init(
        agent: AgentID,
        company: CompanyID?,
        level: String?,
        assignments: [Assignment],
        now: Timestamp
    ) {
        self.agent = agent
        let valid = assignments.filter { $0.isValid(at: now) }
        scope = Scope(
            properties: valid.map(\.property),
            companies: valid.compactMap(\.company) + (company.map { [$0] } ?? [])
        )
        writable = Set(
            valid.filter {
                AccessLevel(manager: level, permissions: $0.permissions) == .write
            }.map(\.property)
        )
    }
}
