package import Model

/// A leasing agent of the made-up world.
package struct AgentCast: Sendable {
    /// Their row in `property_manager`.
    package let id: AgentID
    /// Whom they work for.
    package let company: CompanyID
    /// As the staff list has it.
    package let firstName: String
    /// As the staff list has it.
    package let lastName: String
    /// What they sign in with.
    package let email: String
    let phone: String
    let role: String
    /// Whether the platform lets them write.
    package let mayWrite: Bool
}

/// One stretch of time in which an agent looks after a property.
package struct AssignmentCast: Sendable {
    /// Its row in `property_manager_assignment`.
    package let id: RowID
    /// What is looked after.
    package let property: PropertyID
    /// Who looks after it.
    package let agent: AgentID
    /// Whether the property is theirs first.
    package let isPrimary: Bool
    /// Their first day.
    package let start: LocalDate
    /// Their last day; nil where none is set.
    package let end: LocalDate?
    /// JSON; nil grants what the agent's own level grants.
    let permissions: String?
}
