/// What a conversation and its notifications said before a tour was booked from it.
///
/// A booking that is taken back leaves the lead as it was: who waited waits again.
package struct TalkBefore: Hashable, Sendable, Codable {
    package var status: String?
    package var isBookTour: Bool?
    /// As the platform keeps it, in UTC and without a zone.
    package var tourTime: String?
    package var tourType: String?
    /// Notifications that nobody had responded to, and those that nobody had read.
    package var unanswered: [RowID]
    package var unread: [RowID]

    /// As the rows say it now.
    init(_ conversation: ConversationID, _ rows: some OfficeRows) throws {
        let talk = try rows.required(.conversation, conversation)
        status = talk.text("status")
        if case .boolean(let flag) = talk["is_book_tour"] { isBookTour = flag }
        tourTime = talk.text("tour_datetime")
        tourType = talk.text("tour_type")
        let notifications = try rows.notifications(of: conversation)
        unanswered = notifications.filter { $0["response_at"] == .null }.map(\.id)
        unread = notifications.filter { $0["read_at"] == .null }.map(\.id)
    }

    /// Puts it back; a stage that somebody has set since stays.
    func writes(
        _ act: Act,
        _ conversation: ConversationID,
        _ rows: some OfficeRows
    ) throws -> [RowWrite] {
        let talk = try rows.required(.conversation, conversation)
        var values: [String: FieldValue] = [
            "is_book_tour": isBookTour.map(FieldValue.boolean) ?? .null,
            "tour_datetime": .text(tourTime), "tour_type": .text(tourType),
            "updated_at": .instant(act.at),
        ]
        if talk.text("status") == "tour_scheduled" {
            guard status.map(SessionStatus.all.contains) ?? true else {
                throw Refusal(.badValue, field: "stage")
            }
            values["status"] = .text(status)
        }
        return try [.update(talk, values)] + notificationWrites(conversation, rows)
    }

    private func notificationWrites(
        _ conversation: ConversationID,
        _ rows: some OfficeRows
    ) throws -> [RowWrite] {
        try rows.notifications(of: conversation).compactMap { notification in
            var values: [String: FieldValue] = [:]
            if unanswered.contains(notification.id) { values["response_at"] = .null }
            if unread.contains(notification.id) { values["read_at"] = .null }
            return values.isEmpty ? nil : .update(notification, values)
        }
    }
}
