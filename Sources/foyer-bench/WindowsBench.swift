import ArgumentParser
import Model
import Replica

/// `foyer-bench windows`.
struct WindowsBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "windows",
        abstract: "What each pane asks of the replica, with few messages and with many."
    )

    @Option(help: "How many messages the large world has, about.")
    var messages = 1_000_000

    @Option(help: "How many messages the small world has: the baseline.")
    var baseline = 1_000

    @Option(help: "How often each is asked; the medians are shown.")
    var runs = 200

    func run() async throws {
        let small = try await measured(baseline)
        let large = try await measured(messages)
        var report = Report(
            "milliseconds",
            "\(baseline.grouped) messages",
            "\(messages.grouped) messages",
            "99 % within",
            "ratio"
        )
        for (name, times) in large {
            let base = small.first { $0.name == name }?.times.median ?? .nan
            let ratio = times.median / base
            let worst = times.quantile(0.99) ?? .nan
            report.add(name, base.text(3), times.median.text(3), worst.text(3), ratio.text(1))
        }
        report.show()
    }

    private func measured(_ messages: Int) async throws -> [(name: String, times: [Double])] {
        let bench = try await Workbench(messages: messages)
        try await bench.enroll()
        let reader = try ReplicaReader(directory: bench.replica)
        let now = Timestamp.current
        var results: [(name: String, times: [Double])] = []
        for (name, request) in try Windows(reader, now: now, agent: bench.agent).requests {
            var times: [Double] = []
            for _ in 0..<runs {
                let begin = ContinuousClock.now
                _ = try await reader.page(request, now: now, agent: bench.agent)
                times.append((ContinuousClock.now - begin).milliseconds)
            }
            results.append((name, times))
        }
        return results
    }
}

/// What the panes ask for, at the top and in the depth of a replica.
struct Windows {
    let requests: [(name: String, request: PageRequest)]

    init(_ reader: ReplicaReader, now: Timestamp, agent: AgentID) throws {
        let first = PageRequest.leads(LeadQuery())
        guard case .leads(let leads) = try reader.page(first, now: now, agent: agent),
            let top = leads.rows.first,
            case .leads(let end) = try reader.page(
                .leads(LeadQuery(anchor: .last)),
                now: now,
                agent: agent
            ), let last = end.rows.last
        else { throw Complaint("the world has no leads") }
        let today = Zone.utc.local(now).date
        let words = LeadFilter(words: ["parking"])
        requests = [
            ("overview", .overview),
            ("leads, top", first),
            ("leads, last", .leads(LeadQuery(anchor: .around(last.id)))),
            ("leads, by a word", .leads(LeadQuery(filter: words))),
            ("conversation, end", .conversation(TranscriptQuery(conversation: top.id))),
            ("card", .card(top.id)),
            ("questions", .questions(QuestionQuery())),
            ("emails", .emails(EmailQuery())),
            ("insights, 7 days", .insights(InsightsQuery(period: .week, last: today))),
            ("insights, 30 days", .insights(InsightsQuery(period: .month, last: today))),
            ("insights, 90 days", .insights(InsightsQuery(period: .quarter, last: today))),
            ("report of a day", .report(today)),
            (
                "start of shift",
                .shift(ShiftQuery(since: now.advanced(by: .seconds(-57_600)), day: today))
            ),
            ("tours of two weeks", .tours(TourQuery(from: today, to: today.adding(days: 14)))),
            (
                "tours of a day and a month's counts",
                .tours(
                    TourQuery(
                        from: today,
                        to: today.adding(days: 1),
                        counted: today.adding(days: -14)..<today.adding(days: 28)
                    )
                )
            ),
        ]
    }
}
