import GRDB
import Model

extension PageBuilder {
    /// What came in since an instant, today's tours, and tours whose outcome nobody noted.
    func shift(_ query: ShiftQuery) throws -> ShiftPage {
        // The newest come first: the first that is older ends them.
        let filter = LeadFilter(conditions: query.property.map { [.at($0)] } ?? [])
        let newest = try leads(LeadQuery(filter: filter, order: .newest, reach: query.limit))
        let since = query.since
        let recent = newest.rows.prefix { ($0.lastActivity ?? since) > since }
        let questions = try questions(QuestionQuery(property: query.property))
        // Each for itself: the tours of a month are too many to find a day's among them.
        let tomorrow = query.day.adding(days: 1)
        let today = TourQuery(from: query.day, to: tomorrow, property: query.property)
        let month = query.day.adding(days: -ShiftPage.missingDays)..<tomorrow
        return ShiftPage(
            query: query,
            leads: Array(recent.prefix(query.limit)),
            leadsTotal: try leadsActive(since: since, at: query.property),
            questions: Array(
                questions.rows.filter { ($0.askedAt ?? since) > since }.prefix(query.limit)
            ),
            tours: try tours(today).tours.filter { $0.status != .cancelled },
            missing: try TourBook(db).withoutOutcome(
                in: month,
                before: now,
                limit: query.limit,
                at: query.property
            )
        )
    }

    /// How many leads were active since then, counted up to a limit.
    private func leadsActive(since: Timestamp, at property: PropertyID?) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM lead INDEXED BY lead_newest
                        WHERE key_newest < ?1 AND (?2 IS NULL OR property_id = ?2) LIMIT ?3)
                    """
            ),
            arguments: [-since.microseconds, property?.data, PageSize.countedEmails]
        ) ?? 0
    }
}
