package import Model

/// An agent's assignment to a property, with what decides whether it is valid today.
package struct Assignment: Hashable, Sendable {
    package let property: PropertyID
    package let company: CompanyID?
    /// The first day, `2026-01-01`.
    package let start: String
    /// The last day; nil where it has no end.
    package let end: String?
    /// The property's zone, where the operator set one.
    package let zoneName: String?
    package let state: String
    package let zip: String
    /// What the agent may do there, as JSON; nil where nothing is said.
    package let permissions: String?

    package init(
        property: PropertyID,
        company: CompanyID?,
        start: String,
        end: String?,
        zoneName: String?,
        state: String,
        zip: String,
        permissions: String? = nil
    ) {
        self.property = property
        self.company = company
        self.start = start
        self.end = end
        self.zoneName = zoneName
        self.state = state
        self.zip = zip
        self.permissions = permissions
    }

    /// Whether it counts at that moment: both days are the property's own and belong to it.
    package func isValid(at now: Timestamp) -> Bool {
        let zone = zoneName.flatMap { Zone($0) } ?? Zone.guess(state: state, zip: zip)
        let today = zone.local(now).date.text
        return start <= today && end.map { today <= $0 } ?? true
    }
}
