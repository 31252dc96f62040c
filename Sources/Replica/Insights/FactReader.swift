import GRDB
import Model

/// Reads what happened in some days, along indexes by time.
///
/// Measured figures are in `insights`' own documentation; what is read is bounded by the days, not
/// by the history.
struct FactReader {
    let db: Database
    let now: Timestamp
    private var days: WallDays
    private var facts: OfficeFacts

    init(_ db: Database, days: OfficeDays, properties: [PropertyName], now: Timestamp) {
        self.db = db
        self.now = now
        self.days = WallDays(days: days, properties: properties)
        facts = OfficeFacts(days: days)
    }

    /// Everything; metrics only where they are wanted.
    mutating func read(withMetrics: Bool) throws -> OfficeFacts {
        try readLeads()
        if withMetrics { try readMetrics() }
        try readResponses()
        try readAnswers()
        try readTours()
        return facts
    }

    /// Runs a statement between the days' bounds, which are its first two parameters.
    private func each(_ sql: String, _ body: (CStatement) throws -> Void) throws {
        let statement = try CStatement(db, sql)
        let bounds = days.bounds
        statement.bind(1, text: bounds.start)
        statement.bind(2, text: bounds.end)
        defer { statement.reset() }
        while try statement.step() {
            // A page that nobody waits for any more stops here.
            try body(statement)
        }
    }

    private mutating func readLeads() throws {
        var days = days
        var leads: [LeadFact] = []
        try each(Self.leads) { row in
            guard let at = row.text(0).flatMap({ Timestamp($0) }), let property = row.id(1),
                let day = days.index(of: at, at: property.cast())
            else { return }
            leads.append(
                LeadFact(
                    day: day,
                    source: row.text(2),
                    agent: row.id(6)?.cast(),
                    hasContact: row.integer(3) != 0,
                    isBooked: row.integer(4) != 0,
                    isCompleted: row.integer(5) != 0
                )
            )
        }
        facts.leads = leads
        self.days = days
    }

    private mutating func readMetrics() throws {
        var days = days
        var tally = MetricTally()
        let columns = Catalogue.engagementMetrics.map(\.name)
        var current: Int64?
        var day: Int?
        var values = Array(repeating: 0, count: columns.count)
        func close() {
            guard let day else { return }
            tally.conversations += 1
            for (column, value) in zip(columns, values) {
                tally.add(value, column, day: day, of: facts.days.count)
            }
        }
        // Several rows of one conversation come one after the other, and are one: booleans OR-ed,
        // counters by maximum.
        try each(Self.metrics(columns)) { row in
            if current != row.integer(0) {
                close()
                current = row.integer(0)
                values = Array(repeating: 0, count: columns.count)
                let at = row.text(1).flatMap { Timestamp($0) }
                day = row.id(2).flatMap { id in at.flatMap { days.index(of: $0, at: id.cast()) } }
            }
            for index in columns.indices {
                values[index] = max(values[index], row.amount(Int32(index + 3)))
            }
        }
        close()
        facts.metrics = tally
        self.days = days
    }

    private mutating func readResponses() throws {
        var days = days
        var responses: [ResponseFact] = []
        try each(Self.responses) { row in
            guard let sent = row.text(0).flatMap({ Timestamp($0) }),
                let property: PropertyID = row.id(2)?.cast(),
                let day = days.index(of: sent, at: property)
            else { return }
            let response = row.text(1).flatMap { Timestamp($0) }
            responses.append(
                ResponseFact(
                    day: day,
                    source: row.text(4),
                    agent: row.id(3)?.cast(),
                    seconds: response.map { days.openSeconds(from: sent, to: $0, at: property) }
                )
            )
        }
        facts.responses = responses
        self.days = days
    }

    private mutating func readAnswers() throws {
        // Each in the order of time for itself, so that both find their days without a calendar.
        var asking = days
        var answering = days
        var answers: [AnswerFact] = []
        try each(Self.answers) { row in
            guard let asked = row.text(0).flatMap({ Timestamp($0) }),
                let property: PropertyID = row.id(1)?.cast()
            else { return }
            let isAnswered = row.text(2) == "answered"
            let answered = isAnswered ? row.text(5).flatMap { Timestamp($0) } : nil
            answers.append(
                AnswerFact(
                    day: asking.index(of: asked, at: property),
                    answered: answered.flatMap { answering.index(of: $0, at: property) },
                    source: row.text(4),
                    agent: row.id(3)?.cast(),
                    isAnswered: isAnswered,
                    seconds: answered.map { asking.openSeconds(from: asked, to: $0, at: property) }
                )
            )
        }
        facts.answers = answers
    }

    private mutating func readTours() throws {
        var days = days
        var tours: [TourFact] = []
        try each(Self.tours) { row in
            guard let start = row.text(0).flatMap({ Timestamp($0) }), let property = row.id(1),
                let day = days.index(of: start, at: property.cast())
            else { return }
            let end = start.advanced(by: .seconds(min(max(0, row.integer(4)), 1_440) * 60))
            tours.append(
                TourFact(
                    day: day,
                    source: row.text(5),
                    agent: row.id(3)?.cast(),
                    outcome: TourOutcome(TourStatus(row.text(2)), isOver: end <= now)
                )
            )
        }
        facts.tours = tours
        self.days = days
    }
}

/// The statements; each reads between two instants.
extension FactReader {
    private static let source = """
        coalesce(c.source, (SELECT u.lead_source FROM "user" u WHERE u.id = c.user_id))
        """

    private static let leads = """
        SELECT coalesce(c.start_time, c.created_at), l.property_id, \(source), l.has_contact,
            l.scheduled_tours IS NOT NULL OR l.completed_tour IS NOT NULL
                OR l.stage IN ('tour_scheduled', 'tour_completed')
                OR EXISTS (SELECT 1 FROM tours t WHERE t.conversation_id = c.id),
            l.completed_tour IS NOT NULL OR l.stage = 'tour_completed',
            coalesce((SELECT d.claimed_by FROM lead_desk d WHERE d.id = c.id),
                (SELECT n.property_manager_id FROM lead_notification n
                    WHERE n.conversation_id = c.id LIMIT 1))
        FROM conversation c INDEXED BY conversation_start CROSS JOIN lead l ON l.seq = c.seq
        WHERE coalesce(c.start_time, c.created_at) >= ?
            AND coalesce(c.start_time, c.created_at) < ?
        """

    private static func metrics(_ columns: [String]) -> String {
        """
        SELECT c.seq, coalesce(c.start_time, c.created_at), l.property_id,
            \(columns.map { "a.\"\($0)\"" }.joined(separator: ", "))
        FROM conversation c INDEXED BY conversation_start CROSS JOIN lead l ON l.seq = c.seq
        CROSS JOIN amplitude_analytics a ON a.conversation_id = c.id
        WHERE coalesce(c.start_time, c.created_at) >= ?
            AND coalesce(c.start_time, c.created_at) < ?
        """
    }

    private static let responses = """
        SELECT coalesce(n.sent_at, n.created_at), n.response_at, l.property_id,
            n.property_manager_id, \(source)
        FROM lead_notification n INDEXED BY notification_sent
        CROSS JOIN lead l ON l.id = n.conversation_id
        CROSS JOIN conversation c ON c.seq = l.seq
        WHERE coalesce(n.sent_at, n.created_at) >= ? AND coalesce(n.sent_at, n.created_at) < ?
        """

    /// When a question was answered is noted with the answer where it was given here, and else with
    /// the response to its announcement.
    private static let answers = """
        SELECT t.created_at, t.property_id, task_state(t.status, t.answer), t.assigned_to,
            (SELECT \(source) FROM conversation c WHERE c.id = t.conversation_id),
            coalesce(
                (SELECT min(a.created_at) FROM lead_activity a
                    WHERE a.conversation_id = t.conversation_id AND a.kind = 'answer'
                    AND a.retracted_at IS NULL AND a.created_at >= t.created_at),
                (SELECT min(n.response_at) FROM lead_notification n
                    WHERE n.conversation_id = t.conversation_id
                    AND n.response_at >= t.created_at))
        FROM tasks t INDEXED BY tasks_asked
        WHERE t.created_at >= ? AND t.created_at < ?
        """

    private static let tours = """
        SELECT t.tour_datetime, t.property_id, t.status, t.property_manager_id,
            coalesce(t.duration_minutes, 60),
            coalesce((SELECT \(source) FROM conversation c WHERE c.id = t.conversation_id),
                t.source)
        FROM tours t INDEXED BY tours_time WHERE t.tour_datetime >= ? AND t.tour_datetime < ?
        """
}
