/// Notes what a person did about a lead or means to do: a note, a contact with its outcome, a
/// follow-up.
package struct LogActivity: IntentRule {
    package static let kind = "log_activity"

    package var conversation: ConversationID
    package var activity: ActivityKind
    /// What came of a contact, such as `reached` or `voicemail`.
    package var outcome: String?
    package var note: String?
    /// When a follow-up is due.
    package var due: Timestamp?

    package init(
        conversation: ConversationID,
        activity: ActivityKind,
        outcome: String? = nil,
        note: String? = nil,
        due: Timestamp? = nil
    ) {
        self.conversation = conversation
        self.activity = activity
        self.outcome = outcome
        self.note = note
        self.due = due
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        _ = try rows.property(of: conversation)
        if activity == .followUp, due == nil { throw Refusal(.empty, field: "due") }
        let note =
            activity == .note
            ? try FieldRule.filled(note ?? "", "note", .leadActivity, "note")
            : try FieldRule.optional(note, "note", .leadActivity, "note")
        let write = RowWrite.insert(
            .leadActivity,
            act.newID("activity"),
            [
                "conversation_id": .id(conversation), "property_manager_id": .id(act.agent),
                "kind": .text(activity.rawValue), "note": note, "due_at": .instant(due),
                "outcome": try FieldRule.optional(outcome, "outcome", .leadActivity, "outcome"),
                "created_at": .instant(act.at),
            ]
        )
        guard activity.isContact else { return [write] }
        return try [write] + Response.writes(act, conversation, rows)
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        .retractActivity(RetractActivity(activity: act.newID("activity").cast()))
    }
}

/// What was done, by the platform-neutral word it is kept under.
package enum ActivityKind: String, Hashable, Sendable, Codable, CaseIterable {
    case note, call, email, text, visit
    case followUp = "follow_up"

    /// Whether it is a response of a person to the lead.
    package var isContact: Bool {
        switch self {
        case .call, .email, .text, .visit: true
        case .note, .followUp: false
        }
    }
}

/// Says that a follow-up is done.
package struct FinishFollowUp: IntentRule {
    package static let kind = "finish_follow_up"

    package var activity: ActivityID

    package init(activity: ActivityID) {
        self.activity = activity
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.leadActivity, activity)
        guard record["done_at"] == .null else { return [] }
        return [.update(record, ["done_at": .instant(act.at)])]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? { nil }
}

/// Takes back what was noted; it stays in the audit.
package struct RetractActivity: IntentRule {
    package static let kind = "retract_activity"

    package var activity: ActivityID

    package init(activity: ActivityID) {
        self.activity = activity
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.leadActivity, activity)
        guard record["retracted_at"] == .null else { return [] }
        return [.update(record, ["retracted_at": .instant(act.at)])]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? { nil }
}
