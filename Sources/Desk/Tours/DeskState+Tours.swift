import Model
import Screen

extension DeskState {
    /// Lines that the pane has for tours.
    var tourRows: Int { max(1, layout[.tours]?.inner.height ?? 1) }

    func toursContent(width: Int, height: Int) -> PaneContent {
        var content = PaneContent(note: toursNote)
        guard let page = tours.page else { return content }
        switch tours.view {
        case .week, .day:
            if page.requests.count > TourRequestLines.most(height: height) {
                content.footnote = "\(Words.count(page.requests.count)) asked for a tour"
            }
            let grid = TourGrid(desk: self, page: page, room: width, height: height)
            content.lines = grid.lines
        case .agenda:
            let agenda = TourAgenda(desk: self, page: page, room: width, height: height)
            content.lines = agenda.lines
        }
        return content
    }

    private var toursNote: String {
        let day = tours.day(today: today)
        var parts: [String] = []
        switch tours.view {
        case .week: parts.append("week of \(Words.day(day.monday))")
        case .day: parts.append(day == today ? "today" : Words.weekday(day))
        case .agenda: parts.append(day == today ? "from today" : "from \(Words.day(day))")
        }
        if let page = tours.page { parts.append(Words.count(page.total, "tour")) }
        return parts.joined(separator: " \(glyphs.separator) ")
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
            let isOver = tour.start.advanced(by: .seconds(tour.minutes * 60)) < now
            return isOver ? ("?", "how did it go?", .waiting) : ("", tour.status.words, .text)
        }
    }
}

/// The stretch of so many rows that fits around one of them.
func windowStart(of count: Int, around row: Int?, height: Int) -> Int {
    max(0, min((row ?? 0) - height / 2, count - height))
}
