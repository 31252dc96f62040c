package import Model

/// The tables and columns that mutations write, and no others: the hub refuses what is not here,
/// and the role that it serves with has no more rights than these.
package enum WriteRights {
    /// Columns that are named when a row comes to be, beside its id.
    package static let inserts: [Table: [String]] = [
        .tasks: [
            "property_id", "conversation_id", "assigned_to", "question", "answer", "status",
            "created_at",
        ],
        .faq: [
            "property_id", "question", "answer", "category", "source_type", "status",
            "assigned_to", "created_at", "updated_at",
        ],
        .emailDrafts: [
            "lead_id", "conversation_id", "subject", "content", "preview", "status", "priority",
            "tags", "scheduled_for", "created_at",
        ],
        .tours: [
            "conversation_id", "property_id", "property_manager_id", "prospect_name",
            "prospect_email", "prospect_phone", "unit_interest", "tour_datetime",
            "duration_minutes", "tour_type", "status", "source", "created_at",
        ],
        .propertyManagerAssignment: [
            "property_id", "property_manager_id", "is_primary", "start_date", "end_date",
            "created_at", "updated_at",
        ],
        .leadDesk: [
            "conversation_id", "claimed_by", "claimed_at", "taken_over_by", "taken_over_at",
            "merged_from",
        ],
        .leadActivity: [
            "conversation_id", "property_manager_id", "kind", "outcome", "note", "due_at",
            "created_at",
        ],
        .tourEvent: [
            "tour_id", "property_manager_id", "kind", "asked_by", "reason", "from_time", "to_time",
            "interest", "unit", "created_at",
        ],
        .propertySettings: ["property_id", "time_zone", "buffer_minutes", "notice_minutes"],
    ]

    /// Columns that change.
    package static let updates: [Table: [String]] = [
        .tasks: ["answer", "status", "assigned_to"],
        .faq: ["answer", "status", "category", "assigned_to", "updated_at"],
        .conversation: [
            "status", "user_id", "is_book_tour", "tour_datetime", "tour_type", "updated_at",
        ],
        .leadNotification: ["read_at", "response_at"],
        .emailDrafts: [
            "lead_id", "subject", "content", "preview", "status", "priority", "tags",
            "scheduled_for",
        ],
        .tours: ["tour_datetime", "duration_minutes", "property_manager_id", "status"],
        .user: ["first_name", "last_name", "email", "phone", "updated_at"],
        .propertyManagerAssignment: ["start_date", "end_date", "updated_at"],
        .leadDesk: [
            "claimed_by", "claimed_at", "taken_over_by", "taken_over_at", "merged_from",
        ],
        .leadActivity: ["done_at", "retracted_at"],
        .propertySettings: ["time_zone", "buffer_minutes", "notice_minutes"],
    ]

    /// Whether the write keeps to them.
    package static func allow(_ write: RowWrite) -> Bool {
        let columns = write.kind == .insert ? inserts[write.table] : updates[write.table]
        return columns.map { Set(write.values.keys).isSubset(of: $0) } ?? false
    }
}
