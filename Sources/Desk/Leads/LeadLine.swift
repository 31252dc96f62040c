import Model
import Screen

/// Draws one lead in one line or two.
struct LeadLine {
    let desk: DeskState
    let room: Int

    /// Columns before the name: selection, waiting time, its sign, unread.
    static let indent = 10

    private var glyphs: Glyphs { desk.glyphs }

    /// Who waits, how long, who it is, what they want.
    func first(_ lead: LeadRow, isSelected: Bool) -> Line {
        let share = (room - Self.indent - 4 - barWidth) * 4 / 10
        var line = head(lead, isSelected, nameWidth: min(28, max(12, share)))
        line.add(DisplayText(outside: lead.wishes.words(glyphs)), .text)
        if desk.hasSeveralProperties, room >= 70 {
            line.add(.blanks(2))
            line.addAtEdge(DisplayText(outside: lead.propertyName).fitted(to: room / 4), .muted)
        }
        return line
    }

    /// What was said last, and what there is to do.
    func second(_ lead: LeadRow, isSelected: Bool) -> Line {
        var line = Line(room: room)
        line.isSelected = isSelected
        let note = self.note(lead)
        line.pad(to: Self.indent)
        line.add(quote(lead), column: max(0, room - Self.indent - note.text.width - 2), .quote)
        line.add(.blanks(1))
        line.addAtEdge(note.text, note.role)
        return line
    }

    /// Both in one line, as far as there is room.
    func only(_ lead: LeadRow, isSelected: Bool) -> Line {
        var line = head(lead, isSelected, nameWidth: min(20, max(12, room / 4)))
        let note = self.note(lead)
        let isWide = room >= Self.wide
        let wishes = DisplayText(outside: lead.wishes.words(glyphs))
        let wishesRoom = isWide ? 22 : line.left - note.text.width - 2
        line.add(wishes.fitted(to: max(Self.shortestWishes, wishesRoom)), .text)
        if isWide {
            line.pad(to: Self.indent + 20 + 4 + barWidth + 24)
            line.add(quote(lead).fitted(to: line.left - note.text.width - 2), .quote)
        }
        line.addAtEdge(note.text.fitted(to: max(0, line.left - 1)), note.role)
        return line
    }

    /// From here on the last line fits behind the wishes.
    private static let wide = 110
    /// Wishes are not cut below this for a note.
    private static let shortestWishes = 12

    private func head(_ lead: LeadRow, _ isSelected: Bool, nameWidth: Int) -> Line {
        var line = Line(room: room)
        line.isSelected = isSelected
        addWaiting(lead, isSelected, to: &line)
        // What is not on the hub yet says so.
        let mark = desk.leads.fresh.contains(lead.id) ? "\(glyphs.flag) " : ""
        let sign = mark + (lead.isPending ? "\(glyphs.up) " : "")
        let name = DisplayText(outside: sign + lead.displayName)
        let isFresh = desk.leads.fresh.contains(lead.id)
        let role: Role = isFresh ? .currentMatch : isSelected ? .selected : .name
        line.add(name, column: nameWidth, role)
        line.add(.blanks(1))
        addScore(lead, to: &line)
        return line
    }

    private func addWaiting(_ lead: LeadRow, _ isSelected: Bool, to line: inout Line) {
        let marker = isSelected ? " \(glyphs.selected) " : "   "
        line.add(DisplayText(outside: marker), .selected)
        let waiting = desk.waiting(of: lead)
        line.add(DisplayText(outside: waiting.text), rightColumn: 3, waiting.role)
        line.add(DisplayText(outside: waiting.sign), column: 2, waiting.role)
        line.add(DisplayText(outside: lead.isUnread ? glyphs.dot : " "), column: 2, .unread)
    }

    private func addScore(_ lead: LeadRow, to line: inout Line) {
        let score = lead.score ?? 0
        guard score > 0 else {
            line.add(DisplayText(outside: glyphs.dash), rightColumn: 3, .muted)
            line.add(.blanks(barWidth))
            return
        }
        let role: Role = lead.isHot ? .accent : .muted
        line.add(DisplayText(outside: String(min(score, 100))), rightColumn: 3, role)
        guard barWidth > 2 else { return line.add(.blanks(barWidth)) }
        line.add(.blanks(1))
        let bar = glyphs.bar(Double(score) / 100, cells: 5)
        line.add(DisplayText(outside: bar), column: barWidth - 1, role)
    }

    /// Columns of the score's bar and the gap behind it; narrow panes show the number alone.
    private var barWidth: Int { room < 64 ? 2 : 8 }

    private func quote(_ lead: LeadRow) -> DisplayText {
        guard let text = lead.lastLine, !text.isEmpty else { return DisplayText(outside: "") }
        let start = text.prefix(Self.quoteLength)
        return DisplayText(outside: glyphs.openQuote + start + glyphs.closeQuote)
    }

    /// Characters of the last line that are looked at: more than the widest screen shows.
    private static let quoteLength = 300

    /// What there is to do, or how it stands.
    func note(_ lead: LeadRow) -> (text: DisplayText, role: Role) {
        if let tour = lead.tour {
            let zone = desk.property(lead.property)?.zone ?? desk.zone
            return (DisplayText(outside: "tour \(Words.time(zone.local(tour)))"), .good)
        }
        if lead.wantsTour { return (DisplayText(outside: "wants a tour"), .accent) }
        if lead.openQuestions > 0 {
            let words = Words.count(lead.openQuestions, "question")
            return (DisplayText(outside: words), .accent)
        }
        if let agent = lead.claimedBy {
            let isMine = agent == desk.overview?.agent?.id
            return (DisplayText(outside: isMine ? "yours" : "claimed"), isMine ? .accent : .muted)
        }
        if !lead.hasContact { return (DisplayText(outside: "no contact yet"), .muted) }
        return (DisplayText(outside: lead.stage.words), .muted)
    }
}

extension LeadRow {
    /// The visitor's name, or `Visitor` and a short id.
    var displayName: String {
        guard let name, !name.isEmpty else { return "Visitor \(id.short)" }
        return name
    }
}

extension Wishes {
    /// `2 bed · 15 Jan · pets`.
    func words(_ glyphs: Glyphs) -> String {
        var parts: [String] = []
        if let size, !size.isEmpty { parts.append(size) }
        if let moveIn { parts.append(Words.day(moveIn)) }
        if pets == true { parts.append("pets") }
        return parts.joined(separator: " \(glyphs.separator) ")
    }
}
