import Model

// The calendar for other programs, and for paper.
extension DeskState {
    /// The commands that write the calendar to a file.
    mutating func writeTours(_ id: CommandID) -> [DeskEffect] {
        id == .printTours ? printTours() : exportTours()
    }

    /// Writes the tours that the pane shows as a calendar file.
    private mutating func exportTours() -> [DeskEffect] {
        guard let page = tours.page, !page.tours.isEmpty else {
            notice = Notice(text: "There are no tours here that could be written.")
            return []
        }
        let calendar = TourCalendar(
            page.tours.map { CalendarTour($0, in: zone(of: $0.property)) },
            name: "Foyer tours",
            now: now
        )
        return [
            .keepFile(name: "foyer-tours-\(page.query.from.text)", ending: "ics", calendar.text)
        ]
    }

    /// Writes the tours of the day that is looked at as a sheet for the printer.
    private func printTours() -> [DeskEffect] {
        let day = tours.selectedDay ?? tours.day(today: today)
        guard let page = tours.page else { return [] }
        let sheet = DaySheet(
            day: day,
            tours: page.tours.filter { $0.localStart.date == day },
            properties: overview?.properties ?? [],
            now: now
        )
        return [.keepFile(name: "foyer-tours-\(day.text)", ending: "txt", sheet.text)]
    }
}
