import GRDB
import Model

extension PageBuilder {
    /// What came in since an instant, today's tours, and tours whose outcome nobody noted.
    func shift(_ query: ShiftQuery) throws -> ShiftPage {
        // The newest come first: the first that is older ends them.
        let newest = try leads(LeadQuery(order: .newest, reach: query.limit))
        let since = query.since
        let recent = newest.rows.prefix { ($0.lastActivity ?? since) > since }
        let questions = try questions(QuestionQuery(limit: PageSize.questions))
        let tours = try self.tours(
            TourQuery(
                from: query.day.adding(days: -ShiftPage.missingDays),
                to: query.day.adding(days: 1)
            )
        ).tours
        return ShiftPage(
            query: query,
            leads: Array(recent.prefix(query.limit)),
            leadsTotal: try leadsActive(since: since),
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
    private func leadsActive(since: Timestamp) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM lead INDEXED BY lead_newest
                        WHERE key_newest < ? LIMIT ?)
                    """
            ),
            arguments: [-since.microseconds, PageSize.countedEmails]
        ) ?? 0
    }
}
