import Model
import Screen

/// A month by days, how many tours each has, and the tours of the day that is chosen.
struct TourMonth {
    let desk: DeskState
    let page: TourPage
    let room: Int
    let height: Int

    private let chosen: LocalDate
    private let weeks: [LocalDate]
    private let cellWidth: Int
    /// Lines of a week: with two there is room for a bar or a holiday's name.
    private let weekHeight: Int
    private let isListBeside: Bool
    private let most: Int

    /// Columns from which the day's list stands beside the month.
    private static let wide = 104
    private static let narrowestList = 46

    init(desk: DeskState, page: TourPage, room: Int, height: Int) {
        self.desk = desk
        self.page = page
        self.room = room
        self.height = height
        let chosen = desk.tours.day(today: desk.today)
        self.chosen = chosen
        let days = TourView.month(of: chosen)
        let month = chosen.components.month
        weeks = (0..<6).map { days.lowerBound.adding(days: 7 * $0) }.filter { monday in
            monday.components.month == month || monday.adding(days: 6).components.month == month
        }
        isListBeside = room >= Self.wide
        let width = isListBeside ? room - Self.narrowestList : room
        cellWidth = min(16, width / 7)
        let listHeight = isListBeside ? 0 : 4
        weekHeight = height >= 1 + 2 * weeks.count + listHeight ? 2 : 1
        most = page.counts.values.map(\.held).max() ?? 0
    }

    var lines: [Line] {
        let month = [names] + weeks.flatMap(lines(of:))
        let list = TourDayList(
            desk: desk,
            page: page,
            room: isListBeside ? room - 7 * cellWidth - 2 : room,
            height: isListBeside ? height : max(0, height - month.count)
        ).lines(of: chosen)
        guard isListBeside else { return month + list }
        return (0..<max(month.count, list.count)).map { index in
            var line = Line(room: room)
            if month.indices.contains(index) { line.add(month[index]) }
            line.pad(to: 7 * cellWidth + 2)
            if list.indices.contains(index) { line.add(list[index]) }
            return line
        }
    }

    private var names: Line {
        var line = Line(room: room)
        for day in Weekday.allCases {
            line.add(.blanks(1))
            line.add(DisplayText(outside: day.short), column: cellWidth - 1, .muted)
        }
        return line
    }

    private func lines(of monday: LocalDate) -> [Line] {
        let days = (0..<7).map { monday.adding(days: $0) }
        var lines = [Line(room: room)]
        for day in days { lines[0].add(cell(day)) }
        guard weekHeight > 1 else { return lines }
        var below = Line(room: room)
        for day in days { below.add(foot(of: day)) }
        lines.append(below)
        return lines
    }

    /// `▸24  5 ○`: the day, its tours, and a mark where one of them is nobody's.
    private func cell(_ day: LocalDate) -> Line {
        var line = Line(room: cellWidth)
        line.aim(at: .day(day))
        let isChosen = day == chosen
        let isOther = day.components.month != chosen.components.month
        let role: Role =
            isChosen ? .selected : day == desk.today ? .accent : isOther ? .muted : .text
        line.add(DisplayText(outside: isChosen ? desk.glyphs.selected : " "), .selected)
        line.add(DisplayText(outside: "\(day.components.day)"), rightColumn: 2, role)
        // What was cancelled takes nobody's time.
        guard let count = page.counts[day], count.held > 0 else {
            if isClosed(day) {
                line.add(DisplayText(outside: " \(desk.glyphs.emptyBlock)"), .border)
            }
            line.pad(to: cellWidth)
            return line
        }
        line.add(DisplayText(outside: "\(count.held)"), rightColumn: 3, .accent)
        if count.unmanaged > 0 {
            line.add(DisplayText(outside: desk.glyphs.ring), .waiting)
        }
        line.pad(to: cellWidth)
        return line
    }

    /// A bar as long as the day is full against the fullest, or why it is closed.
    private func foot(of day: LocalDate) -> Line {
        var line = Line(room: cellWidth)
        line.aim(at: .day(day))
        line.pad(to: 1)
        let held = page.counts[day]?.held ?? 0
        if held > 0, most > 0 {
            let bar = desk.glyphs.bar(Double(held) / Double(most), cells: max(1, cellWidth - 3))
            line.add(DisplayText(outside: bar), .accent)
        } else if let word = desk.officeHours.day(day).closing {
            line.add(DisplayText(outside: word).fitted(to: max(0, cellWidth - 2)), .muted)
        }
        line.pad(to: cellWidth)
        return line
    }

    private func isClosed(_ day: LocalDate) -> Bool {
        desk.officeHours.day(day).closing?.hasSuffix("?") == false
    }
}

/// The tours of one day, a line each.
struct TourDayList {
    let desk: DeskState
    let page: TourPage
    let room: Int
    let height: Int

    func lines(of day: LocalDate) -> [Line] {
        guard height > 0 else { return [] }
        let tours = page.tours.filter { $0.localStart.date == day }
        let title = day == desk.today ? "today" : Words.weekday(day)
        let closing = desk.officeHours.day(day).closing.map { " \(desk.glyphs.separator) \($0)" }
        // Counted as the month counts them.
        let lost = tours.count(where: \.isLost)
        let parts = [
            title, Words.count(tours.count - lost, "tour"),
            lost > 0 ? "\(Words.count(lost)) cancelled or missed" : "",
        ].filter { !$0.isEmpty }
        let words = parts.joined(separator: " \(desk.glyphs.separator) ") + (closing ?? "")
        var lines = [Line(DisplayText(outside: " \(words)"), .accent, room: room)]
        let fitting = tours.count < height ? tours.count : max(0, height - 2)
        lines += tours.prefix(fitting).map { tour in
            var line = Line(room: room)
            line.add(.blanks(1))
            TourWords(desk: desk).add(tour, isSelected: false, to: &line)
            line.aim(at: .day(day))
            return line
        }
        let rest = tours.count - fitting
        if rest > 0, lines.count < height {
            let words = " and \(rest) more; \(desk.key(.openTour)) shows the day"
            lines.append(Line(DisplayText(outside: words), .muted, room: room))
        }
        return lines
    }
}
