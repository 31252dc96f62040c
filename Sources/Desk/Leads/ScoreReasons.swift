import Model

/// What speaks for a lead's score, of what the visitor said and did.
///
/// Nothing of age, household, pets or why somebody moves is among it (fair housing).
struct ScoreReasons {
    let card: LeadCard
    let today: LocalDate

    /// Days to a move-in that is near.
    private static let nearDays = 60
    /// Messages from which somebody is seriously interested.
    private static let manyMessages = 8

    /// The strongest first, and last what speaks against it.
    var words: [String] { speakingFor + speakingAgainst }

    private var speakingFor: [String] {
        var words: [String] = []
        if card.lead.stage == .tourScheduled {
            words.append(card.lead.tour == nil ? "a tour was booked" : "a tour is booked")
        }
        if card.lead.wantsTour { words.append("asks for a tour") }
        switch (card.phone, card.email) {
        case (_?, _): words.append("left a phone")
        case (nil, _?): words.append("left an address")
        case (nil, nil): break
        }
        if let days = card.lead.wishes.moveIn.map({ $0.dayNumber - today.dayNumber }),
            (0...Self.nearDays).contains(days)
        {
            words.append(days == 0 ? "moves today" : "moves in \(Words.count(days, "day"))")
        }
        if card.lead.wishes.priceFrom != nil || card.lead.wishes.priceTo != nil {
            words.append("named a budget")
        }
        if card.earlierVisits > 0 { words.append("came back") }
        if let metrics = card.metrics {
            if metrics.flags.contains("incentive_accepted") { words.append("took the incentive") }
            let messages = metrics.counts["user_messages_sent"] ?? 0
            if messages >= Self.manyMessages {
                words.append("wrote \(Words.count(messages)) times")
            }
        }
        return words
    }

    private var speakingAgainst: [String] {
        var words: [String] = []
        if !card.lead.hasContact { words.append("left no contact") }
        if card.lead.session == .abandoned { words.append("left the chat") }
        return words
    }
}
