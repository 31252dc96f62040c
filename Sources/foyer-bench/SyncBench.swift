import ArgumentParser
import Foundation
import Link
import Model
import Replica
import Sync
import Wire

/// `foyer-bench sync`.
struct SyncBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "First sync over HTTP, beside the same rows put into the same tables by SQLite.",
        discussion: """
            The first sync is all of it: the hub reads, sends over loopback, the terminal checks, \
            stores, indexes, makes its full text and lists, and is live. Plain SQLite gets the \
            rows from memory, by one prepared statement a table in one transaction: into the \
            tables alone, into the tables with the indexes that the replica has on them, and \
            with a full text like the replica's too.
            """
    )

    @Option(help: "How many messages the world has, about.")
    var messages = 200_000

    @Option(help: "How often; the medians are shown.")
    var runs = 3

    func run() async throws {
        let bench = try await Workbench(messages: messages)
        var synced: [Double] = []
        var plain: [PlainSQLite.Extent: [Double]] = [:]
        var rows = 0
        for number in 0..<runs {
            let directory = bench.directory + "/terminal-\(number)"
            synced.append(try await bench.serving { try await Self.sync(directory, $0, $1) })
            let same = try PlainSQLite(replica: directory, beside: bench.directory)
            rows = same.rows
            for extent in PlainSQLite.Extent.allCases {
                plain[extent, default: []].append(try same.insert(extent))
            }
            try FileManager.default.removeItem(atPath: directory)
        }
        let whole = synced.median
        var report = Report("\(rows.grouped) rows", "seconds", "rows/s", "first sync is")
        report.add("first sync", whole.text(), Int(Double(rows) / whole).grouped, "1.00")
        for (name, extent) in [
            ("plain SQLite, tables", PlainSQLite.Extent.tables),
            ("plain SQLite, tables and indexes", .indexes),
            ("plain SQLite, and full text", .fullText),
        ] {
            let seconds = plain[extent]?.median ?? .nan
            let pace = Int(Double(rows) / seconds).grouped
            report.add(name, seconds.text(), pace, (seconds / whole).text())
        }
        report.show()
    }

    /// Seconds from the first request until the desk would say “live”.
    static func sync(
        _ directory: String,
        _ address: String,
        _ code: String
    ) async throws -> Double {
        let hub = try HubAddress(address)
        let stranger = HubClient(address: hub, token: nil)
        let enrolled = try await stranger.enroll(EnrollRequest(code: code, deviceName: "bench"))
        await stranger.shutdown()
        let client = HubClient(address: hub, token: enrolled.token)
        let files = try ReplicaFiles(directory: directory, now: .current)
        let (news, sender) = AsyncStream.makeStream(of: SyncNews.self)
        let driver = SyncDriver(
            transport: client,
            replica: try ReplicaWriter(files: files),
            clock: .continuous,
            seed: 1,
            now: { .current },
            tell: { sender.yield($0) }
        )
        let begin = ContinuousClock.now
        await driver.start()
        for await item in news {
            if case .freshness(.live) = item { break }
            if case .trouble(let words) = item { throw Complaint(words) }
        }
        let seconds = (ContinuousClock.now - begin).seconds
        await driver.stop()
        await client.shutdown()
        return seconds
    }
}
