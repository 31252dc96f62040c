import Model
import Screen

/// A week by days or a day by agents, proportional in time, in the properties' own time.
struct TimeGrid {
    let desk: DeskState
    let page: TourPage
    let room: Int
    let height: Int

    let slots: TimeSlots
    private let days: [LocalDate]
    private let columns: [TimeColumn]
    private let columnWidth: Int
    /// Lines above the columns' titles.
    private let above: [Line]
    private let selected: TourID?
    /// The row in which now is; nil where it is out of sight.
    private let nowRow: Int?

    /// Columns of the times at the left.
    private static let timeWidth = 7
    private static let narrowestDay = 10
    private static let narrowestAgent = 18
    /// Columns that a lane needs to say anything.
    private static let narrowestLane = 5

    init(desk: DeskState, page: TourPage, view: TourView, room: Int, height: Int) {
        self.desk = desk
        self.page = page
        self.room = room
        self.height = height
        let width = max(0, room - Self.timeWidth)
        days = Self.days(desk, page, fitting: max(1, width / Self.narrowestDay))
        selected = desk.grab?.tour.id ?? desk.tours.selectedTour
        let isShown = Set(days)
        let tours = page.tours.filter { isShown.contains($0.localStart.date) }
        above = Self.above(desk, page, room: room, height: height)
        slots = Self.slots(desk, tours, days, selected, height: max(1, height - above.count - 1))
        let groups =
            view == .day
            ? Self.agents(desk, tours, days, fitting: max(1, width / Self.narrowestAgent))
            : Self.week(desk, tours, days)
        columnWidth = width / max(1, groups.count)
        let lanes = max(1, (columnWidth - 1) / Self.narrowestLane)
        columns = groups.map { [slots, selected] group in
            TimeColumn(
                title: group.title,
                short: view == .week ? String(group.title.prefix(6)) : group.title,
                day: group.day,
                hours: desk.officeHours.day(group.day),
                tours: group.tours,
                slots: slots,
                lanes: lanes,
                selected: selected
            )
        }
        let local = desk.zone.local(desk.now)
        let row = slots.rows(of: local.minuteOfDay..<local.minuteOfDay).lowerBound
        nowRow = isShown.contains(local.date) && (0..<slots.count).contains(row) ? row : nil
    }

    var lines: [Line] {
        above + [titles] + (0..<slots.count).map(line)
    }

    /// Who asked for a tour, or where the tour in the hand would be.
    private static func above(
        _ desk: DeskState,
        _ page: TourPage,
        room: Int,
        height: Int
    ) -> [Line] {
        guard desk.grab == nil else { return desk.grabLines(room: room) }
        return TourRequestLines(desk: desk, page: page, room: room)
            .lines(limit: TourRequestLines.most(height: height))
    }

    /// What is out of sight: days, and tours before and after the hours that are shown.
    var footnote: String {
        let isShown = Set(days)
        let beside = page.tours.filter { !isShown.contains($0.localStart.date) }
        var parts: [String] = []
        if let first = beside.first, let last = beside.last {
            let (one, other) = (first.localStart.date, last.localStart.date)
            let names =
                one == other
                ? one.weekday.short
                : "\(one.weekday.short)\(desk.glyphs.dash)\(other.weekday.short)"
            parts.append("\(beside.count) on \(names)")
        }
        let blocks = columns.flatMap(\.blocks)
        let above = blocks.count { $0.rows.upperBound <= 0 }
        let below = blocks.count { $0.rows.lowerBound >= slots.count }
        if above > 0 { parts.append("\(desk.glyphs.up)\(above) earlier") }
        if below > 0 { parts.append("\(desk.glyphs.down)\(below) later") }
        return parts.joined(separator: " \(desk.glyphs.separator) ")
    }

    private var titles: Line {
        var line = Line(room: room)
        line.pad(to: Self.timeWidth)
        for column in columns {
            let isToday = column.day == desk.today
            line.add(.blanks(1))
            // Without its month rather than with half of it.
            let title = column.title.count < columnWidth ? column.title : column.short
            line.add(
                DisplayText(outside: title),
                column: columnWidth - 1,
                isToday ? .accent : .muted
            )
        }
        return line
    }

    private func line(_ row: Int) -> Line {
        var line = Line(room: room)
        let minute = slots.minute(row)
        let isNow = row == nowRow
        let label = isNow ? desk.zone.local(desk.now).clock : minute % 60 == 0 ? clock(minute) : ""
        line.add(
            DisplayText(outside: label),
            rightColumn: Self.timeWidth - 1,
            isNow ? .accent : .muted
        )
        line.pad(to: Self.timeWidth)
        for column in columns {
            line.add(.blanks(1))
            line.add(cell(column, row, width: columnWidth - 1))
        }
        return line
    }

    /// What a column shows in a row: the tours that are on, or that the office is closed.
    private func cell(_ column: TimeColumn, _ row: Int, width: Int) -> Line {
        var line = Line(room: width)
        let (shown, hidden) = column.blocks(in: row)
        let more = hidden > 0 ? DisplayText(outside: "+\(hidden)") : DisplayText(outside: "")
        let lanes = shown.first?.lanes ?? 1
        let laneWidth = width / lanes
        for lane in 0..<lanes {
            let end = lane == lanes - 1 ? width - more.width : (lane + 1) * laneWidth
            let part = max(0, end - line.width)
            if let block = shown.first(where: { $0.lane == lane }) {
                let lines = TimeBlockLines(desk: desk, block: block, slots: slots, width: part)
                line.add(lines.line(row, isSelected: block.tour.id == selected))
            } else {
                line.add(ground(column, row, width: part, isFirst: lane == 0))
            }
            line.pad(to: end)
        }
        line.add(more, .waiting)
        return line
    }

    /// What is seen where no tour is.
    private func ground(_ column: TimeColumn, _ row: Int, width: Int, isFirst: Bool) -> Line {
        var line = Line(room: width)
        let minute = slots.minute(row)
        let hours = column.hours
        if row == nowRow {
            let isToday = column.day == desk.today
            line.add(DisplayText(outside: isToday && isFirst ? nowWords(width) : ""), .accent)
            line.add(.repeating(desk.glyphs.rule, line.left), isToday ? .accent : .border)
        } else if isFirst, !hours.isOpen(minute) {
            if row == 0 || hours.isOpen(minute - slots.step) {
                let word = hours.closing ?? "closed"
                line.add(DisplayText(outside: "\(word) "), .muted)
            }
            line.add(.repeating(desk.glyphs.emptyBlock, line.left), .border)
        } else if isFirst, row == 0, let word = hours.closing {
            line.add(DisplayText(outside: word), .muted)
        } else if isFirst, minute % 60 == 0 {
            line.add(DisplayText(outside: desk.glyphs.separator), .border)
        }
        line.pad(to: width)
        return line
    }

    /// Now, and in which zone it is, where tours of others stand beside and there is room.
    private func nowWords(_ width: Int) -> String {
        let words = "\(desk.glyphs.rule) now "
        guard desk.hasSeveralZones else { return words }
        let zoned = "\(words)\(desk.zone.abbreviation(at: desk.now)) "
        return zoned.count < width ? zoned : words
    }

    private func clock(_ minute: Int) -> String {
        "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }
}

// What the grid is made of.
extension TimeGrid {
    /// A column before its tours have places.
    private struct Group {
        var title: String
        var day: LocalDate
        var tours: [TourRow]
    }

    /// As many days of the page as fit, the one that is looked at among them.
    private static func days(
        _ desk: DeskState,
        _ page: TourPage,
        fitting most: Int
    ) -> [LocalDate] {
        let range = page.query.from.dayNumber..<page.query.to.dayNumber
        let chosen = (desk.tours.selectedDay ?? desk.tours.day(today: desk.today)).dayNumber
        let count = min(range.count, most)
        let start = min(max(range.lowerBound, chosen - count + 1), range.upperBound - count)
        return (start..<start + count).map { LocalDate(dayNumber: $0) }
    }

    private static func slots(
        _ desk: DeskState,
        _ tours: [TourRow],
        _ days: [LocalDate],
        _ selected: TourID?,
        height: Int
    ) -> TimeSlots {
        let open = desk.officeHours.span(of: days)
        let minutes = tours.map(\.minutesOfDay)
        let first = min(open.lowerBound, minutes.map(\.lowerBound).min() ?? 1_440)
        let last = max(open.upperBound, minutes.map(\.upperBound).max() ?? 0)
        let local = desk.zone.local(desk.now)
        let here = tours.first { $0.id == selected } ?? tours.first
        let around =
            here?.localStart.minuteOfDay
            ?? (days.contains(local.date) ? local.minuteOfDay : first)
        return TimeSlots(covering: first..<last, height: height, around: around)
    }

    private static func week(
        _ desk: DeskState,
        _ tours: [TourRow],
        _ days: [LocalDate]
    ) -> [Group] {
        let byDay = Dictionary(grouping: tours, by: \.localStart.date)
        return days.map { day in
            Group(title: Words.weekday(day), day: day, tours: byDay[day] ?? [])
        }
    }

    /// A column for each agent who has tours on a day, the desk's own first and nobody's last; one
    /// for all where they do not fit.
    private static func agents(
        _ desk: DeskState,
        _ tours: [TourRow],
        _ days: [LocalDate],
        fitting most: Int
    ) -> [Group] {
        guard let day = days.first else { return [] }
        let byAgent = Dictionary(grouping: tours, by: \.manager)
        guard byAgent.count > 1, byAgent.count <= most else {
            return [Group(title: Words.weekday(day), day: day, tours: tours)]
        }
        let me = desk.overview?.agent?.id
        let groups = byAgent.map { agent, tours in
            let name = agent == nil ? "nobody yet" : tours.first?.managerName ?? "a colleague"
            let place = agent == me ? 0 : agent == nil ? 2 : 1
            let words = agent == me ? "you" : name
            return (place, name, Group(title: words, day: day, tours: tours))
        }
        return groups.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
