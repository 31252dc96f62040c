/// Says how far a lead has come; never backwards silently.
package struct SetStage: IntentRule {
    package static let kind = "set_stage"

    package var conversation: ConversationID
    /// One of the eight values of the schema.
    package var status: String
    /// The status that the agent saw.
    package var seen: String?
    /// Whether the agent was told that it goes backwards, and wants it.
    package var goesBack: Bool

    package init(
        conversation: ConversationID,
        status: String,
        seen: String?,
        goesBack: Bool = false
    ) {
        self.conversation = conversation
        self.status = status
        self.seen = seen
        self.goesBack = goesBack
    }

    /// The values that the platform knows, in the order of its funnel.
    package static let statuses = SessionStatus.all

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.conversation, conversation)
        guard SessionStatus.all.contains(status) else {
            throw Refusal(.badValue, field: "stage")
        }
        guard record.text("status") == seen else {
            throw Refusal(.changed, table: .conversation, row: record.id)
        }
        if !goesBack, SessionStatus.rank(status) < SessionStatus.rank(record.text("status")) {
            throw Refusal(.backwards, field: "stage")
        }
        return [
            .update(record, ["status": .text(status), "updated_at": .instant(act.at)])
        ]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let record = try rows.required(.conversation, conversation)
        guard let before = record.text("status"), SessionStatus.all.contains(before) else {
            return nil
        }
        return .setStage(
            SetStage(conversation: conversation, status: before, seen: status, goesBack: true)
        )
    }
}

/// The values that the platform's check allows in `conversation.status`.
enum SessionStatus {
    static let all: [String] = Catalogue[.conversation].checks.flatMap { check -> [String] in
        if case .oneOf("status", let values) = check { return values }
        return []
    }

    /// Where the funnel's values stand; what speaks of the session alone is at its beginning.
    static func rank(_ status: String?) -> Int {
        switch Stage(status: status) {
        case .new, .unknown: 0
        case .contactKnown: 1
        case .handedOff: 2
        case .tourScheduled: 3
        case .tourCompleted: 4
        }
    }
}
