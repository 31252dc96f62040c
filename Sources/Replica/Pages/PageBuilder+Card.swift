import GRDB
import Model

extension PageBuilder {
    /// Everything that is known of a lead; nil where it is not here.
    func card(_ id: ConversationID) throws -> LeadCard? {
        let window = try LeadWindow.whole(db, now: now, agent: agent)
        guard let lead = try window.place(of: id)?.row,
            let row = try Row.fetchOne(
                db.cachedStatement(sql: Self.factsSQL),
                arguments: [id.data]
            )
        else { return nil }
        var card = LeadCard(lead: lead)
        card.visitor = VisitorID(row, 0)
        card.email = row[1]
        card.phone = row[2]
        card.source = row[3]
        card.summary = row[4]
        card.occupants = row[5]
        card.workLocation = row[6]
        card.reasonForMoving = row[7]
        card.petDetails = row[8]
        card.desiredFeatures = row[9]
        card.startedAt = Timestamp(text: row, 10)
        card.draftsOpen = row[11]
        card.emailsSent = row[12]
        card.earlierVisits = try earlierVisits(
            before: row[10] ?? "",
            than: id,
            visitor: card.visitor,
            browser: row[13]
        )
        card.tours = try TourBook(db).tours(of: id)
        card.metrics = try metrics(of: id)
        try addDesk(of: id, to: &card)
        return card
    }

    /// What the office made of the lead.
    private func addDesk(of id: ConversationID, to card: inout LeadCard) throws {
        let rows = ReplicaRows(db: db)
        card.status = try rows.row(.conversation, id.cast())?.text("status")
        card.merge = try merge(of: id, card.visitor, rows)
        if let visitor = card.visitor, let record = try rows.row(.user, visitor.cast()) {
            card.contact = CorrectContact.Contact(record)
        }
        if let desk = try rows.row(.leadDesk, id.cast()) {
            card.claimedBy = desk.id("claimed_by")
            card.claimedByName = try name(of: card.claimedBy, rows)
            card.takenOverBy = desk.id("taken_over_by")
            card.takenOverByName = try name(of: card.takenOverBy, rows)
        }
        let activities = try rows.rows(.leadActivity, where: "conversation_id", is: id.cast())
        card.activities =
            try activities.filter { $0["retracted_at"] == .null }
            .sorted { ($0.text("created_at") ?? "", $0.id) > ($1.text("created_at") ?? "", $1.id) }
            .prefix(Self.activitiesShown)
            .map { try activity($0, rows) }
        card.drafts = try openEmails(of: id, limit: Self.activitiesShown)
    }

    /// Activities and drafts on a card: more than fit on the largest screen.
    private static let activitiesShown = 50

    private func activity(_ record: Record, _ rows: ReplicaRows) throws -> LeadActivity {
        LeadActivity(
            id: record.id.cast(),
            kind: record.text("kind") ?? "",
            agentName: try name(of: record.id("property_manager_id"), rows),
            at: record.instant("created_at"),
            outcome: record.text("outcome"),
            note: record.text("note"),
            due: record.instant("due_at"),
            done: record.instant("done_at")
        )
    }

    private func name(of agent: AgentID?, _ rows: ReplicaRows) throws -> String? {
        guard let agent, let record = try rows.row(.propertyManager, agent.cast()) else {
            return nil
        }
        return TourBook.shortName(first: record.text("first_name"), last: record.text("last_name"))
    }

    private static let factsSQL = """
        SELECT u.id, nullif(u.email, ''), nullif(u.phone, ''), coalesce(c.source, u.lead_source),
            c.ai_intent_summary, c.occupants_count, c.work_location, c.reason_for_moving,
            c.pet_details, c.desired_features, coalesce(c.start_time, c.created_at),
            (SELECT count(*) FROM email_drafts d
                WHERE d.conversation_id = c.id AND d.sent_at IS NULL
                    AND \(isOpenEmail)),
            (SELECT count(*) FROM email_drafts d
                WHERE d.conversation_id = c.id AND d.sent_at IS NOT NULL),
            nullif(u.browser_id, '')
        FROM conversation c LEFT JOIN "user" u ON u.id = c.user_id
        WHERE c.id = ?
        """

    /// Conversations of the same visitor or the same browser that began before.
    private func earlierVisits(
        before start: String,
        than id: ConversationID,
        visitor: VisitorID?,
        browser: String?
    ) throws -> Int {
        guard let visitor else { return 0 }
        return try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FROM conversation c
                    WHERE c.user_id IN (
                        SELECT ? UNION ALL SELECT id FROM "user" WHERE browser_id = ?)
                    AND coalesce(c.start_time, c.created_at, '') < ? AND c.id <> ?
                    """
            ),
            arguments: [visitor.data, browser, start, id.data]
        ) ?? 0
    }

    /// Several rows of one conversation are one: booleans OR-ed, counters by maximum, texts from
    /// the newest that has one.
    private func metrics(of id: ConversationID) throws -> EngagementMetrics? {
        let columns = Catalogue[.amplitudeAnalytics].travelling
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM amplitude_analytics WHERE conversation_id = ?
                    ORDER BY created_at DESC, id DESC
                    """
            ),
            arguments: [id.data]
        )
        guard !rows.isEmpty else { return nil }
        var metrics = EngagementMetrics(
            counts: [:],
            flags: [],
            contactMethod: newest("contact_method", rows),
            tourType: newest("tour_type", rows),
            sessionDuration: rows.compactMap { Int.fromDatabaseValue($0["session_duration"]) }.max()
        )
        for column in columns where column.name != "session_duration" {
            let values = rows.compactMap { Int.fromDatabaseValue($0[column.name]) }
            switch column.storage {
            case .integer:
                metrics.counts[column.name] = values.max() ?? 0
            case .boolean:
                if values.contains(where: { $0 != 0 }) { metrics.flags.insert(column.name) }
            case .id, .text:
                break
            }
        }
        return metrics
    }

    private func newest(_ column: String, _ rows: [Row]) -> String? {
        rows.lazy.compactMap { String.fromDatabaseValue($0[column]) }.first { !$0.isEmpty }
    }
}
