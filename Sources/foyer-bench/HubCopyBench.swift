import ArgumentParser
import Foundation
import Hub
import HubPostgres
import Model
import World

/// `foyer-bench hub copy`.
struct HubCopyBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "First sync from PostgreSQL, beside psql's \\copy and sqlite3's .import.",
        discussion: """
            The first sync is all of it, with indexes, lists and full text. The baseline is what a \
            person would type: each table by psql to a CSV file, and all files by sqlite3 into \
            tables with the indexes that the replica has on them and a full text like its own; \
            and, beside it, into tables with nothing on them.
            """
    )

    @OptionGroup var options: BenchDatabase

    @Option(help: "How many messages the world has, about.")
    var messages = 1_000_000

    @Option(help: "How often; the medians are shown.")
    var runs = 1

    func run() async throws {
        let plan = WorldPlan.messages(messages, now: .current)
        let store = try await options.migrated()
        try await Self.fill(store, plan)
        try options.server.ask("VACUUM ANALYZE")
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "foyer-bench-\(UUID().uuidString)"
        )
        let made = FileManager.default
        try made.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        var (synced, dumped): ([Double], [Double]) = ([], [])
        var (bare, whole): ([Double], [Double]) = ([], [])
        for number in 0..<runs {
            let replica = directory.appending(path: "terminal-\(number)").path
            let email = History(plan).cast.demoAgent.email
            synced.append(
                try await Serving.run(store, email: email) {
                    try await SyncBench.sync(replica, $0, $1)
                }
            )
            let plain = CSVRoute(server: options.server, directory: directory.path)
            dumped.append(try plain.dump())
            bare.append(try plain.load())
            whole.append(try plain.load(PlainSQLite.indexes(of: replica)))
        }
        let rows = try Model.Table.allCases.reduce(0) { sum, table in
            sum + (Int(try options.server.ask("SELECT count(*) FROM \(table.whole)")) ?? 0)
        }
        let base = dumped.median + whole.median
        var report = Report("\(rows.grouped) rows", "seconds", "rows/s", "of the baseline's time")
        for (name, seconds) in [
            ("first sync, with indexes, lists and full text", synced.median),
            ("psql \\copy and sqlite3 .import, with indexes and full text", base),
            ("psql \\copy and sqlite3 .import, with nothing", dumped.median + bare.median),
            ("psql alone", dumped.median),
        ] {
            let pace = Int(Double(rows) / seconds).grouped
            report.add(name, seconds.text(), pace, (seconds / base).text())
        }
        report.show()
    }

    private static func fill(_ store: PostgresHubStore, _ plan: WorldPlan) async throws {
        let refusal = try await store.importing { sink throws(RowRefusal) in
            for row in History(plan) {
                try sink.insert(row.table, Catalogue[row.table].columns, row.values)
            }
        }
        if case .failure(let refusal) = refusal {
            throw Complaint("the world is refused: \(refusal)")
        }
    }
}

/// The platform's tables by way of CSV files into a SQLite file, with nothing but two programs.
private struct CSVRoute {
    let server: PlatformServer
    let directory: String

    /// Seconds for all tables.
    func dump() throws -> Double {
        let begin = ContinuousClock.now
        for table in Model.Table.allCases {
            try server.ask("\\copy \(table.whole) TO '\(path(table))' WITH (FORMAT csv, HEADER)")
        }
        return (ContinuousClock.now - begin).seconds
    }

    /// Seconds for all files, with nothing on the tables.
    func load() throws -> Double { try load(after: "SELECT 1") }

    /// Seconds for all files, these indexes and the full text.
    ///
    /// They come after the rows and in one transaction, which is the fastest way.
    func load(_ indexes: [String]) throws -> Double {
        let statements = ["BEGIN"] + indexes + [PlainSQLite.fullText(key: "rowid"), "COMMIT"]
        return try load(after: statements.joined(separator: ";\n"))
    }

    private func load(after sql: String) throws -> Double {
        let file = directory + "/plain.sqlite"
        defer { unlink(file) }
        let imports = Model.Table.allCases.flatMap {
            ["-cmd", ".import '\(path($0))' \($0.rawValue)"]
        }
        let begin = ContinuousClock.now
        try server.run("sqlite3", ["-csv", file] + imports + [sql])
        return (ContinuousClock.now - begin).seconds
    }

    private func path(_ table: Model.Table) -> String { "\(directory)/\(table.rawValue).csv" }
}

extension Model.Table {
    /// The name with its schema where it is not one of the platform's.
    fileprivate var whole: String { isOwn ? "foyer.\(sqlName)" : sqlName }
}
