import ArgumentParser
import Foundation
import Model

/// `foyer report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Print what was done on a day, by agent and source.",
        discussion: """
            Leads, times to the first response in open hours, tours kept and missed, questions \
            answered. Without --day it is today, in the time of the first property.

            Examples:
              foyer report
              foyer report --day 2026-11-23 --csv > monday.csv
              foyer report --day 2026-11-23 --to ~/reports
            """
    )

    @Option(help: ArgumentHelp("The day.", valueName: "yyyy-mm-dd"))
    var day: String?

    @Flag(help: "Print comma-separated values: a line for each agent and source.")
    var csv = false

    @Flag(help: "Print Markdown; so it is without --csv too.")
    var markdown = false

    @Option(
        help: ArgumentHelp("Write both to files in this directory instead.", valueName: "dir"),
        completion: .directory
    )
    var to: String?

    @OptionGroup var options: ProfileOptions

    func validate() throws {
        guard !(csv && markdown) else {
            throw ValidationError("--csv and --markdown exclude each other; --to writes both")
        }
    }

    func run() throws {
        let reading = try ProfileReading(options.directory)
        let zone = try reading.overview().properties.first?.zone ?? .utc
        let day = try chosenDay() ?? zone.local(reading.now).date
        guard case .report(let report) = try reading.page(.report(day)) else {
            throw Complaint("nothing has been synced yet; foyer sync does it")
        }
        if let to {
            for path in try ReportFiles(directory: to).write(report) { print(path) }
        } else {
            print(csv ? report.csv : report.markdown, terminator: "")
        }
    }

    private func chosenDay() throws -> LocalDate? {
        guard let day else { return nil }
        guard let date = LocalDate(day) else {
            throw Complaint("--day \(day) is no day; write it like 2026-11-23")
        }
        return date
    }
}
