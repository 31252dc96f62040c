import Model
import Screen

/// The tours of some weeks as a list, day by day.
struct TourAgenda {
    let desk: DeskState
    let page: TourPage
    let room: Int
    let height: Int
    private let selected: TourEntry?

    init(desk: DeskState, page: TourPage, room: Int, height: Int) {
        self.desk = desk
        self.page = page
        self.room = room
        self.height = height
        selected = desk.grab.map { .tour($0.tour.id) } ?? desk.tours.selected
    }

    private enum Row {
        case request(Int)
        case day(LocalDate)
        case tour(Int)
    }

    var lines: [Line] {
        let rows = self.rows
        guard !rows.isEmpty else {
            return desk.teaching(
                "No tours in these four weeks. The arrows go on, . goes back to today.",
                room: room
            )
        }
        let above = desk.grabLines(room: room)
        let left = max(0, height - above.count)
        let here = rows.firstIndex(where: isSelected)
        let top = windowStart(of: rows.count, around: here, height: left)
        return above + rows[top..<min(rows.count, top + left)].map(line)
    }

    private var rows: [Row] {
        var rows: [Row] = page.requests.indices.map(Row.request)
        var day: LocalDate?
        for (index, tour) in page.tours.enumerated() {
            if tour.localStart.date != day {
                day = tour.localStart.date
                rows.append(.day(tour.localStart.date))
            }
            rows.append(.tour(index))
        }
        return rows
    }

    private func isSelected(_ row: Row) -> Bool {
        switch row {
        case .request(let index):
            selected == .request(page.requests[index].conversation)
        case .tour(let index): selected == .tour(page.tours[index].id)
        case .day: false
        }
    }

    private func line(_ row: Row) -> Line {
        switch row {
        case .request(let index):
            return TourRequestLines(desk: desk, page: page, room: room).line(page.requests[index])
        case .day(let day):
            let word = day == desk.today ? "today" : Words.weekday(day)
            return Line(
                DisplayText(outside: " \(word)"),
                day == desk.today ? .accent : .muted,
                room: room
            )
        case .tour(let index):
            let isSelected = isSelected(row)
            var line = Line(room: room)
            line.isSelected = isSelected
            let marker = isSelected ? " \(desk.glyphs.selected) " : "   "
            line.add(DisplayText(outside: marker), .selected)
            TourWords(desk: desk).add(page.tours[index], isSelected: isSelected, to: &line)
            line.aim(at: .tour(page.tours[index].id))
            return line
        }
    }
}
