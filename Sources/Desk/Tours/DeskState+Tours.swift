import Model
import Screen

extension DeskState {
    /// Lines that the pane has for tours.
    var tourRows: Int { max(1, layout[.tours]?.inner.height ?? 1) }

    /// How the calendar is looked at: as the agent wishes where the pane has the room.
    var tourView: TourView {
        guard let pane = layout[.tours]?.inner else { return tours.wish ?? .week }
        return TourView.fitting(tours.wish, width: pane.width, height: pane.height)
    }

    /// What the pane reads.
    var tourQuery: TourQuery {
        var query = tourView.query(around: tours.day(today: today))
        query.property = scope
        return query
    }

    func toursContent(width: Int, height: Int) -> PaneContent {
        let view = tourView
        var content = PaneContent(note: toursNote(view))
        guard let page = shownTours else { return content }
        switch view {
        case .week, .day:
            let grid = TimeGrid(desk: self, page: page, view: view, room: width, height: height)
            content.lines = grid.lines
            content.footnote = [selectedZoneNote, requestsNote(page, height), grid.footnote]
                .filter { !$0.isEmpty }.joined(separator: " \(glyphs.separator) ")
        case .agenda:
            let agenda = TourAgenda(desk: self, page: page, room: width, height: height)
            content.lines = agenda.lines
            let rest = page.total - page.tours.count
            if rest > 0 { content.footnote = "\(Words.count(rest)) more in these four weeks" }
        case .month:
            let month = TourMonth(desk: self, page: page, room: width, height: height)
            content.lines = month.lines
            content.footnote = requestsNote(page, 0)
        }
        if grab != nil { content.footnote = grabFootnote }
        return content
    }

    /// How many asked for a tour, where they are not all in sight.
    private func requestsNote(_ page: TourPage, _ height: Int) -> String {
        let count = page.requests.count
        guard count > TourRequestLines.most(height: height) else { return "" }
        let more = count == PageSize.tourRequests ? "+" : ""
        return "\(Words.count(count))\(more) asked for a tour"
    }

    private func toursNote(_ view: TourView) -> String {
        let day = tours.day(today: today)
        var parts: [String] = []
        if let wish = tours.wish, wish != view {
            parts.append("\(wish.title) needs more room: \(key(.zoom))")
        }
        switch view {
        case .week: parts.append("week of \(Words.day(day.monday))")
        case .day: parts.append(day == today ? "today" : Words.weekday(day))
        case .agenda: parts.append(day == today ? "from today" : "from \(Words.day(day))")
        case .month: parts.append(Words.month(day))
        }
        if let zoneNote { parts.append(zoneNote) }
        if let page = tours.page {
            let count =
                view == .month
                ? page.counts.filter { isInMonth($0.key, of: day) }
                    .values.reduce(0) { $0 + $1.held } : page.total
            parts.append(Words.count(count, "tour"))
        }
        return parts.joined(separator: " \(glyphs.separator) ")
    }

    private func isInMonth(_ day: LocalDate, of other: LocalDate) -> Bool {
        let (year, month, _) = day.components
        return (year, month) == (other.components.year, other.components.month)
    }

    /// What became of a tour, as a sign: done, cancelled, not come, outcome unknown, overlapping.
    func mark(of tour: TourRow) -> (sign: String, words: String, role: Role) {
        if tour.isPending { return (glyphs.up, "not on the hub yet", .waiting) }
        switch tour.status {
        case .completed: return (glyphs.check, tour.status.words, .good)
        case .cancelled: return (glyphs.cross, tour.status.words, .muted)
        case .noShow: return (glyphs.absent, tour.status.words, .waiting)
        case .unknown(let words): return ("?", words, .waiting)
        case .scheduled:
            if tour.overlaps { return (glyphs.overlap, "overlaps", .problem) }
            if tour.end < now { return ("?", "how did it go?", .waiting) }
            if tour.manager == nil { return (glyphs.ring, "nobody's yet", .waiting) }
            return ("", tour.status.words, .text)
        }
    }
}

/// The stretch of so many rows that fits around one of them.
func windowStart(of count: Int, around row: Int?, height: Int) -> Int {
    max(0, min((row ?? 0) - height / 2, count - height))
}
