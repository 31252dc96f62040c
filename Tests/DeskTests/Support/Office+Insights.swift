import Model

extension Office {
    /// A month that a formula made: a weekly rise and fall, and a slow growth.
    func facts(_ days: OfficeDays) -> OfficeFacts {
        var facts = OfficeFacts(days: days)
        let sources: [String?] = ["website", "Google Ads", "website", nil, "zillow"]
        for day in 0..<days.count {
            let weekday = days.first.adding(days: day).weekday
            let isOpen = weekday != .sunday
            let count = (isOpen ? 9 : 2) + (weekday == .tuesday ? 6 : 0) + day / 6
            for number in 0..<count {
                facts.leads.append(
                    LeadFact(
                        day: day,
                        source: sources[(number + day) % sources.count],
                        agent: number % 3 == 0 ? Self.dana : nil,
                        hasContact: number % 3 == 0,
                        isBooked: number % 9 == 0,
                        isCompleted: number % 18 == 0
                    )
                )
                facts.metrics.add(1, "chat_session_started", day: day, of: days.count)
                facts.metrics.add(7, "user_messages_sent", day: day, of: days.count)
                facts.metrics.conversations += 1
            }
            guard isOpen else { continue }
            facts.responses += [120, 840, 4_000, nil].map { seconds in
                ResponseFact(
                    day: day,
                    source: "website",
                    agent: Self.dana,
                    seconds: seconds.map { $0 + day * 30 }
                )
            }
            facts.answers.append(
                AnswerFact(
                    day: day,
                    answered: day,
                    source: "website",
                    agent: Self.dana,
                    isAnswered: true,
                    seconds: 1_800
                )
            )
            facts.tours += [.kept, day % 4 == 0 ? .missed : .kept, .cancelled].map { outcome in
                TourFact(day: day, source: "zillow", agent: Self.dana, outcome: outcome)
            }
        }
        return facts
    }

    func report(of day: LocalDate) -> DayReport {
        DayReport(
            day: day,
            facts: facts(OfficeDays(last: day, count: 30)),
            names: [Self.dana: "Dana Whitfield"],
            readAt: Self.now
        )
    }

    func page(_ query: ShiftQuery) -> ShiftPage {
        let recent = leads.filter { ($0.lastActivity ?? query.since) > query.since }
        return ShiftPage(
            query: query,
            leads: Array(recent.prefix(query.limit)),
            leadsTotal: recent.count,
            questions: questions.filter { ($0.askedAt ?? query.since) > query.since },
            tours: tours.filter { $0.localStart.date == query.day && $0.status != .cancelled },
            missing: tours.filter { $0.status == .scheduled && $0.start < Self.now }
        )
    }
}
