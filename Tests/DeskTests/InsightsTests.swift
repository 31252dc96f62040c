import Model
import Screen
import Testing

@testable import Desk

/// How an office did, and what an agent begins and ends a day with.
struct InsightsTests {
    private func station(_ width: Int = 120, _ height: Int = 40, ascii: Bool = false) -> Station {
        Station(width: width, height: height, options: DeskOptions(isASCII: ascii))
    }

    @Test(
        "the insights look as recorded",
        arguments: [(120, 40), (80, 24), (200, 60), (60, 16)]
    )
    func golden(width: Int, height: Int) throws {
        var station = station(width, height)
        station.press("6")
        try expectView(station, "insights")
    }

    @Test("in ASCII the insights have no sign beyond it")
    func ascii() throws {
        var station = station(120, 40, ascii: true)
        station.press("6")
        try expectGolden(station.screen, "insights-ascii-120x40")
        let lines = station.screen.split(separator: "\n").dropFirst().dropLast()
        #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) })
    }

    @Test("keys choose 7, 30 and 90 days, and no others")
    func periods() {
        var station = station()
        station.press("6")
        #expect(station.desk.insights.page?.query.period == .month)
        station.press("h")
        #expect(station.desk.insights.page?.query.period == .week)
        #expect(station.desk.insights.page?.leadsByDay.count == 7)
        station.press("h")
        #expect(station.screen.contains("7 days is the shortest period."))
        station.press("<Right><Right>")
        #expect(station.desk.insights.page?.query.period == .quarter)
    }

    @Test("the insights are read again when the minute turns, not with every row that changes")
    func seldom() {
        var station = station()
        station.press("6")
        station.forget()
        station.send(.replicaChanged)
        #expect(station.requests == [.overview])
        station.send(.minuteTurned(now: Office.now.advanced(by: .seconds(60))))
        #expect(station.requests.count == 2)
    }

    @Test("everything that is plotted is said in sentences too")
    func words() throws {
        var station = station()
        station.press("6")
        let page = try #require(station.desk.insights.page)
        let sentences = InsightWords(page: page).all
        #expect(sentences[0] == "Insights, Sun 25 Oct to Mon 23 Nov.")
        #expect(sentences[1].hasPrefix("Of "))
        #expect(sentences.contains { $0.hasPrefix("Chats. About") && $0.contains("rising") })
        #expect(sentences.contains { $0.contains("nine of ten within") })
        #expect(sentences.count { $0.hasSuffix("steady.") || $0.hasSuffix("none.") } >= 16)
        #expect(sentences.contains("messages by visitors: 2,380, rising.") || page.measured != 340)
    }

    @Test("a day that has just begun is compared with none")
    func begun() throws {
        let today = try #require(LocalDate("2026-11-23"))
        let query = InsightsQuery(period: .week, last: today)
        var facts = OfficeFacts(days: query.days)
        func chats(_ counts: [Int]) -> InsightWords {
            facts.leads = counts.enumerated().flatMap { day, count in
                Array(
                    repeating: LeadFact(
                        day: day,
                        source: nil,
                        agent: nil,
                        hasContact: false,
                        isBooked: false,
                        isCompleted: false
                    ),
                    count: count
                )
            }
            return InsightWords(page: InsightsPage(query: query, facts: facts, readAt: Office.now))
        }
        #expect(
            chats([9, 10, 11, 9, 11, 10, 1]).leads
                == "About 10 a day, steady; most on Sat 21 Nov: 11, fewest on Fri 20 Nov: 9; "
                + "1 so far today."
        )
        #expect(chats([0, 0, 0, 0, 0, 0, 2]).leads == "2 today, none before.")
        #expect(chats([0, 0, 0, 0, 0, 0, 0]).leads == "No chat on any day.")
    }

    @Test("the report of a narrowed desk says that it is of all properties")
    func reportOfAll() {
        var station = Station(.northgate(properties: 3))
        station.press("<Space>pharb<Enter>6r")
        #expect(station.screen.contains("today · all properties"))
    }

    @Test("how often a widget was minimized is said in words that fit")
    func minimized() {
        for (count, words) in [(1, "minimized once"), (3, "minimized 3 times")] {
            let metrics = EngagementMetrics(
                counts: ["widget_minimized": count],
                flags: [],
                contactMethod: nil,
                tourType: nil,
                sessionDuration: nil
            )
            #expect(metrics.words(station().desk.glyphs) == words)
        }
    }

    @Test("each of the 18 metrics is plotted day by day in turn, and said in words")
    func metrics() throws {
        for (width, height) in [(120, 40), (80, 24), (60, 16)] {
            var station = station(width, height)
            station.press("6")
            var seen: Set<String> = []
            for _ in Catalogue.engagementMetrics {
                station.press("n")
                let series = try #require(station.desk.insights.series)
                seen.insert(series.column)
                #expect(station.screen.contains(series.words), "\(series.words) at \(width)")
                let words = InsightWords(page: try #require(station.desk.insights.page))
                let sentence = words.byDay(series).prefix(12)
                #expect(station.screen.contains(sentence), "\(series.words) at \(width)")
                let isPlotted = station.screen.unicodeScalars.contains {
                    (0x2801...0x28FF).contains($0.value)
                }
                #expect(isPlotted || series.total == 0)
            }
            #expect(seen.count == 18)
            station.press("n")
            #expect(station.desk.insights.metric == Catalogue.engagementMetrics.first?.name)
            station.press("N")
            #expect(station.desk.insights.metric == Catalogue.engagementMetrics.last?.name)
        }
    }

    @Test("a plotted metric looks as recorded", arguments: [(120, 40), (80, 24)])
    func plotted(width: Int, height: Int) throws {
        var station = station(width, height)
        station.press("6nn")
        try expectGolden(station.screen, "insights-metric-\(width)x\(height)")
    }

    @Test("who hears the desk hears a metric when it is turned to")
    func heard() {
        var station = Station(options: DeskOptions(isLinear: true))
        station.press("6")
        var reader = LinearReader()
        _ = reader.read(station.desk)
        station.press("nn")
        let speech = reader.read(station.desk)
        let said = (speech?.lines ?? []).map(\.string)
        #expect(said.contains { $0.hasPrefix("messages by visitors: ") && $0.contains("a day") })
    }

    @Test("nothing of age, household or reason to move is counted")
    func fairHousing() {
        var station = station(200, 60)
        station.press("6")
        let screen = station.screen.lowercased()
        for word in ["age ", "occupant", "child", "household", "reason", "pets"] {
            #expect(!screen.contains(word), "\(word)")
        }
    }

    @Test("an empty office has insights too", arguments: [(120, 40), (60, 16)])
    func empty(width: Int, height: Int) {
        var station = station(width, height)
        station.isAnswering = false
        station.press("6")
        #expect(station.screen.contains("Counting"))
        let query = station.desk.insights.query(today: station.desk.today, property: nil)
        let facts = OfficeFacts(days: query.days)
        station.send(
            .pageArrived(.insights(InsightsPage(query: query, facts: facts, readAt: Office.now)))
        )
        #expect(station.screen.contains("Nobody has begun to chat."))
    }

    @Test("the report of the day is written with three keys, and its files are named")
    func report() throws {
        var station = station()
        station.forget()
        station.press("6rw")
        guard case .writeReport(let report)? = station.effects.first else {
            Issue.record("nothing was written: \(station.screen)")
            return
        }
        #expect(report.day == station.desk.today)
        station.send(.reportWritten(.success(["/r/a.md", "/r/a.csv"])))
        #expect(station.screen.contains("Written: /r/a.md and /r/a.csv."))
        station.send(.reportWritten(.failure(ReportTrouble(words: "The disk is full."))))
        #expect(station.screen.contains("The disk is full."))
        station.press("<Esc>")
        #expect(station.desk.fullView == .insights)
        station.press("q")
        #expect(station.desk.fullView == nil)
    }

    @Test("the report looks as recorded", arguments: [(120, 40), (80, 24), (60, 16)])
    func reportGolden(width: Int, height: Int) throws {
        var station = station(width, height)
        station.press("6r")
        try expectView(station, "report")
        station.press("h")
        #expect(station.desk.report.day(today: station.desk.today).text == "2026-11-22")
        station.press("ll")
        #expect(station.desk.report.day(today: station.desk.today) == station.desk.today)
    }
}

/// The beginning of a shift.
struct ShiftTests {
    private func office() -> Office {
        var office = Office.northgate()
        office.tours.append(Office.tour(9, "Sam Old", "2026-11-20T10:00:00"))
        return office
    }

    @Test("the beginning of a shift looks as recorded", arguments: [(120, 40), (80, 24), (60, 16)])
    func golden(width: Int, height: Int) throws {
        var station = Station(office(), width: width, height: height)
        station.press("0")
        try expectView(station, "shift")
    }

    @Test("one key shows what came in since the desk was left")
    func since() throws {
        var station = Station(office())
        let left = Office.ago(30)
        station.send(.draftsKnown([DeskState.leftName: left.text]))
        station.press("0")
        #expect(station.desk.shift.page?.query.since == left)
        #expect(station.desk.shift.page?.leads.count == 25)
        #expect(station.screen.contains("since Mon 23 Nov 13:44"))
    }

    @Test("a missing outcome is noted with three keys, and a tour opens its conversation")
    func outcome() throws {
        var station = Station(office())
        station.press("0")
        let missing = try #require(station.desk.shift.page?.missing.first)
        station.forget()
        station.press("n")
        let outcome = station.desk.outcome(missing, .noShow)
        #expect(station.effects == [.write(outcome)])
        station.press("d<Enter><Enter>")
        #expect(
            station.effects.last
                == .write(station.desk.outcome(missing, .completed(interest: "high", unit: nil)))
        )
        station.send(.written(station.desk.form?.sending ?? outcome))
        station.press("<Enter>")
        #expect(station.desk.fullView == nil)
        #expect(station.desk.conversation.id == missing.conversation)
    }
}
