import Model

/// The insights in sentences: what a plot shows, said.
///
/// The screen has them under each plot, and what reads a screen aloud has them alone.
struct InsightWords {
    let page: InsightsPage

    private var days: OfficeDays { page.query.days }

    var period: String {
        "\(Words.weekday(days.first)) to \(Words.weekday(days.last))"
    }

    var funnel: String {
        let funnel = page.funnel
        guard funnel.chats > 0 else { return "Nobody has begun to chat." }
        return """
            Of \(Words.count(funnel.chats, "chat")) \(Words.count(funnel.contacts)) left a \
            contact, \(Words.count(funnel.booked)) booked a tour, \
            \(Words.count(funnel.completed)) came.
            """
    }

    var leads: String {
        byDay(page.leadsByDay) ?? "No chat on any day."
    }

    /// How a metric went, day by day.
    func byDay(_ series: InsightsPage.MetricSeries) -> String {
        byDay(series.byDay) ?? "None on any day."
    }

    /// Nil where there was none.
    ///
    /// The last day is today, which has only begun: it is said for itself, and compared with none.
    private func byDay(_ counts: [Int]) -> String? {
        let today = counts.last ?? 0
        let whole = counts.dropLast()
        let total = whole.reduce(0, +)
        guard let most = whole.max(), let least = whole.min(), total > 0 else {
            return today > 0 ? "\(Words.count(today)) today, none before." : nil
        }
        let mean = (total + whole.count / 2) / max(1, whole.count)
        return """
            About \(Words.count(mean)) a day, \(trend(counts)); most on \(day(of: most, whole)): \
            \(Words.count(most)), fewest on \(day(of: least, whole)): \(Words.count(least)); \
            \(Words.count(today)) so far today.
            """
    }

    var sources: String {
        let named = page.sources.prefix(4).map { "\($0.name) \(Words.count($0.leads))" }
        return named.isEmpty ? "No lead from anywhere." : named.joined(separator: ", ") + "."
    }

    var responses: String { spread(page.responses, "response") }

    var answers: String { spread(page.answers, "answer") }

    private func spread(_ spread: TimeSpread, _ noun: String) -> String {
        let waiting = spread.open == 0 ? "none waits" : "\(Words.count(spread.open)) still wait"
        guard let median = spread.median, let ninety = spread.ninety else {
            return "No \(noun) whose time is known; \(waiting)."
        }
        let share = percent(spread.soonCount, of: spread.count)
        return """
            \(Words.count(spread.count, noun)): half within \(ReportWords.time(median)), nine of \
            ten within \(ReportWords.time(ninety)), \(share) within 5 min; \(waiting).
            """
    }

    var tours: String {
        let parts = TourOutcome.allCases.compactMap { outcome in
            page.tours[outcome].map { "\(Words.count($0)) \(outcome.words)" }
        }
        guard !parts.isEmpty else { return "No tour in these days." }
        let kept = page.tours[.kept] ?? 0
        let missed = page.tours[.missed] ?? 0
        let came = kept + missed > 0 ? "; \(percent(kept, of: kept + missed)) came" : ""
        return parts.joined(separator: ", ") + came + "."
    }

    /// One sentence for a metric.
    func metric(_ series: InsightsPage.MetricSeries) -> String {
        guard series.total > 0 else { return "\(series.words): none." }
        return """
            \(series.words): \(Words.count(series.total)), \(trend(series.byDay)).
            """
    }

    /// Every sentence in the order of the screen, for a mode that has no plots.
    var all: [String] {
        [
            "Insights, \(period).", funnel, "Chats. \(leads)", "Sources. \(sources)",
            "Tours. \(tours)", "Responses in open hours. \(responses)",
            "Answers in open hours. \(answers)",
        ] + page.metrics.map(metric)
    }

    func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "0 %" : "\((part * 100 + whole / 2) / whole) %"
    }

    private func day(of value: Int, _ counts: ArraySlice<Int>) -> String {
        Words.weekday(days.first.adding(days: counts.lastIndex(of: value) ?? 0))
    }

    /// The second half of the whole days against the first.
    func trend(_ counts: [Int]) -> String {
        let whole = counts.dropLast()
        let half = whole.count / 2
        let before = whole.prefix(half).reduce(0, +)
        let after = whole.suffix(half).reduce(0, +)
        // A tenth up or down is the week's noise.
        if after * 10 > before * 11 { return "rising" }
        if after * 11 < before * 10 { return "falling" }
        return "steady"
    }
}

extension InsightsPage.MetricSeries {
    /// What the desk calls it.
    var words: String {
        switch column {
        case "chat_session_started": "chats opened"
        case "user_messages_sent": "messages by visitors"
        case "bot_messages_received": "messages by the bot"
        case "answer_button_clicks": "answer buttons clicked"
        case "contact_captured": "contacts left"
        case "contact_method": "contact method known"
        case "tour_booked": "tours booked"
        case "tour_type": "tour type known"
        case "email_office_clicked": "clicks on email"
        case "phone_call_clicked": "clicks on call"
        case "incentive_offered": "incentives offered"
        case "incentive_accepted": "incentives accepted"
        case "incentive_expired": "incentives expired"
        case "admin_handoff_triggered": "handed to a person"
        case "customer_service_escalated": "escalated"
        case "conversation_abandoned": "chats abandoned"
        case "widget_session_ended": "sessions ended"
        case "widget_minimized": "widget minimized"
        default: column.replacing("_", with: " ")
        }
    }
}
