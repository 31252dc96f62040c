package import Model

/// A leasing agent of the made-up world.
package struct AgentCast: Sendable {
    package let id: AgentID
    package let company: CompanyID
    package let firstName: String
    package let lastName: String
    package let email: String
    let phone: String
    let role: String
    /// Whether the platform lets them write.
    package let mayWrite: Bool
}

/// One stretch of time in which an agent looks after a property.
package struct AssignmentCast: Sendable {
    package let id: RowID
    package let property: PropertyID
    package let agent: AgentID
    package let isPrimary: Bool
    package let start: LocalDate
    package let end: LocalDate?
    /// JSON; nil grants what the agent's own level grants.
    let permissions: String?
}
