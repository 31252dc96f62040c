import Model

@testable import Replica

/// What should be so, worked out from plain rows.
struct Oracle {
    var rows: [Table: [RowID: TableRow]]

    /// The rule of who waits, as `lead.waiting_since` must have it.
    func waitingSince(_ conversation: TableRow) -> Timestamp? {
        guard let id = conversation.id, let asked = lastWord(of: id) else { return nil }
        let tours = of(.tours, id)
        let statuses = tours.map { TourStatus($0.string("status")) }
        let tasks = of(.tasks, id)
        let answered = tasks.contains { $0.hasAnswer }
        let pending = tasks.contains {
            !$0.hasAnswer && $0.string("status")?.lowercased() != "dismissed"
        }
        let responses =
            of(.emailDrafts, id).map { $0.string("sent_at") }
            + of(.leadNotification, id).map { $0.string("response_at") }
            + tours.map { $0.string("created_at") ?? $0.string("tour_datetime") }
        if let last = responses.compactMap(\.self).max(), let last = Timestamp(last), last >= asked
        {
            return nil
        }
        let isBooked = statuses.contains(.scheduled) || statuses.contains(.completed)
        if !pending, answered || isBooked { return nil }
        let status = conversation.string("status")
        let session = Session(status: status, hasEnded: conversation.string("end_time") != nil)
        let isHandedOff =
            Stage(
                status: status,
                hasContact: false,
                hasScheduledTour: false,
                hasCompletedTour: false
            ) == .handedOff
        return session == .live || hasContact(conversation) || isHandedOff ? asked : nil
    }

    /// The conversations that belong to a property.
    var leads: [TableRow] {
        (rows[.conversation] ?? [:]).values.filter { conversation in
            guard case .id(let bot) = conversation["chatbot_id"],
                let chatbot = rows[.chatbot]?[bot]
            else { return false }
            return chatbot["property_id"] != .null
        }
    }

    private func hasContact(_ conversation: TableRow) -> Bool {
        guard case .id(let id) = conversation["user_id"], let user = rows[.user]?[id] else {
            return false
        }
        return !(user.string("email") ?? "").isEmpty || !(user.string("phone") ?? "").isEmpty
    }

    private func of(_ table: Table, _ conversation: RowID) -> [TableRow] {
        (rows[table] ?? [:]).values.filter { $0["conversation_id"] == .id(conversation) }
    }

    /// When the visitor wrote last, in the order of the transcript.
    private func lastWord(of conversation: RowID) -> Timestamp? {
        let theirs = of(.message, conversation).filter { $0.string("sender_type") == "user" }
        let last = theirs.max { left, right in
            let keys = [left, right].map {
                ($0.string("timestamp") ?? "~", $0.string("created_at") ?? "~")
            }
            if keys[0] != keys[1] { return keys[0] < keys[1] }
            guard let left = left.id, let right = right.id else { return false }
            return left < right
        }
        return (last?.string("timestamp") ?? last?.string("created_at")).flatMap { Timestamp($0) }
    }
}

extension TableRow {
    func string(_ name: String) -> String? {
        if case .text(let text) = self[name] { text } else { nil }
    }

    fileprivate var hasAnswer: Bool {
        string("answer")?.contains { !$0.isWhitespace } ?? false
    }
}
