import Testing

@testable import Model

struct DayReportTests {
    private let dana = AgentID(high: 1, low: 1)

    private func report(names: [AgentID: String], source: String = "website") -> DayReport {
        let day = LocalDate(dayNumber: 20_000)
        var facts = OfficeFacts(days: OfficeDays(last: day, count: 2))
        for (index, isToday) in [true, true, false].enumerated() {
            facts.leads.append(
                LeadFact(
                    day: isToday ? 1 : 0,
                    source: source,
                    agent: index == 0 ? dana : nil,
                    hasContact: index == 0,
                    isBooked: false,
                    isCompleted: false
                )
            )
        }
        facts.responses = [60, 600, nil].map {
            ResponseFact(day: 1, source: "Website ", agent: dana, seconds: $0)
        }
        facts.tours = [.kept, .missed].map {
            TourFact(day: 1, source: nil, agent: dana, outcome: $0)
        }
        facts.answers = [
            AnswerFact(
                day: 0,
                answered: 1,
                source: "website",
                agent: dana,
                isAnswered: true,
                seconds: 5
            ),
            AnswerFact(
                day: 1,
                answered: nil,
                source: "website",
                agent: dana,
                isAnswered: true,
                seconds: nil
            ),
        ]
        return DayReport(
            day: day,
            facts: facts,
            names: names,
            readAt: Timestamp(microseconds: 0)
        )
    }

    @Test("sources have names that people use, and absurd counts add up")
    func absurd() {
        #expect(SourceName.of("walk_in") == "walk-in" && SourceName.of(" Walk In") == "walk-in")
        #expect(SourceName.of("calendly") == "Calendly")
        #expect(SourceName.of("google_ads") == "google ads" && SourceName.of(nil) == "unknown")
        var tally = MetricTally()
        for _ in 0..<3 { tally.add(.max, "user_messages_sent", day: 1, of: 2) }
        tally.add(.max, "user_messages_sent", day: 0, of: 2)
        #expect(tally.byDay["user_messages_sent"] == [1_000_000_000, 3_000_000_000])
    }

    @Test("a report of several properties says of how many")
    func several() {
        var report = report(names: [:])
        #expect(report.markdown.contains("\n2 leads,"))
        report.properties = 3
        #expect(report.markdown.contains("\nAll 3 properties: 2 leads,"))
    }

    @Test("a day is counted by agent and source, and adds up")
    func counts() throws {
        let report = report(names: [dana: "Dana W"])
        #expect(report.lines.count == 3)
        #expect(report.total.leads == 2)
        #expect(report.total.contacts == 1)
        #expect(report.total.answered == 1, "what nobody noted the time of is of no day")
        #expect(report.total.responses == TimeSpread(seconds: [600, 60], open: 1))
        #expect(report.byAgent.map(\.agent) == ["Dana W", nil])
        #expect(report.byAgent[0].tours(.kept) == 1)
        #expect(report.bySource.map(\.source) == ["website", "unknown"])
    }

    @Test("CSV has a line for each agent and source, and no cell that a spreadsheet runs")
    func csv() {
        let report = report(names: [dana: "=HYPERLINK(\"http://x\",\"y\")"], source: "@sum(1)")
        let lines = report.csv.split(separator: "\r\n")
        #expect(lines.count == report.lines.count + 1)
        #expect(lines.allSatisfy { !$0.contains("\n") })
        #expect(lines.contains { $0.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"") })
        #expect(lines.contains { $0.contains(",'@sum(1),") })
    }

    @Test(
        "what looks like a formula is none",
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\t=1", "\"'\t=1\""),
            (" =1", "' =1"), ("＝1", "'＝1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
            ("plain", "plain"), ("a\r\nb", "\"a\r\nb\""), ("", ""),
        ]
    )
    func cells(text: String, cell: String) {
        #expect(CSVCell.text(text) == cell)
    }

    @Test("Markdown keeps a name in its cell")
    func markdown() {
        let report = report(names: [dana: "Dana | <b>W</b>\n# no\u{202E}"])
        #expect(report.markdown.contains("| Dana \\| \\<b\\>W\\</b\\> \\# no | 1 |"))
        #expect(report.markdown.contains("2 leads, 1 left a contact"))
    }

    @Test("half and nine of ten are ranks of what is there")
    func spread() {
        let spread = TimeSpread(seconds: Array(1...10).map { $0 * 60 })
        #expect(spread.median == 300)
        #expect(spread.ninety == 540)
        #expect(spread.soonCount == 5)
        #expect(TimeSpread(seconds: []).median == nil)
        #expect(TimeSpread(seconds: [7]).ninety == 7)
    }

    @Test("times are worded", arguments: [(45, "45 s"), (720, "12 min"), (12_000, "3 h 20 min")])
    func times(seconds: Int, words: String) {
        #expect(ReportWords.time(seconds) == words)
    }
}
