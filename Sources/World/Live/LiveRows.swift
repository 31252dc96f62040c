import Model

/// Turns what happens in a live session into changes of rows.
enum LiveRows {
    /// The visitor, or their coming back, and the conversation before anything is said.
    static func arrival(
        _ visit: Visit,
        _ site: PropertyCast,
        visits: Int?,
        at now: Timestamp
    ) -> [LiveChange] {
        [
            visitor(visit, visits: visits, at: now), .insert(conversation(visit, at: now)),
            .insert(analytics(visit, site, at: now)),
        ]
    }

    private static func visitor(_ visit: Visit, visits: Int?, at now: Timestamp) -> LiveChange {
        let at = FieldValue.instant(now)
        if let visits {
            return .update(
                .user,
                visit.visitor.id.cast(),
                [
                    "session_count": .integer(Int64(visits)), "last_seen": at, "updated_at": at,
                ]
            )
        }
        return .insert(
            TableRow(
                .user,
                [
                    "id": .id(visit.visitor.id), "lead_source": .text(visit.visitor.source),
                    "browser_id": .text(visit.visitor.browser), "session_count": .integer(1),
                    "last_seen": at, "created_at": at, "updated_at": at,
                ]
            )
        )
    }

    private static func conversation(_ visit: Visit, at now: Timestamp) -> TableRow {
        let at = FieldValue.instant(now)
        return TableRow(
            .conversation,
            [
                "id": .id(visit.id), "chatbot_id": .id(visit.chatbot),
                "user_id": .id(visit.visitor.id), "start_time": at,
                "is_qualified": .boolean(false), "is_book_tour": .boolean(false),
                "pre_qualified": .boolean(false), "source": .text(visit.visitor.source),
                "status": .text("chat_initiated"), "created_at": at, "updated_at": at,
            ]
        )
    }

    private static func analytics(
        _ visit: Visit,
        _ site: PropertyCast,
        at now: Timestamp
    ) -> TableRow {
        let at = FieldValue.instant(now)
        var named: [String: FieldValue] = [
            "id": .id(visit.ids.analytics), "conversation_id": .id(visit.id),
            "user_id": .id(visit.visitor.id), "chat_session_started": .boolean(true),
            "device_id": .text(visit.visitor.browser),
            "session_id": .text("s-\(Hexadecimal.text(visit.id.high >> 16, digits: 12))"),
            "page_url": .text("https://\(site.facts[.website])/"),
            "created_at": at, "updated_at": at,
        ]
        for column in flags { named[column] = .boolean(false) }
        for column in counters { named[column] = .integer(0) }
        return TableRow(.amplitudeAnalytics, named)
    }

    private static let flags = [
        "contact_captured", "tour_booked", "incentive_offered", "incentive_accepted",
        "incentive_expired", "admin_handoff_triggered", "customer_service_escalated",
        "conversation_abandoned", "widget_session_ended", "qualified", "pre_lease", "tour_intent",
        "hot", "signed",
    ]
    private static let counters = [
        "user_messages_sent", "bot_messages_received", "answer_button_clicks",
        "email_office_clicked", "phone_call_clicked", "widget_minimized",
    ]

    static func message(_ line: Line, of visit: Visit, at now: Timestamp, id: RowID) -> TableRow {
        let at = FieldValue.instant(now)
        return TableRow(
            .message,
            [
                "id": .id(id), "conversation_id": .id(visit.id),
                "sender_type": .text(line.sender.rawValue), "message_text": .text(line.text),
                "timestamp": at, "message_type": .text(line.kind), "created_at": at,
            ]
        )
    }

    /// What the platform notes after each line: counters always, wishes once they were spoken of.
    static func progress(_ session: LiveSession, at now: Timestamp) -> [LiveChange] {
        let visit = session.visit
        let at = FieldValue.instant(now)
        var changes: [LiveChange] = [
            .update(
                .amplitudeAnalytics,
                visit.ids.analytics,
                [
                    "user_messages_sent": .integer(session.count(.visitor)),
                    "bot_messages_received": .integer(session.count(.bot)), "updated_at": at,
                ]
            )
        ]
        if session.said == 2 {
            changes.append(
                .update(
                    .conversation,
                    visit.id.cast(),
                    ["status": .text("active"), "updated_at": at]
                )
            )
        } else if session.said == 4 {
            changes.append(.update(.conversation, visit.id.cast(), wishes(visit, at: at)))
        }
        return changes
    }

    private static func wishes(_ visit: Visit, at now: FieldValue) -> [String: FieldValue] {
        let search = visit.talk.search
        return [
            "apartment_size_preference": .text(search.size),
            "move_in_date": .text(search.moveIn?.text),
            "price_range_min": .text("\(search.low).00"),
            "price_range_max": .text("\(search.high).00"),
            "occupants_count": .integer(search.occupants),
            "has_pets": search.hasPets.map { .boolean($0) } ?? .null,
            "pet_details": .text(search.pet?.json),
            "desired_features": .text(JSONText.list(search.features)),
            "ai_intent_summary": .text(visit.talk.summary), "updated_at": now,
            "lead_score": .integer(visit.score),
        ]
    }
}
