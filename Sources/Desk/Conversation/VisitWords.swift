import Model
import Screen

/// An earlier visit in words: when, how long, from where, how far, how it ended, and its tours.
struct VisitWords {
    let desk: DeskState
    let visit: EarlierVisit

    private var zone: Zone { desk.property(visit.lead.property)?.zone ?? desk.zone }

    var when: String {
        guard let start = visit.startedAt else { return "at a time nobody noted" }
        let local = zone.local(start)
        let year = local.date.components.year
        let isThisYear = year == desk.today.components.year
        return isThisYear ? Words.time(local) : "\(Words.day(local.date)) \(year) \(local.clock)"
    }

    /// `35m`; a visit of less than a minute is `1m`.
    var length: String {
        guard let length = visit.length else { return desk.glyphs.dash }
        return Words.short(max(.seconds(60), length))
    }

    /// How the session ended.
    var end: String {
        switch visit.lead.session {
        case .live: "still open"
        case .ended: "ended"
        case .abandoned: "left"
        }
    }

    var tours: String {
        visit.tours.map { "tour \(Words.day($0.localStart.date)) \($0.status.words)" }
            .joined(separator: ", ")
    }

    func add(to line: inout Line, _ role: Role) {
        line.add(DisplayText(outside: when), column: 18, role)
        line.add(DisplayText(outside: length), rightColumn: 4, .text)
        line.add(.blanks(2))
        let rest = [visit.source ?? "", visit.lead.stage.words, end, tours]
        let words = rest.filter { !$0.isEmpty }.joined(separator: " \(desk.glyphs.separator) ")
        line.add(DisplayText(outside: words), .muted)
    }

    /// What was said, and where.
    var sentences: String {
        var parts = ["\(Words.count(visit.messages, "message"))."]
        if desk.hasSeveralProperties { parts.append("\(visit.lead.propertyName).") }
        if let line = visit.lead.lastLine, !line.isEmpty {
            parts.append(desk.glyphs.openQuote + line + desk.glyphs.closeQuote)
        }
        return parts.joined(separator: " ")
    }

    /// What a filter of the list looks at.
    var all: String { [when, visit.source ?? "", end, tours, sentences].joined(separator: " ") }
}
