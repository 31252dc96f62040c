import GRDB
import Model

extension PageBuilder {
    /// The earlier visits of a conversation's visitor; nil where the conversation is not here.
    ///
    /// Costs what that visitor's conversations are: they are found by the indexes of visitors and
    /// browsers.
    func visits(before id: ConversationID) throws -> VisitsPage? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT u.id, nullif(u.browser_id, ''), coalesce(c.start_time, c.created_at, '')
                    FROM conversation c LEFT JOIN "user" u ON u.id = c.user_id WHERE c.id = ?
                    """
            ),
            arguments: [id.data]
        )
        guard let row else { return nil }
        guard let visitor = VisitorID(row, 0) else {
            return VisitsPage(conversation: id, visits: [])
        }
        let found = try earlier(than: id, visitor, browser: row[1], before: row[2])
        let window = try LeadWindow.whole(db, now: now, agent: agent)
        let tours = try TourBook(db)
        let visits = try found.prefix(PageSize.visits).compactMap { earlier in
            try visit(earlier.id, window, tours)
        }
        return VisitsPage(conversation: id, visits: visits)
    }

    /// Conversations of a visitor, or of a browser, that began before; the latest first.
    private func earlier(
        than id: ConversationID,
        _ visitor: VisitorID,
        browser: String?,
        before start: String
    ) throws -> [(id: ConversationID, start: String)] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT c.id, coalesce(c.start_time, c.created_at, '') FROM conversation c
                    WHERE c.user_id IN (
                        SELECT ? UNION ALL SELECT id FROM "user" WHERE browser_id = ?)
                    AND coalesce(c.start_time, c.created_at, '') < ? AND c.id <> ?
                    """
            ),
            arguments: [visitor.data, browser, start, id.data]
        )
        let all = rows.compactMap { row -> (id: ConversationID, start: String)? in
            ConversationID(row, 0).map { (id: $0, start: row[1]) }
        }
        return all.sorted { ($1.start, $1.id) < ($0.start, $0.id) }
    }

    private func visit(
        _ id: ConversationID,
        _ window: LeadWindow,
        _ tours: TourBook
    ) throws -> EarlierVisit? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT coalesce(c.start_time, c.created_at), c.end_time,
                        coalesce(nullif(c.source, ''), nullif(u.lead_source, '')),
                        (SELECT count(*) FROM message m WHERE m.conversation_id = c.id)
                    FROM conversation c LEFT JOIN "user" u ON u.id = c.user_id WHERE c.id = ?
                    """
            ),
            arguments: [id.data]
        )
        // A conversation of no property is nobody's lead.
        guard let row, let lead = try window.place(of: id)?.row else { return nil }
        return EarlierVisit(
            lead: lead,
            startedAt: Timestamp(text: row, 0),
            endedAt: Timestamp(text: row, 1) ?? lead.lastActivity,
            source: row[2],
            messages: row[3],
            tours: try tours.tours(of: id)
        )
    }
}
