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

            With --repair, rows that differ are fetched and written, lists and search made anew: a \
            few requests and some 30 kB for a damaged row, however many rows there are. The desk \
            must be closed meanwhile.

            Examples:
              foyer verify
              foyer verify --repair
              foyer verify --json | jq '.tables[] | select(.is_equal | not)'
            """
    )

    @Flag(help: "Mend what differs.")
    var repair = false

    @Flag(help: "Print the comparison as JSON.")
    var json = false

    @OptionGroup var options: ProfileOptions

    func run() throws {
        let directory = options.directory
        let profile = try directory.load()
        let isRepair = repair
        let report = try blocking {
            let verifying = Verifying(directory, profile)
            return isRepair ? try await verifying.repair() : try await verifying.run()
        }
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
    /// What was done about it, where that was asked.
    var repair: Repair?

    struct Repair: Encodable {
        /// Rows that were fetched.
        var rows: Int
        var requests: Int
        /// Of the requests' and the answers' bodies.
        var bytes: Int
    }

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
        if isEqual {
            let mended = repair.map { ", after \($0.rows) rows in \($0.requests) requests" } ?? ""
            return "equal: \(rows) rows in \(tables.count) tables\(mended)"
        }
        let lines = tables.filter { !$0.isEqual }.map {
            "\(Output.cell($0.table, 32))\($0.rowsHere) here, \($0.rowsAtHub) at the hub"
        }
        return (["not equal:"] + lines).joined(separator: "\n")
    }
}
