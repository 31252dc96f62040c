/// What is set for a property, and who works there.
package struct OfficePage: Hashable, Sendable {
    package var property: PropertyID
    package var name: String
    /// What is set; nil goes by the address.
    package var zone: String?
    /// What goes by the address.
    package var assumedZone: String
    package var bufferMinutes: Int?
    package var noticeMinutes: Int?
    /// Assignments that count or will, by name and day.
    package var assignments: [AssignmentRow]
    /// Everybody of the property's company, by name.
    package var colleagues: [AgentName]

    package init(
        property: PropertyID,
        name: String,
        zone: String?,
        assumedZone: String,
        bufferMinutes: Int?,
        noticeMinutes: Int?,
        assignments: [AssignmentRow],
        colleagues: [AgentName]
    ) {
        self.property = property
        self.name = name
        self.zone = zone
        self.assumedZone = assumedZone
        self.bufferMinutes = bufferMinutes
        self.noticeMinutes = noticeMinutes
        self.assignments = assignments
        self.colleagues = colleagues
    }
}

/// Who works at a property, from when to when.
package struct AssignmentRow: Hashable, Sendable, Identifiable {
    package var id: AssignmentID
    package var agent: AgentName
    package var property: PropertyID
    /// `2026-11-23`, in the property's zone.
    package var from: String
    /// The last day; nil has no end.
    package var until: String?
    package var isPrimary: Bool

    package init(
        id: AssignmentID,
        agent: AgentName,
        property: PropertyID,
        from: String,
        until: String?,
        isPrimary: Bool
    ) {
        self.id = id
        self.agent = agent
        self.property = property
        self.from = from
        self.until = until
        self.isPrimary = isPrimary
    }
}
