/// What every change of a tour writes beside its row.
enum TourHistory {
    /// An entry of the tour's history.
    static func event(
        _ act: Act,
        _ tour: RowID,
        _ kind: String,
        to time: Timestamp? = nil,
        _ more: [String: FieldValue] = [:]
    ) -> RowWrite {
        let values: [String: FieldValue] = [
            "tour_id": .id(tour), "property_manager_id": .id(act.agent), "kind": .text(kind),
            "to_time": .instant(time), "created_at": .instant(act.at),
        ]
        return .insert(.tourEvent, act.newID("event"), values.merging(more) { $1 })
    }

    /// The conversation's own fields, for readers that know no tours: the time in UTC.
    static func talk(
        _ act: Act,
        _ conversation: ConversationID,
        start: Timestamp,
        type: String?,
        _ rows: some OfficeRows
    ) throws -> RowWrite {
        let talk = try rows.required(.conversation, conversation)
        var values: [String: FieldValue] = [
            "is_book_tour": .boolean(true),
            "tour_datetime": .text(String(start.text.dropLast())), "updated_at": .instant(act.at),
        ]
        if let type { values["tour_type"] = .text(type) }
        if SessionStatus.rank(talk.text("status")) < SessionStatus.rank("tour_scheduled") {
            values["status"] = .text("tour_scheduled")
        }
        return .update(talk, values)
    }
}
