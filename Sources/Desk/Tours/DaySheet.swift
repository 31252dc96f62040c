package import Model
import Screen

/// The tours of one day on paper: plain text of 80 columns, for `lp` and for the wall.
///
/// Everything from outside goes through `DisplayText`, so that no name can speak to a printer.
package struct DaySheet {
    private let day: LocalDate
    private let tours: [TourRow]
    private let zones: [PropertyID: Zone]
    private let printed: String

    /// Columns of the paper.
    package static let width = 80

    /// Takes tours of that day, and the zones of their properties.
    package init(
        day: LocalDate,
        tours: [TourRow],
        properties: [PropertyName],
        now: Timestamp
    ) {
        self.day = day
        self.tours = tours.sorted { ($0.localStart, $0.id) < ($1.localStart, $1.id) }
        zones = Dictionary(properties.map { ($0.id, $0.zone) }, uniquingKeysWith: { $1 })
        let zone = properties.first?.zone ?? .utc
        printed = "\(Words.time(zone.local(now))) \(zone.abbreviation(at: now))"
    }

    /// The sheet, each line ended.
    package var text: String {
        let year = day.components.year
        let title = "Tours on \(day.weekday.name) \(Words.day(day)) \(year)"
        let rule = String(repeating: "-", count: Self.width)
        var lines = [
            pair(title, Words.count(tours.count, "tour")),
            pair(closing, "printed \(printed)"), rule,
        ]
        if tours.isEmpty { lines.append("No tours.") }
        for tour in tours { lines += self.lines(of: tour) + [rule] }
        return lines.map { $0 + "\n" }.joined()
    }

    private var closing: String {
        Holidays().closing(on: day)?.holiday.map { "\($0.name)" } ?? ""
    }

    /// When, who, what of it, and a line to write on.
    private func lines(of tour: TourRow) -> [String] {
        let zone = zones[tour.property] ?? .utc
        let end = zone.local(tour.end).clock
        let box = tour.status == .scheduled ? "[ ]" : "[x]"
        let overlaps = tour.overlaps && tour.status == .scheduled
        let status = overlaps ? "overlaps!" : tour.status.words
        let indent = String(repeating: " ", count: 17)
        return [
            cell("\(tour.localStart.clock)-\(end)", 12) + " \(box) " + cell(tour.prospect, 40)
                + " " + cell(tour.managerName ?? "nobody yet", 22),
            indent + cell(tour.unit ?? "", 24) + " " + cell(tour.type.words, 15) + " "
                + cell(status, 22),
            indent + cell(tour.propertyName, 40) + " " + zone.abbreviation(at: tour.start),
            indent + String(repeating: "_", count: Self.width - indent.count),
        ].map(trimmed)
    }

    private func pair(_ left: String, _ right: String) -> String {
        let end = DisplayText(outside: right)
        return trimmed(cell(left, Self.width - end.width - 1) + " " + end.string)
    }

    private func cell(_ text: String, _ columns: Int) -> String {
        let text = DisplayText(outside: text).fitted(to: columns)
        return text.string + String(repeating: " ", count: max(0, columns - text.width))
    }

    private func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
