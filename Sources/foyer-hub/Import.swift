import ArgumentParser
import Foundation
import Hub
import Model

/// `foyer-hub import`.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill the database from CSV files.",
        discussion: """
            The directory holds one CSV file a table, such as message.csv, with the columns named \
            in its first line as the platform's schema names them; what is not named gets its \
            default. All files go in together: a row that breaks a rule is named by file, line and \
            column, and nothing of that import stays. The database is made where there is none.

            Example:
              foyer-hub import --database hub.sqlite ./csv
            """
    )

    @Argument(help: "The directory with the CSV files.", completion: .directory)
    var directory: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let files = try ImportFiles(
            directory: URL(filePath: directory, directoryHint: .isDirectory)
        )
        let counts = try await options.withStore(.migrating) { store in
            try await Importer(store: store).run(files)
        }
        for (table, rows) in counts {
            print("\(table.rawValue.padded(to: 28))\(rows)")
        }
        print("\("together".padded(to: 28))\(counts.reduce(0) { $0 + $1.rows })")
    }
}
