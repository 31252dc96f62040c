import ArgumentParser
import Desk
import Foundation
import Model

/// `foyer tours`.
struct ToursCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tours",
        abstract: "List tours in the properties' own time.",
        discussion: """
            Without --from and --to, the week from today on. An .ics file is for other calendar \
            programs; every tour keeps its identity in it, so that reading it again changes and \
            cancels instead of doubling. Its tours are those from four weeks ago to half a year \
            ahead where nothing else is said.

            Examples:
              foyer tours
              foyer tours --from 2026-11-01 --to 2026-12-01 --json
              foyer tours --ics tours.ics
              foyer tours --print 2026-11-24 | lp
            """
    )

    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd"))
    var from: String?

    @Option(help: ArgumentHelp("The day after the last.", valueName: "yyyy-mm-dd"))
    var to: String?

    @Option(help: "At most so many.")
    var limit = 200

    @Flag(help: "Print them as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp("Write them as iCalendar; - is standard output.", valueName: "file"),
        completion: .file(extensions: ["ics"])
    )
    var ics: String?

    @Flag(help: "Print a day's sheet, 80 columns wide.")
    var print = false

    @Argument(help: ArgumentHelp("The day to print; without it today.", valueName: "yyyy-mm-dd"))
    var date: String?

    @OptionGroup var options: ProfileOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is 1 or more") }
        guard date == nil || print else { throw ValidationError("a day is for --print alone") }
        guard [ics != nil, print, json].count(where: \.self) <= 1 else {
            throw ValidationError("--ics, --print and --json are three different things")
        }
    }

    func run() throws {
        let reading = try ProfileReading(options.directory)
        let properties = try reading.overview().properties
        let zone = properties.first?.zone ?? .utc
        if print { return try printDay(reading, properties, zone) }
        if let ics { return try writeCalendar(to: ics, reading, properties, zone) }
        let first = try day(from, "--from") ?? zone.local(reading.now).date
        let end = try day(to, "--to") ?? LocalDate(dayNumber: first.dayNumber + 7)
        let query = TourQuery(from: first, to: end, limit: limit)
        guard case .tours(let page) = try reading.page(.tours(query)) else { return }
        let rows = page.tours.prefix(limit).map(ListedTour.init)
        if json { return try Output.showJSON(rows) }
        for row in rows { Swift.print(row.line) }
        if page.total > rows.count {
            Swift.print("\(rows.count) of \(page.total); --limit shows more")
        }
    }

    private func printDay(
        _ reading: ProfileReading,
        _ properties: [PropertyName],
        _ zone: Zone
    ) throws {
        let day = try day(date, "--print") ?? zone.local(reading.now).date
        let query = TourQuery(from: day, to: day.adding(days: 1))
        guard case .tours(let page) = try reading.page(.tours(query)) else { return }
        let sheet = DaySheet(
            day: day,
            tours: page.tours,
            properties: properties,
            now: reading.now
        )
        Swift.print(sheet.text, terminator: "")
    }

    private func writeCalendar(
        to path: String,
        _ reading: ProfileReading,
        _ properties: [PropertyName],
        _ zone: Zone
    ) throws {
        let today = zone.local(reading.now).date
        let first = try day(from, "--from") ?? today.adding(days: -28)
        let end = try day(to, "--to") ?? today.adding(days: 183)
        let query = TourQuery(from: first, to: end, limit: Self.mostInCalendar)
        guard case .tours(let page) = try reading.page(.tours(query)) else { return }
        guard page.total <= page.tours.count else {
            throw Complaint(
                "\(page.total) tours are more than a calendar file takes; give --from and --to"
            )
        }
        let zones = Dictionary(properties.map { ($0.id, $0.zone) }, uniquingKeysWith: { $1 })
        let calendar = TourCalendar(
            page.tours.map { CalendarTour($0, in: zones[$0.property] ?? .utc) },
            name: "Foyer tours",
            now: reading.now
        )
        guard path != "-" else { return Swift.print(calendar.text, terminator: "") }
        do {
            try Data(calendar.text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Complaint("\(path): \(error.localizedDescription)")
        }
        Swift.print("\(page.tours.count) tours are in \(path)")
    }

    /// Tours of one file; programs that read it take thousands, not a region's history.
    private static let mostInCalendar = 10_000

    private func day(_ text: String?, _ option: String) throws -> LocalDate? {
        guard let text else { return nil }
        guard let date = LocalDate(text) else {
            throw Complaint("\(option) \(text) is no day; write it like 2026-11-23")
        }
        return date
    }
}

/// A tour as `tours` prints it.
struct ListedTour: Encodable {
    var tourId: String
    var propertyId: String
    var property: String
    var prospect: String
    var start: String
    var localStart: String
    var minutes: Int
    var type: String
    var status: String
    var unit: String?
    var manager: String?
    var overlaps: Bool
    var conversationId: String?

    init(_ tour: TourRow) {
        tourId = tour.id.text
        propertyId = tour.property.text
        property = tour.propertyName
        prospect = tour.prospect
        start = tour.start.text
        localStart = "\(tour.localStart.date.text) \(tour.localStart.clock)"
        minutes = tour.minutes
        type = tour.type.words
        status = tour.status.words
        unit = tour.unit
        manager = tour.managerName
        overlaps = tour.overlaps
        conversationId = tour.conversation?.text
    }

    /// For a person: when, who, how, what became of it, where.
    var line: String {
        [
            Output.cell(localStart, 16), Output.cell(prospect, 24), Output.cell(type, 11),
            Output.cell(status, 12), Output.cell(manager, 18), Output.cell(property, 24),
        ].joined(separator: " ")
    }
}
