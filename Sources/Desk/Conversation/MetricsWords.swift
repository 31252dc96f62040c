import Model

extension EngagementMetrics {
    /// The metrics that say something, in one line.
    func words(_ glyphs: Glyphs) -> String {
        var parts: [String] = []
        for (column, noun) in Self.counted {
            guard let count = counts[column], count > 0 else { continue }
            parts.append(Words.count(count, noun))
        }
        if let count = counts["widget_minimized"], count > 0 {
            parts.append("minimized \(count == 1 ? "once" : "\(Words.count(count)) times")")
        }
        if flags.contains("contact_captured") {
            parts.append(contactMethod.map { "contact by \($0)" } ?? "contact left")
        }
        if flags.contains("tour_booked") {
            parts.append(tourType.map { "tour booked, \(TourType($0).words)" } ?? "tour booked")
        }
        parts += Self.flagged.filter { flags.contains($0.column) }.map(\.words)
        if let sessionDuration, sessionDuration > 0 {
            parts.append("\(Words.short(.seconds(sessionDuration))) in the chat")
        }
        return parts.joined(separator: " \(glyphs.separator) ")
    }

    private static let counted: [(column: String, noun: String)] = [
        ("user_messages_sent", "message"),
        ("bot_messages_received", "bot message"),
        ("answer_button_clicks", "button click"),
        ("email_office_clicked", "email click"),
        ("phone_call_clicked", "call click"),
    ]

    private static let flagged: [(column: String, words: String)] = [
        ("incentive_offered", "incentive offered"),
        ("incentive_accepted", "accepted"),
        ("incentive_expired", "expired"),
        ("admin_handoff_triggered", "handed off"),
        ("customer_service_escalated", "escalated"),
        ("conversation_abandoned", "left the chat"),
        ("widget_session_ended", "session ended"),
    ]
}

extension EngagementMetrics {
    /// What one of the 18 says, by its column: a count, a word, yes or no.
    func value(of column: String) -> String {
        switch column {
        case "contact_method": contactMethod ?? "none"
        case "tour_type": tourType.map { TourType($0).words } ?? "none"
        default: counts[column].map { Words.count($0) } ?? (flags.contains(column) ? "yes" : "no")
        }
    }
}
