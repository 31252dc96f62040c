import Foundation
import Model

/// The files that the report of a day is written to.
struct ReportFiles {
    let directory: String

    /// The directory that was named, or else `foyer-reports` in the home directory.
    init(directory: String? = nil) {
        self.directory = directory ?? HomeDirectory.path + "/foyer-reports"
    }

    /// Writes the report as Markdown and as CSV; a report of the same day gives way.
    func write(_ report: DayReport) throws -> [String] {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let name = "\(directory)/report-\(report.day.text)"
            let files = [("\(name).md", report.markdown), ("\(name).csv", report.csv)]
            for (path, text) in files {
                try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            }
            return files.map(\.0)
        } catch {
            throw Complaint(
                """
                the report cannot be written to \(directory): \(error.localizedDescription). \
                Make room or give the directory to this user; foyer report prints it meanwhile.
                """
            )
        }
    }
}
