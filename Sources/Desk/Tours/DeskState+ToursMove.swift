import Model

// Moving in the calendar.
extension DeskState {
    /// The commands that say which part of the calendar is looked at, and how.
    mutating func lookAtTours(_ id: CommandID) {
        switch id {
        case .tourView: showTours(tourView.next)
        case .toursByWeek: showTours(.week)
        case .toursByDay: showTours(.day)
        case .toursAgenda: showTours(.agenda)
        case .toursByMonth: showTours(.month)
        case .earlier: moveTourDay(by: -1)
        case .later: moveTourDay(by: 1)
        case .today: tours.moveToToday(today)
        // `run` sends no other here.
        default: break
        }
    }

    /// Looks at the calendar in another way, and says where there is no room for it.
    mutating func showTours(_ view: TourView) {
        tours.show(view, today: today)
        guard tourView != view else { return }
        notice = Notice(
            text: "The \(view.title) needs more room than this pane; \(key(.zoom)) zooms."
        )
    }

    /// Goes so many steps on: weeks, or days.
    mutating func moveTourDay(by steps: Int) {
        let day = tourView.day(steps, after: tours.day(today: today))
        tours.look(at: day, today: today)
    }

    /// Opens what the selected entry came from; of a month, the day.
    mutating func openTour() {
        guard tourView == .month else { return open(tours.selectedConversation) }
        tours.show(.day, today: today)
    }

    mutating func moveInTours(_ step: Step) {
        if tourView == .month { return moveInMonth(step) }
        if let count = step.rows(of: tourRows) {
            if tourView == .agenda, readOn(by: count) { return }
            tours.move(by: count, rows: tourRows)
        } else if step == .first {
            tours.moveToFirst()
        } else {
            tours.moveToLast(rows: tourRows)
        }
    }

    /// At an end of the agenda, reads on from there; false where it is no end.
    private mutating func readOn(by count: Int) -> Bool {
        guard let page = tours.page, let selected = tours.selected else { return false }
        if count > 0, selected == tours.entries.last, page.total > page.tours.count,
            let last = page.tours.last
        {
            tours.look(at: last.localStart.date, today: today)
            return true
        }
        if count < 0, selected == tours.entries.first {
            let isDense = page.total > page.tours.count
            tours.look(
                at: tours.day(today: today).adding(days: isDense ? -1 : -7),
                today: today
            )
            return true
        }
        return false
    }

    /// Lines are weeks, pages are months.
    private mutating func moveInMonth(_ step: Step) {
        let day = tours.day(today: today)
        let (year, month, number) = day.components
        let there: LocalDate
        switch step {
        case .lines(let count): there = day.adding(days: 7 * count)
        case .halfPages(let count), .pages(let count): there = day.adding(months: count)
        case .first: there = day.adding(days: 1 - number)
        case .last:
            there = day.adding(days: LocalDate.length(ofMonth: month, year: year) - number)
        }
        tours.look(at: there, today: today)
    }
}

extension LocalDate {
    /// The same day of another month, or its last where it is shorter.
    func adding(months count: Int) -> LocalDate {
        let (year, month, day) = components
        let number = year * 12 + month - 1 + count
        let (there, rest) = (number / 12, number % 12 + 1)
        let last = LocalDate.length(ofMonth: rest, year: there)
        return LocalDate(year: there, month: rest, day: min(day, last)) ?? self
    }
}
