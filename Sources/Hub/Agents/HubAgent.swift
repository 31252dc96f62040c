package import Model

/// A property manager as enrolment and the operator know them.
package struct HubAgent: Hashable, Sendable {
    package let id: AgentID
    package let firstName: String
    package let lastName: String
    package let email: String

    package init(id: AgentID, firstName: String, lastName: String, email: String) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
    }
}
