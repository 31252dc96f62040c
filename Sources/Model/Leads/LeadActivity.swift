/// Something that a person did about a lead, or means to do.
package struct LeadActivity: Hashable, Sendable, Identifiable {
    package var id: ActivityID
    /// `answer`, or the raw value of an `ActivityKind`.
    package var kind: String
    package var agentName: String?
    package var at: Timestamp?
    package var outcome: String?
    package var note: String?
    package var due: Timestamp?
    package var done: Timestamp?

    package init(
        id: ActivityID,
        kind: String,
        agentName: String?,
        at: Timestamp?,
        outcome: String?,
        note: String?,
        due: Timestamp?,
        done: Timestamp?
    ) {
        self.id = id
        self.kind = kind
        self.agentName = agentName
        self.at = at
        self.outcome = outcome
        self.note = note
        self.due = due
        self.done = done
    }
}
