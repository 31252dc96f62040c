import Model

extension LiveRows {
    /// The visitor says who they are.
    static func contact(_ visit: Visit, at now: Timestamp) -> [LiveChange] {
        let at = FieldValue.instant(now)
        let visitor = visit.visitor
        return [
            .update(
                .user,
                visitor.id.cast(),
                [
                    "first_name": .text(visitor.given?.text),
                    "last_name": .text(visitor.family?.text), "email": .text(visitor.email),
                    "phone": .text(visitor.phone), "updated_at": at,
                ]
            ),
            .update(
                .conversation,
                visit.id.cast(),
                [
                    "status": .text("info_collected"), "lead_score": .integer(visit.score),
                    "is_qualified": .boolean(visit.score ?? 0 >= 60), "updated_at": at,
                ]
            ),
            .update(
                .amplitudeAnalytics,
                visit.ids.analytics,
                [
                    "contact_captured": .boolean(true),
                    "contact_method": .text(visitor.email == nil ? "phone" : "email"),
                    "hot": .boolean(visit.score ?? 0 >= 80), "updated_at": at,
                ]
            ),
        ]
    }

    /// The bot books a tour, and the conversation says so for readers that know no better.
    static func booking(
        _ visit: Visit,
        _ tour: TourCast,
        _ site: PropertyCast,
        at now: Timestamp
    ) -> [LiveChange] {
        var clock = InstantText()
        let row = TourRows.row(
            tour,
            conversation: visit.id,
            site: site,
            visitor: visit.visitor,
            unit: visit.talk.search.size,
            created: now,
            &clock
        )
        return [
            .insert(row),
            .update(
                .conversation,
                visit.id.cast(),
                [
                    "status": .text("tour_scheduled"), "is_book_tour": .boolean(true),
                    "tour_type": .text(tour.type),
                    "tour_datetime": .text(String(tour.start.text.dropLast())),
                    "updated_at": .instant(now),
                ]
            ),
            .update(
                .amplitudeAnalytics,
                visit.ids.analytics,
                [
                    "tour_booked": .boolean(true), "tour_type": .text(tour.type),
                    "tour_intent": .boolean(true), "updated_at": .instant(now),
                ]
            ),
        ]
    }

    /// The visitor wants a person.
    static func handoff(_ visit: Visit, at now: Timestamp) -> [LiveChange] {
        let at = FieldValue.instant(now)
        return [
            .update(
                .conversation,
                visit.id.cast(),
                ["status": .text("handed_off"), "updated_at": at]
            ),
            .update(
                .amplitudeAnalytics,
                visit.ids.analytics,
                [
                    "admin_handoff_triggered": .boolean(true),
                    "customer_service_escalated": .boolean(true), "updated_at": at,
                ]
            ),
        ]
    }

    /// The bot passes a question on.
    static func question(_ visit: Visit, _ site: PropertyCast, at now: Timestamp) -> [LiveChange] {
        guard let question = visit.talk.question else { return [] }
        return [
            .insert(
                TableRow(
                    .tasks,
                    [
                        "id": .id(visit.ids.task), "property_id": .id(site.id),
                        "conversation_id": .id(visit.id),
                        "assigned_to": .id(visit.handling.agent), "question": .text(question.text),
                        "status": .text("pending"), "created_at": .instant(now),
                    ]
                )
            )
        ]
    }

    /// Somebody of the office is told.
    static func notification(_ visit: Visit, at now: Timestamp) -> TableRow {
        let at = FieldValue.instant(now)
        return TableRow(
            .leadNotification,
            [
                "id": .id(visit.ids.notification), "conversation_id": .id(visit.id),
                "property_manager_id": .id(visit.handling.agent),
                "notification_type": .text(Outcome.notificationType(of: visit)),
                "status": .text("sent"), "sent_at": at, "created_at": at,
            ]
        )
    }

    /// A colleague has answered.
    static func response(_ visit: Visit, at now: Timestamp) -> [LiveChange] {
        let at = FieldValue.instant(now)
        return [
            .update(
                .leadNotification,
                visit.ids.notification,
                ["status": .text("read"), "read_at": at, "response_at": at]
            )
        ]
    }

    /// A colleague has answered the question.
    static func answer(_ visit: Visit) -> [LiveChange] {
        guard let question = visit.talk.question else { return [] }
        return [
            .update(
                .tasks,
                visit.ids.task,
                ["answer": .text(question.answer), "status": .text("answered")]
            )
        ]
    }

    /// A colleague has written.
    static func email(
        _ visit: Visit,
        _ site: PropertyCast,
        id: RowID,
        at now: Timestamp,
        _ chance: inout Chance
    ) -> TableRow {
        let letter = Letter.write(visit, site, &chance)
        return TableRow(
            .emailDrafts,
            [
                "id": .id(id), "lead_id": .id(visit.visitor.id), "conversation_id": .id(visit.id),
                "subject": .text(letter.subject), "content": .text(letter.body),
                "preview": .text(String(letter.body.prefix(90))), "status": .text("sent"),
                "priority": .text("medium"), "tags": .text(JSONText.list(letter.tags)),
                "sent_at": .instant(now), "created_at": .instant(now),
            ]
        )
    }

    /// The visitor is gone.
    static func end(_ visit: Visit, at now: Timestamp) -> [LiveChange] {
        let at = FieldValue.instant(now)
        let seconds = now.since(visit.start).microseconds / 1_000_000
        return [
            .update(
                .conversation,
                visit.id.cast(),
                ["end_time": at, "status": .text(Outcome.status(of: visit)), "updated_at": at]
            ),
            .update(
                .amplitudeAnalytics,
                visit.ids.analytics,
                [
                    "widget_session_ended": .boolean(true),
                    "conversation_abandoned": .boolean(visit.intent.breaksOff),
                    "session_duration": .integer(seconds), "updated_at": at,
                ]
            ),
        ]
    }

    /// A stretch of an agent at a property that begins now.
    static func assignment(
        _ id: RowID,
        _ site: PropertyCast,
        _ agent: AgentCast,
        from day: LocalDate,
        at now: Timestamp
    ) -> TableRow {
        TableRow(
            .propertyManagerAssignment,
            [
                "id": .id(id), "property_id": .id(site.id), "property_manager_id": .id(agent.id),
                "is_primary": .boolean(false), "start_date": .text(day.text),
                "created_at": .instant(now), "updated_at": .instant(now),
            ]
        )
    }
}
