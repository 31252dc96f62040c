import Foundation

/// Writes an email to a lead, as a draft or to be sent at a time; the platform sends it.
package struct WriteEmail: IntentRule {
    package static let kind = "write_email"

    package var conversation: ConversationID
    package var letter: Letter

    package init(conversation: ConversationID, letter: Letter) {
        self.conversation = conversation
        self.letter = letter
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let talk = try rows.required(.conversation, conversation)
        guard let visitor: VisitorID = talk.id("user_id"),
            try rows.row(.user, visitor.cast())?.isFilled("email") == true
        else { throw Refusal(.empty, field: "address") }
        var values = try letter.values(act)
        values["lead_id"] = .id(visitor)
        values["conversation_id"] = .id(conversation)
        values["created_at"] = .instant(act.at)
        return [.insert(.emailDrafts, act.newID("draft"), values)]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        .setEmailStatus(
            SetEmailStatus(
                draft: act.newID("draft").cast(),
                status: .cancelled,
                seen: letter.sendAt == nil ? "draft" : "scheduled"
            )
        )
    }
}

/// What an email says.
package struct Letter: Hashable, Sendable, Codable {
    package var subject: String
    package var body: String
    /// `low`, `medium` or `high`.
    package var priority: String
    package var tags: [String]
    /// When it is sent; nil keeps it a draft.
    package var sendAt: Timestamp?

    package init(
        subject: String,
        body: String,
        priority: String = "medium",
        tags: [String] = [],
        sendAt: Timestamp? = nil
    ) {
        self.subject = subject
        self.body = body
        self.priority = priority
        self.tags = tags
        self.sendAt = sendAt
    }

    func values(_ act: Act) throws(Refusal) -> [String: FieldValue] {
        guard ["low", "medium", "high"].contains(priority) else {
            throw Refusal(.badValue, field: "priority")
        }
        if let sendAt, sendAt < act.at { throw Refusal.past }
        try FieldRule.few(tags.count, "tags")
        return [
            "subject": try FieldRule.filled(subject, "subject", .emailDrafts, "subject"),
            "content": try FieldRule.filled(body, "text", .emailDrafts, "content"),
            "preview": .text(String(body.prefix(120))), "priority": .text(priority),
            "tags": tags.isEmpty ? .null : .text(CanonicalText.array(tags)),
            "status": .text(sendAt == nil ? "draft" : "scheduled"),
            "scheduled_for": .instant(sendAt),
        ]
    }
}

extension Refusal {
    /// An email's time lies behind, in the words that a tour's has.
    fileprivate static var past: Refusal {
        Refusal(.badValue, field: "time", detail: BookingObstacle.past.words(in: .utc))
    }
}

/// Changes an email that is not sent.
package struct EditEmail: IntentRule {
    package static let kind = "edit_email"

    package var draft: DraftID
    /// The text that the agent saw.
    package var seenBody: String
    package var letter: Letter

    package init(draft: DraftID, seenBody: String, letter: Letter) {
        self.draft = draft
        self.seenBody = seenBody
        self.letter = letter
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.emailDrafts, draft)
        guard ["draft", "scheduled"].contains(record.text("status") ?? "draft"),
            record.text("content") == seenBody
        else { throw Refusal(.changed, table: .emailDrafts, row: record.id) }
        return [.update(record, try letter.values(act))]
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let record = try rows.required(.emailDrafts, draft)
        // What was to be sent then may be in the past by now: it comes back as a draft.
        return .editEmail(
            EditEmail(
                draft: draft,
                seenBody: letter.body,
                letter: Letter(
                    subject: record.text("subject") ?? "",
                    body: record.text("content") ?? "",
                    priority: record.text("priority") ?? "medium",
                    tags: CanonicalText.texts(record.text("tags") ?? "")
                )
            )
        )
    }
}

/// Schedules an email, or cancels it, or makes it a draft again.
package struct SetEmailStatus: IntentRule {
    package static let kind = "set_email_status"

    package var draft: DraftID
    package var status: Status
    /// The status that the agent saw.
    package var seen: String?

    package init(draft: DraftID, status: Status, seen: String?) {
        self.draft = draft
        self.status = status
        self.seen = seen
    }

    /// What becomes of it.
    package enum Status: Hashable, Sendable, Codable {
        case draft
        case scheduled(Timestamp)
        case cancelled
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.emailDrafts, draft)
        // What is being sent cannot be called back.
        guard record.text("status") == seen, seen != "sent", seen != "sending" else {
            throw Refusal(.changed, table: .emailDrafts, row: record.id)
        }
        switch status {
        case .draft:
            return [.update(record, ["status": .text("draft"), "scheduled_for": .null])]
        case .scheduled(let time):
            guard time >= act.at else { throw Refusal.past }
            return [
                .update(record, ["status": .text("scheduled"), "scheduled_for": .instant(time)])
            ]
        case .cancelled: return [.update(record, ["status": .text("cancelled")])]
        }
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let word =
            switch status {
            case .draft: "draft"
            case .scheduled: "scheduled"
            case .cancelled: "cancelled"
            }
        return .setEmailStatus(SetEmailStatus(draft: draft, status: .draft, seen: word))
    }
}

/// JSON as PostgreSQL's `jsonb` writes it, so that a value is the same text on both sides.
package enum CanonicalText {
    /// The texts of a list such as `["a", "b"]`; none where it is no list of texts.
    package static func texts(_ json: String) -> [String] {
        (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    }

    /// `["a", "b"]`.
    static func array(_ texts: [String]) -> String {
        "[" + texts.map(quoted).joined(separator: ", ") + "]"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
