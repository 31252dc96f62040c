/// How an office did over some days.
package struct InsightsPage: Hashable, Sendable {
    package var query: InsightsQuery
    package var readAt: Timestamp
    package var funnel: Funnel
    /// Chats that began, by day.
    package var leadsByDay: [Int]
    /// Most leads first; rare ones are one.
    package var sources: [SourceCount]
    package var responses: TimeSpread
    /// The median of each day; nil where nothing was to respond to.
    package var responsesByDay: [Int?]
    package var answers: TimeSpread
    package var answersByDay: [Int?]
    package var tours: [TourOutcome: Int]
    /// In the catalogue's order.
    package var metrics: [MetricSeries]
    /// Conversations whose metrics are known.
    package var measured: Int

    /// From chat to tour.
    package struct Funnel: Hashable, Sendable {
        package var chats = 0
        package var contacts = 0
        package var booked = 0
        package var completed = 0

        package init() {}
    }

    /// Leads of one source.
    package struct SourceCount: Hashable, Sendable {
        package var name: String
        package var leads: Int
        package var booked: Int

        package init(name: String, leads: Int, booked: Int) {
            self.name = name
            self.leads = leads
            self.booked = booked
        }
    }

    /// One engagement metric over the days.
    package struct MetricSeries: Hashable, Sendable {
        /// The column's name.
        package var column: String
        package var byDay: [Int]
        package var total: Int { byDay.reduce(0, +) }

        package init(column: String, byDay: [Int]) {
            self.column = column
            self.byDay = byDay
        }
    }

    /// Works out what the facts come to.
    package init(query: InsightsQuery, facts: OfficeFacts, readAt: Timestamp) {
        self.query = query
        self.readAt = readAt
        let days = facts.days.count
        funnel = Funnel(facts.leads)
        leadsByDay = Self.byDay(facts.leads.map(\.day), days)
        sources = Self.sources(facts.leads)
        responses = TimeSpread(
            seconds: facts.responses.compactMap(\.seconds),
            open: facts.responses.count { $0.seconds == nil }
        )
        responsesByDay = Self.medians(facts.responses.map { ($0.day, $0.seconds) }, days)
        let asked = facts.answers.filter { $0.day != nil }
        answers = TimeSpread(
            seconds: asked.compactMap(\.seconds),
            open: asked.count { !$0.isAnswered }
        )
        answersByDay = Self.medians(asked.map { ($0.day ?? 0, $0.seconds) }, days)
        tours = facts.tours.reduce(into: [:]) { $0[$1.outcome, default: 0] += 1 }
        metrics = Catalogue.engagementMetrics.map { column in
            MetricSeries(
                column: column.name,
                byDay: facts.metrics.byDay[column.name] ?? Array(repeating: 0, count: days)
            )
        }
        measured = facts.metrics.conversations
    }

    private static func byDay(_ places: [Int], _ days: Int) -> [Int] {
        places.reduce(into: Array(repeating: 0, count: days)) { $0[$1] += 1 }
    }

    private static func medians(_ values: [(day: Int, seconds: Int?)], _ days: Int) -> [Int?] {
        var byDay = Array(repeating: [Int](), count: days)
        for (day, seconds) in values {
            if let seconds { byDay[day].append(seconds) }
        }
        return byDay.map { TimeSpread.rank(50, $0.sorted()) }
    }

    /// Sources that are named; the others are one.
    private static let namedSources = 8

    private static func sources(_ leads: [LeadFact]) -> [SourceCount] {
        var counts: [String: SourceCount] = [:]
        for lead in leads {
            let name = SourceName.of(lead.source)
            counts[name, default: SourceCount(name: name, leads: 0, booked: 0)].leads += 1
            if lead.isBooked { counts[name]?.booked += 1 }
        }
        let sorted = counts.values.sorted { ($1.leads, $0.name) < ($0.leads, $1.name) }
        guard sorted.count > namedSources else { return sorted }
        let others = sorted[(namedSources - 1)...]
        return sorted.prefix(namedSources - 1) + [
            SourceCount(
                name: "others",
                leads: others.reduce(0) { $0 + $1.leads },
                booked: others.reduce(0) { $0 + $1.booked }
            )
        ]
    }
}

extension InsightsPage.Funnel {
    /// Who came had booked, and who booked left a contact, whatever the platform noted.
    init(_ leads: [LeadFact]) {
        for lead in leads {
            chats += 1
            if lead.isCompleted { completed += 1 }
            if lead.isBooked || lead.isCompleted { booked += 1 }
            if lead.hasContact || lead.isBooked || lead.isCompleted { contacts += 1 }
        }
    }
}

/// What a source is called where it is counted: case and blanks do not make another.
package enum SourceName {
    /// The words that leads of one source share; of the platform's own names the ones people use.
    package static func of(_ source: String?) -> String {
        let words = (source ?? "").lowercased().split { $0.isWhitespace || $0 == "_" }
        switch words.joined(separator: " ") {
        case "": return "unknown"
        case "walk in": return "walk-in"
        case "calendly": return "Calendly"
        case let name: return name
        }
    }
}
