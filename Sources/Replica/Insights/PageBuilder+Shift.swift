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
        let tours = try self.tours(
            TourQuery(
                from: query.day.adding(days: -ShiftPage.missingDays),
                to: query.day.adding(days: 1),
                property: query.property
            )
        ).tours
        return ShiftPage(
            query: query,
            leads: Array(recent.prefix(query.limit)),
            leadsTotal: try leadsActive(since: since, at: query.property),
            questions: Array(
                questions.rows.filter { ($0.askedAt ?? since) > since }.prefix(query.limit)
            ),
            tours: tours.filter { $0.localStart.date == query.day && $0.status != .cancelled },
            missing: Array(
                tours.filter { $0.status == .scheduled && $0.end <= now }.reversed()
                    .prefix(query.limit)
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
