import Model
import Screen

/// Draws what is known of a lead above its conversation.
struct CardLines {
    let desk: DeskState
    let card: LeadCard
    let room: Int

    private var glyphs: Glyphs { desk.glyphs }

    /// Everything, one subject a line.
    var unfolded: [Line] {
        folded + reasons + allMetrics + standing + ownership + activities + household + summary
            + tours + mail
            + metrics
    }

    /// Who it is and what they want.
    var folded: [Line] { [contact, wishes] }

    private var contact: Line {
        var line = Line(room: room)
        line.pad(to: 1)
        line.add(DisplayText(outside: card.lead.displayName), .name)
        for part in [card.email, card.phone] {
            guard let part, !part.isEmpty else { continue }
            line.add(.blanks(3))
            line.add(DisplayText(outside: part), .accent)
        }
        if !card.lead.hasContact { line.add(DisplayText(outside: "   no contact yet"), .muted) }
        let isKeyShown = card.earlierVisits > 0
        let key = DisplayText(outside: isKeyShown ? " \(desk.key(.visits)) " : " ")
        let words = DisplayText(outside: visit)
        guard words.width + key.width < line.left else { return line }
        line.pad(to: room - words.width - key.width)
        line.add(words, .muted)
        line.add(key, .key)
        return line
    }

    private var visit: String {
        card.earlierVisits == 0
            ? "first visit" : "\(Words.ordinal(card.earlierVisits + 1)) visit"
    }

    private var wishes: Line {
        var parts: [String] = []
        if let size = card.lead.wishes.size, !size.isEmpty { parts.append(size) }
        if let budget { parts.append(budget) }
        if let moveIn = card.lead.wishes.moveIn { parts.append("in \(Words.day(moveIn))") }
        if let occupants = card.occupants {
            parts.append(occupants == 1 ? "1 person" : "\(Words.count(occupants)) people")
        }
        if let pets { parts.append(pets) }
        let features = desk.conversation.cardWords.features
        if !features.isEmpty { parts.append(features) }
        if parts.isEmpty { return plain("said nothing yet of what they want", .muted) }
        return plain(parts.joined(separator: " \(glyphs.separator) "))
    }

    private var budget: String? {
        let wishes = card.lead.wishes
        switch (wishes.priceFrom, wishes.priceTo) {
        case (let from?, let to?):
            return from == to
                ? Words.money(from) : Words.money(from) + glyphs.dash + Words.money(to)
        case (let from?, nil): return "from \(Words.money(from))"
        case (nil, let to?): return "up to \(Words.money(to))"
        case (nil, nil): return nil
        }
    }

    private var pets: String? {
        let details = desk.conversation.cardWords.pets
        if !details.isEmpty { return "pets: \(details)" }
        return card.lead.wishes.pets == true ? "pets" : nil
    }

    /// The score and what speaks for it.
    private var reasons: [Line] {
        let score = card.lead.score.flatMap { $0 > 0 ? "score \(min($0, 100))" : nil }
        let head = [card.lead.isHot ? "hot" : nil, score].compactMap(\.self)
        guard !head.isEmpty else { return [] }
        let words = ScoreReasons(card: card, today: desk.today).words
        var line = plain(head.joined(separator: ", "), card.lead.isHot ? .accent : .text)
        if !words.isEmpty { line.add(DisplayText(outside: ": \(words.joined(separator: ", "))")) }
        return [line]
    }

    private var standing: [Line] {
        var parts: [String] = []
        parts.append(card.lead.stage.words)
        if card.lead.session != .live { parts.append(card.lead.session.words) }
        if let source = card.source, !source.isEmpty { parts.append("from \(source)") }
        if card.merge != nil { parts.append("merged with another visitor") }
        if desk.hasSeveralProperties { parts.append(card.lead.propertyName) }
        return [plain(parts.joined(separator: " \(glyphs.separator) "), .muted)]
    }

    /// Whose the lead is, and who speaks for the bot.
    private var ownership: [Line] {
        var parts: [String] = []
        if let agent = card.claimedBy {
            let isMine = agent == desk.overview?.agent?.id
            parts.append(isMine ? "yours" : "claimed by \(card.claimedByName ?? "a colleague")")
        }
        if card.takenOverBy != nil {
            parts.append("\(card.takenOverByName ?? "a person") speaks, not the bot")
        }
        return parts.isEmpty
            ? [] : [plain(parts.joined(separator: " \(glyphs.separator) "), .accent)]
    }

    /// What persons did last and mean to do.
    private var activities: [Line] {
        // A note is read to its end where all of the card is asked for.
        let most = desk.conversation.areMetricsUnfolded ? Self.noteLines : 1
        return card.activities.prefix(Self.activityLines).flatMap { activity in
            var parts = [activity.kind.replacing("_", with: " ")]
            if let due = activity.due {
                parts.append(desk.words(due, in: desk.zone(of: card.lead.property)))
            }
            if activity.done != nil { parts.append("done") }
            if let outcome = activity.outcome, !outcome.isEmpty { parts.append(outcome) }
            if let note = activity.note, !note.isEmpty {
                let words = note.replacing("\n", with: " ")
                parts.append(glyphs.openQuote + words + glyphs.closeQuote)
            }
            if let name = activity.agentName { parts.append(name) }
            let words = parts.joined(separator: " \(glyphs.separator) ")
            return most == 1 ? [plain(words, .quote)] : quoted(words, most: most)
        }
    }

    private var household: [Line] {
        var parts: [String] = []
        if let reason = card.reasonForMoving, !reason.isEmpty { parts.append("moves: \(reason)") }
        if let work = card.workLocation, !work.isEmpty { parts.append("works in \(work)") }
        return parts.isEmpty ? [] : [plain(parts.joined(separator: " \(glyphs.separator) "))]
    }

    private var summary: [Line] {
        guard let summary = card.summary, !summary.isEmpty else { return [] }
        return quoted(summary, most: Self.summaryLines)
    }

    /// A text of several lines, as many as there may be.
    private func quoted(_ text: String, most: Int) -> [Line] {
        let wrapped = DisplayText(outside: text).wrapped(width: max(1, room - 2))
        return wrapped.prefix(most).map { text in
            var line = Line(room: room)
            line.pad(to: 1)
            line.add(text, .quote)
            return line
        }
    }

    private static let activityLines = 4
    private static let noteLines = 8
    private static let summaryLines = 3
    private static let tourLines = 3

    private var tours: [Line] {
        card.tours.prefix(Self.tourLines).map { tour in
            var parts = ["tour \(Words.time(tour.localStart))", tour.type.words, tour.status.words]
            if let manager = tour.managerName { parts.append(manager) }
            return plain(parts.joined(separator: " \(glyphs.separator) "), .accent)
        }
    }

    private var mail: [Line] {
        var parts: [String] = []
        if card.draftsOpen > 0 { parts.append("\(Words.count(card.draftsOpen, "email")) not sent") }
        if card.emailsSent > 0 { parts.append("\(Words.count(card.emailsSent, "email")) sent") }
        return parts.isEmpty ? [] : [plain(parts.joined(separator: " \(glyphs.separator) "))]
    }

    private var metrics: [Line] {
        guard let words = card.metrics?.words(glyphs), !words.isEmpty else { return [] }
        return [plain(words, .muted)]
    }

    /// Every metric with its value, as many beside each other as fit.
    private var allMetrics: [Line] {
        guard desk.conversation.areMetricsUnfolded else { return [] }
        guard let metrics = card.metrics else { return [plain("nothing was measured", .muted)] }
        let cells = Catalogue.engagementMetrics.map { column in
            let series = InsightsPage.MetricSeries(column: column.name, byDay: [])
            return (label: series.words, value: metrics.value(of: column.name))
        }
        let perLine = max(1, (room - 2) / Self.metricColumn)
        return stride(from: 0, to: cells.count, by: perLine).map { start in
            var line = Line(room: room)
            line.pad(to: 1)
            for cell in cells[start..<min(cells.count, start + perLine)] {
                let end = line.width + Self.metricColumn
                line.add(DisplayText(outside: "\(cell.label) "), .muted)
                line.add(DisplayText(outside: cell.value), .name)
                line.pad(to: end)
            }
            return line
        }
    }

    private static let metricColumn = 34

    private func plain(_ words: String, _ role: Role = .text) -> Line {
        var line = Line(room: room)
        line.pad(to: 1)
        line.add(DisplayText(outside: words), role)
        return line
    }
}
