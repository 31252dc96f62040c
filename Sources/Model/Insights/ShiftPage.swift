/// What an agent begins a shift with: what came in since the last one, today's tours, and tours
/// whose outcome nobody noted.
package struct ShiftQuery: Hashable, Sendable {
    package var since: Timestamp
    /// Today, on the wall of each property.
    package var day: LocalDate
    package var limit: Int
    /// Only of this property; nil is all.
    package var property: PropertyID?

    package init(
        since: Timestamp,
        day: LocalDate,
        limit: Int = PageSize.shift,
        property: PropertyID? = nil
    ) {
        self.since = since
        self.day = day
        self.limit = limit
        self.property = property
    }
}

/// The beginning of a shift.
package struct ShiftPage: Hashable, Sendable {
    package var query: ShiftQuery
    /// Leads with something new since then, the latest first.
    package var leads: [LeadRow]
    /// How many those are, beyond the limit too.
    package var leadsTotal: Int
    package var questions: [QuestionRow]
    /// Today's tours, earliest first.
    package var tours: [TourRow]
    /// Tours of the last weeks that are over and say not how they went, the latest first.
    package var missing: [TourRow]

    package init(
        query: ShiftQuery,
        leads: [LeadRow],
        leadsTotal: Int,
        questions: [QuestionRow],
        tours: [TourRow],
        missing: [TourRow]
    ) {
        self.query = query
        self.leads = leads
        self.leadsTotal = leadsTotal
        self.questions = questions
        self.tours = tours
        self.missing = missing
    }

    /// How far back tours without an outcome are looked for, in days.
    package static let missingDays = 30
}
