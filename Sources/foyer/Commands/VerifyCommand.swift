import ArgumentParser
import Foundation
import Link
import Model
import Replica
import Wire

/// `foyer verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that this terminal holds exactly what the hub would show it.",
        discussion: """
            Compares the number and the digest of the rows of every table with the hub's, at the \
            same state of the database. Exit code 0 only where they are equal.

            Examples:
              foyer verify
              foyer verify --json | jq '.tables[] | select(.is_equal | not)'
            """
    )

    @Flag(help: "Print the comparison as JSON.")
    var json = false

    @OptionGroup var options: ProfileOptions

    func run() throws {
        let directory = options.directory
        let profile = try directory.load()
        let report = try blocking { try await Verifying(directory, profile).run() }
        try Output.show(report, asJSON: json)
        if !report.isEqual { throw ExitCode(1) }
    }
}

/// The comparison, table by table.
struct VerifyReport: Encodable, Described {
    struct Line: Encodable {
        var table: String
        var rowsHere: Int
        var rowsAtHub: Int
        var isEqual: Bool
    }

    var isEqual: Bool
    var rows: Int
    var tables: [Line]

    init(here: [Table: TableDigest], hub: [String: TableDigest]) {
        tables = Catalogue.tables.map(\.table).map { table in
            let mine = here[table] ?? TableDigest()
            let theirs = hub[table.rawValue] ?? TableDigest()
            return Line(
                table: table.rawValue,
                rowsHere: mine.rows,
                rowsAtHub: theirs.rows,
                isEqual: mine == theirs
            )
        }
        isEqual = tables.allSatisfy(\.isEqual)
        rows = tables.reduce(0) { $0 + $1.rowsHere }
    }

    var description: String {
        if isEqual { return "equal: \(rows) rows in \(tables.count) tables" }
        let lines = tables.filter { !$0.isEqual }.map {
            "\(Output.cell($0.table, 32))\($0.rowsHere) here, \($0.rowsAtHub) at the hub"
        }
        return (["not equal:"] + lines).joined(separator: "\n")
    }
}
