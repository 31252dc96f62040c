import Model
import Screen

/// An agent's day as a bar: when the office is open, the agent's tours, and where the wished one
/// would be.
struct DayBar {
    let desk: DeskState
    let room: Int

    private let title: String
    private let step: Int
    private let first: Int
    private let cells: [Cell]
    private let names: [Name]

    /// Columns of the title.
    private static let titleWidth = 17
    private static let steps = [5, 10, 15, 30, 60]
    /// What is drawn where nobody knows the hours, or on a day that is closed.
    private static let usual = 540..<1_080

    /// What a cell of the bar is.
    private enum Cell: Equatable {
        case free, closed, busy, wished, clash
    }

    /// What stands below the bar.
    private struct Name {
        var column: Int
        var words: String
        var role: Role
    }

    /// Nil where no day is wished, or its tours are not here.
    init?(_ check: BookingCheck, _ desk: DeskState, room: Int) {
        guard check.isChecked, let slot = check.slot, let local = check.local,
            let page = desk.booking, room >= 40
        else { return nil }
        self.desk = desk
        self.room = room
        let day = local.date
        let hours = page.office.hours
        let open = hours.isKnown ? hours.week[day.weekday.rawValue] : []
        let tours = Self.tours(of: slot, on: day, page)
        let wished = local.minuteOfDay..<local.minuteOfDay + max(5, slot.minutes)
        let busy = tours.map(\.minutes)
        let all = (open.isEmpty ? [Self.usual] : open) + busy + [wished]
        let start = (all.map(\.lowerBound).min() ?? 540) / 60 * 60
        let end = min(1_440, ((all.map(\.upperBound).max() ?? 1_080) + 59) / 60 * 60)
        let width = room - Self.titleWidth - 2
        let step = Self.steps.first { (end - start) / $0 <= width } ?? 60
        self.step = step
        first = start
        let isClosed = page.office.holidays.closing(on: day)?.isCertain == true
        cells = stride(from: start, to: end, by: step).map { minute in
            let span = minute..<minute + step
            switch (wished.overlaps(span), busy.contains { $0.overlaps(span) }) {
            case (true, true): return .clash
            case (true, false): return .wished
            case (false, true): return .busy
            case (false, false):
                let isOpen = !hours.isKnown || open.contains { $0.overlaps(span) }
                return isOpen && !isClosed ? .free : .closed
            }
        }
        title = Self.title(slot, page, desk, day)
        let here = Name(column: (wished.lowerBound - start) / step, words: "here", role: .accent)
        names =
            ([here]
            + tours.map { tour in
                let name = page.names[tour.id] ?? ""
                let last = name.split(separator: " ").last.map(String.init) ?? name
                return Name(
                    column: (tour.minutes.lowerBound - start) / step,
                    words: last,
                    role: .muted
                )
            }).sorted { $0.column < $1.column }
    }

    /// The hours, the bar, and whose its parts are.
    var lines: [Line] { [scale, bar, legend] }

    private var scale: Line {
        var line = begun("")
        let hour = 60 / step
        // As many hours are named as have room.
        let every = (1...6).first { $0 * hour >= 4 } ?? 6
        for index in stride(from: 0, to: cells.count, by: hour * every) {
            line.pad(to: Self.titleWidth + index)
            let minute = first + index * step
            line.add(DisplayText(outside: "\(minute / 60)"), .muted)
        }
        return line
    }

    private var bar: Line {
        var line = begun(title)
        var index = 0
        while index < cells.count {
            let cell = cells[index]
            let end = cells[index...].firstIndex { $0 != cell } ?? cells.count
            let (sign, role) = look(of: cell)
            line.add(.repeating(sign, end - index), role)
            index = end
        }
        return line
    }

    private var legend: Line {
        var line = begun("")
        for (index, name) in names.enumerated() {
            let start = max(line.width, Self.titleWidth + name.column)
            let next = index + 1 < names.count ? Self.titleWidth + names[index + 1].column : room
            line.pad(to: start)
            let text = DisplayText(outside: name.words)
            let columns = name.role == .accent ? text.width : max(0, next - start - 1)
            guard columns > 1 else { continue }
            line.add(text.fitted(to: columns), name.role)
            line.add(.blanks(1))
        }
        return line
    }

    private func begun(_ title: String) -> Line {
        var line = Line(room: room)
        line.add(.blanks(1))
        line.add(DisplayText(outside: title), column: Self.titleWidth - 1, .muted)
        return line
    }

    private func look(of cell: Cell) -> (String, Role) {
        switch cell {
        case .free: (desk.glyphs.rule, .border)
        case .closed: (desk.glyphs.emptyBlock, .border)
        case .busy: (desk.glyphs.block, .text)
        case .wished: (desk.glyphs.wish, .accent)
        case .clash: (desk.glyphs.cross, .problem)
        }
    }

    /// `Luis’s Tue 24 Nov`.
    private static func title(
        _ slot: BookingSlot,
        _ page: BookingPage,
        _ desk: DeskState,
        _ day: LocalDate
    ) -> String {
        let agent = page.agents.first { $0.id == slot.manager }
        let whose =
            slot.manager == nil
            ? "the team"
            : slot.manager == desk.overview?.agent?.id ? "your" : agent?.first ?? "their"
        return "\(whose) \(day.weekday.short) \(day.components.day)"
    }

    /// The tours that take the agent's time on a day, or the property's where nobody is named.
    private static func tours(
        of slot: BookingSlot,
        on day: LocalDate,
        _ page: BookingPage
    ) -> [(id: TourID, minutes: Range<Int>)] {
        page.tours.compactMap { tour in
            let isTheirs =
                slot.manager == nil
                ? tour.property == page.office.property : tour.manager == slot.manager
            let start = page.office.zone.local(tour.start)
            guard isTheirs, tour.holding != .free, tour.id != slot.moving, start.date == day else {
                return nil
            }
            let first = start.minuteOfDay
            return (tour.id, first..<min(1_440, first + max(5, tour.minutes)))
        }
    }
}
