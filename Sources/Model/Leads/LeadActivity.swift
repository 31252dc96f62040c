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

/// An email to a lead that is not sent.
package struct EmailDraft: Hashable, Sendable, Identifiable {
    package var id: DraftID
    package var subject: String
    package var body: String
    package var status: String
    package var priority: String
    package var scheduledFor: Timestamp?

    package init(
        id: DraftID,
        subject: String,
        body: String,
        status: String,
        priority: String,
        scheduledFor: Timestamp?
    ) {
        self.id = id
        self.subject = subject
        self.body = body
        self.status = status
        self.priority = priority
        self.scheduledFor = scheduledFor
    }
}
