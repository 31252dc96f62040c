/// What an office did on a day, by agent and source.
package struct DayReport: Hashable, Sendable {
    package var day: LocalDate
    package var readAt: Timestamp
    /// One for each agent and source that did anything; by agent, then by source.
    package var lines: [ReportLine]
    /// Of how many properties it is: all of the office's.
    package var properties: Int

    package init(day: LocalDate, readAt: Timestamp, lines: [ReportLine], properties: Int = 1) {
        self.day = day
        self.readAt = readAt
        self.lines = lines
        self.properties = properties
    }

    /// Works out what the facts come to; `names` says what agents are called.
    package init(
        day: LocalDate,
        facts: OfficeFacts,
        names: [AgentID: String],
        readAt: Timestamp,
        properties: Int = 1
    ) {
        var lines: [ReportKey: ReportLine] = [:]
        func line(_ agent: AgentID?, _ source: String?, _ change: (inout ReportLine) -> Void) {
            let key = ReportKey(
                agent: agent.map { names[$0] ?? "a colleague" },
                source: SourceName.of(source)
            )
            var line = lines[key] ?? ReportLine(agent: key.agent, source: key.source)
            change(&line)
            lines[key] = line
        }
        let place = facts.days.index(of: day)
        for lead in facts.leads where lead.day == place {
            line(lead.agent, lead.source) {
                $0.leads += 1
                if lead.hasContact { $0.contacts += 1 }
            }
        }
        for response in facts.responses where response.day == place {
            line(response.agent, response.source) {
                if let seconds = response.seconds {
                    $0.responseSeconds.append(seconds)
                } else {
                    $0.unanswered += 1
                }
            }
        }
        for tour in facts.tours where tour.day == place {
            line(tour.agent, tour.source) { $0.tours[tour.outcome, default: 0] += 1 }
        }
        for answer in facts.answers where answer.answered == place && place != nil {
            line(answer.agent, answer.source) { $0.answered += 1 }
        }
        self.init(
            day: day,
            readAt: readAt,
            lines: lines.values.map(\.sorted).sorted {
                ($0.agent ?? "~", $0.source) < ($1.agent ?? "~", $1.source)
            },
            properties: properties
        )
    }

    /// Everything in one line.
    package var total: ReportLine {
        ReportLine.sum(lines, agent: nil, source: "")
    }

    /// One line an agent, nobody's last.
    package var byAgent: [ReportLine] {
        let agents = Set(lines.map(\.agent)).sorted { ($0 ?? "~") < ($1 ?? "~") }
        return agents.map { agent in
            ReportLine.sum(lines.filter { $0.agent == agent }, agent: agent, source: "")
        }
    }

    /// One line a source, most leads first.
    package var bySource: [ReportLine] {
        Set(lines.map(\.source)).map { source in
            ReportLine.sum(lines.filter { $0.source == source }, agent: nil, source: source)
        }
        .sorted { ($1.leads, $0.source) < ($0.leads, $1.source) }
    }

    private struct ReportKey: Hashable {
        var agent: String?
        var source: String
    }
}

/// What one agent did for leads of one source.
package struct ReportLine: Hashable, Sendable {
    /// Nil is nobody.
    package var agent: String?
    package var source: String
    package var leads = 0
    /// Leads that left an email address or a phone number.
    package var contacts = 0
    /// Seconds of open hours of every response, shortest first.
    package var responseSeconds: [Int] = []
    /// Leads that they were told of and have not responded to.
    package var unanswered = 0
    package var tours: [TourOutcome: Int] = [:]
    /// Questions answered.
    package var answered = 0

    package init(agent: String?, source: String) {
        self.agent = agent
        self.source = source
    }

    package var responses: TimeSpread { TimeSpread(seconds: responseSeconds, open: unanswered) }

    /// Tours of an outcome.
    package func tours(_ outcome: TourOutcome) -> Int { tours[outcome] ?? 0 }

    var sorted: ReportLine {
        var line = self
        line.responseSeconds.sort()
        return line
    }

    static func sum(_ lines: [ReportLine], agent: String?, source: String) -> ReportLine {
        var sum = ReportLine(agent: agent, source: source)
        for line in lines {
            sum.leads += line.leads
            sum.contacts += line.contacts
            sum.responseSeconds += line.responseSeconds
            sum.unanswered += line.unanswered
            sum.answered += line.answered
            sum.tours.merge(line.tours, uniquingKeysWith: +)
        }
        return sum.sorted
    }
}
