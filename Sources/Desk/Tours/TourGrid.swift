import Model
import Screen

/// A day or a week by the hour, in the properties' own time.
struct TourGrid {
    let desk: DeskState
    let page: TourPage
    let room: Int
    let height: Int

    private let days: [LocalDate]
    private let columnWidth: Int
    private let cells: [Cell: [TourRow]]
    private let selected: TourEntry?

    /// Columns of the times at the left.
    private static let timeWidth = 8
    private static let narrowestColumn = 10

    /// What begins on a day at a minute of it.
    private struct Cell: Hashable {
        var day: LocalDate
        var minute: Int
    }

    /// A line below the days' names.
    private enum Row {
        case time(Int, line: Int)
        case now
    }

    init(desk: DeskState, page: TourPage, room: Int, height: Int) {
        self.desk = desk
        self.page = page
        self.room = room
        self.height = height
        let fitting = max(1, (room - Self.timeWidth) / Self.narrowestColumn)
        let range = page.query.from.dayNumber..<page.query.to.dayNumber
        let chosen = desk.tours.day(today: desk.today).dayNumber
        let count = min(range.count, fitting)
        let start = min(max(range.lowerBound, chosen - count + 1), range.upperBound - count)
        days = (start..<start + count).map { LocalDate(dayNumber: $0) }
        columnWidth = (room - Self.timeWidth) / max(1, count)
        cells = Dictionary(grouping: page.tours) {
            Cell(day: $0.localStart.date, minute: $0.localStart.minuteOfDay)
        }
        selected = desk.tours.selected
    }

    var lines: [Line] {
        let requests = TourRequestLines(desk: desk, page: page, room: room)
            .lines(limit: TourRequestLines.most(height: height))
        let head = requests + [dayNames]
        let rows = self.rows
        let left = max(0, height - head.count)
        let top = windowStart(of: rows.count, around: rows.firstIndex(where: isHere), height: left)
        return head + rows[top..<min(rows.count, top + left)].map(line)
    }

    private var dayNames: Line {
        var line = Line(room: room)
        line.pad(to: Self.timeWidth)
        for day in days {
            let isToday = day == desk.today
            let name =
                days.count == 1 ? Words.weekday(day) : "\(day.weekday.short) \(Words.day(day))"
            let short = DisplayText(outside: columnWidth < 11 ? String(name.prefix(6)) : name)
            line.add(short, column: columnWidth, isToday ? .accent : .muted)
        }
        return line
    }

    private var rows: [Row] {
        var rows: [Row] = []
        let local = desk.zone.local(desk.now)
        var isNowDue = days.contains(local.date)
        for minute in minutes {
            if isNowDue, minute > local.minuteOfDay {
                rows.append(.now)
                isNowDue = false
            }
            let most = days.map { cells[Cell(day: $0, minute: minute)]?.count ?? 0 }.max() ?? 0
            rows += (0..<max(1, most)).map { .time(minute, line: $0) }
        }
        if isNowDue { rows.append(.now) }
        return rows
    }

    /// The hours from nine to five, and every time at which a tour begins.
    private var minutes: [Int] {
        let begun = Set(cells.keys.lazy.filter { days.contains($0.day) }.map(\.minute))
        let first = min(9, (begun.min() ?? 540) / 60)
        let last = max(17, (begun.max() ?? 1_020) / 60)
        return begun.union((first...last).map { $0 * 60 }).sorted()
    }

    /// The row that must be in sight: the selected tour's, else now.
    private func isHere(_ row: Row) -> Bool {
        switch row {
        case .now:
            if case .tour = selected { return false }
            return true
        case .time(let minute, let line):
            return days.contains { day in
                guard let tours = cells[Cell(day: day, minute: minute)],
                    tours.indices.contains(line)
                else { return false }
                return selected == .tour(tours[line].id)
            }
        }
    }

    private func line(_ row: Row) -> Line {
        switch row {
        case .now: nowLine
        case .time(let minute, let number): timeLine(minute, number)
        }
    }

    private var nowLine: Line {
        var line = Line(room: room)
        let words = " \(desk.zone.local(desk.now).clock) \(desk.glyphs.rule) now "
        line.add(DisplayText(outside: words), .accent)
        let rule = String(repeating: desk.glyphs.rule, count: max(0, line.left - 1))
        line.add(DisplayText(outside: rule), .accent)
        return line
    }

    private func timeLine(_ minute: Int, _ number: Int) -> Line {
        var line = Line(room: room)
        let clock = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
        let label = number == 0 ? clock : ""
        line.add(DisplayText(outside: label), rightColumn: 6, .muted)
        line.pad(to: Self.timeWidth - 1)
        for day in days {
            let tours = cells[Cell(day: day, minute: minute)] ?? []
            if tours.indices.contains(number) {
                add(tours[number], to: &line)
            } else {
                addEmpty(day, minute, number, to: &line)
            }
        }
        return line
    }

    private func addEmpty(_ day: LocalDate, _ minute: Int, _ number: Int, to line: inout Line) {
        let isFirst = number == 0 && cells[Cell(day: day, minute: minute)] == nil
        let word = isFirst ? openWord(day, minute) : ""
        line.add(.blanks(1))
        line.add(DisplayText(outside: word), column: columnWidth - 1, .muted)
    }

    /// A dot where the office is open; with several properties their hours differ.
    private func openWord(_ day: LocalDate, _ minute: Int) -> String {
        guard let overview = desk.overview, overview.properties.count == 1 else {
            return desk.glyphs.separator
        }
        let hours = overview.properties[0].hours
        if hours.week[day.weekday.rawValue].isEmpty { return "closed" }
        let isOpen = hours.isOpen(LocalDateTime(date: day, secondOfDay: minute * 60))
        return isOpen ? desk.glyphs.separator : ""
    }

    private func add(_ tour: TourRow, to line: inout Line) {
        let isSelected = selected == .tour(tour.id)
        let marker = isSelected ? desk.glyphs.selected : " "
        line.add(DisplayText(outside: marker), .selected)
        if days.count == 1 {
            TourWords(desk: desk).add(tour, isSelected: isSelected, to: &line)
            return
        }
        let mark = desk.mark(of: tour)
        let sign = mark.sign.isEmpty ? "" : " \(mark.sign)"
        let end = line.width + columnWidth - 1
        let role: Role = isSelected ? .selected : tour.status == .cancelled ? .muted : .text
        line.add(name(of: tour, columns: max(1, end - line.width - sign.count - 1)), role)
        line.add(DisplayText(outside: sign), mark.role)
        line.pad(to: end)
    }

    /// The whole name, or its last word where that is all there is room for.
    private func name(of tour: TourRow, columns: Int) -> DisplayText {
        let whole = DisplayText(outside: tour.prospect)
        guard whole.width > columns,
            let last = tour.prospect.split(separator: " ").last
        else { return whole.fitted(to: columns) }
        return DisplayText(outside: String(last)).fitted(to: columns)
    }
}
