import ArgumentParser
import Foundation
import Model

/// `foyer tours`.
struct ToursCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tours",
        abstract: "List tours in the properties' own time.",
        discussion: """
            Without --from and --to, the week from today on.

            Examples:
              foyer tours
              foyer tours --from 2026-11-01 --to 2026-12-01 --json
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

    @OptionGroup var options: ProfileOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is 1 or more") }
    }

    func run() throws {
        let reading = try ProfileReading(options.directory)
        let zone = try reading.overview().properties.first?.zone ?? .utc
        let first = try day(from, "--from") ?? zone.local(reading.now).date
        let end = try day(to, "--to") ?? LocalDate(dayNumber: first.dayNumber + 7)
        let query = TourQuery(from: first, to: end, limit: limit)
        guard case .tours(let page) = try reading.page(.tours(query)) else { return }
        let rows = page.tours.prefix(limit).map(ListedTour.init)
        if json { return try Output.showJSON(rows) }
        for row in rows { print(row.line) }
        if page.total > rows.count { print("\(rows.count) of \(page.total); --limit shows more") }
    }

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
