import Model
import Screen

// The first line: whose desk, how far it can be trusted, and the time.
extension DeskState {
    /// Leaves out what matters least where there is little room; never how fresh the desk is.
    func headerLine() -> Line {
        var line = Line(room: width)
        let status = statusWords
        let mask = DisplayText(outside: isMasked ? " \(glyphs.wish) renters hidden " : "")
        let right = rightParts(room: width - status.text.count - 14 - mask.width)
        line.add(DisplayText(outside: " Foyer "), .brand)
        line.add(mask, .waiting)
        let rightWidth = DisplayText(outside: right).width
        let statusWidth = DisplayText(outside: status.text).width
        let place = DisplayText(outside: " \(propertyWords)")
        let free = width - line.width - statusWidth - rightWidth - 4
        if place.width <= free { line.add(place, .text) }
        line.pad(to: width - rightWidth - statusWidth - 3)
        line.add(DisplayText(outside: status.text), status.role)
        line.pad(to: width - rightWidth - 1)
        line.add(DisplayText(outside: right), .muted)
        line.pad(to: width)
        return line
    }

    /// How fresh the desk is, how many writes wait, how many need attention.
    private var statusWords: (text: String, role: Role) {
        let fresh = freshnessWords
        var text = fresh.text
        if outbox.waiting > 0 { text += "  \(glyphs.up)\(Words.count(outbox.waiting))" }
        guard outbox.attention > 0 else { return (text, fresh.role) }
        return ("\(text)  ! \(Words.count(outbox.attention))", .problem)
    }

    private var propertyWords: String {
        guard let overview else { return "" }
        switch overview.properties.count {
        // Before the first copy is here, nobody knows yet.
        case 0: return isSettled ? "no property is assigned to you" : ""
        case 1: return overview.properties[0].name
        default:
            let all = Words.count(overview.properties.count) + " properties"
            let sign = options.isASCII ? "v" : "▾"
            return narrowedTo.map { "\($0.name) \(sign) (\(all))" } ?? "\(all) \(sign)"
        }
    }

    /// Whether the overview is what the hub says now.
    private var isSettled: Bool { freshness == .live && reads.isFresh(.overview) }

    /// Time, date and agent, as many as fit.
    private func rightParts(room: Int) -> String {
        let local = zone.local(now)
        let agent = overview?.agent.map { "\($0.first) \($0.last.prefix(1))." }
        let full = ["\(local.clock)", Words.weekday(local.date), agent].compactMap(\.self)
        for count in stride(from: full.count, through: 1, by: -1) {
            let words = full.prefix(count).joined(separator: "  ")
            if DisplayText(outside: words).width <= room { return words }
        }
        return local.clock
    }
}
