import ArgumentParser
import Foundation
import Hub
import HubPostgres
import Link
import Model
import Replica
import Sync
import Wire

/// `foyer-bench hub delay`.
struct HubDelayBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delay",
        abstract: "From a commit until it is in a terminal's replica, idle and under load.",
        discussion: """
            The commit is an UPDATE of one conversation; it has arrived when a read of the replica \
            shows it. Under load, another connection inserts messages of the same property at a \
            steady pace, ten a transaction. The baseline is the commit's own round trip.
            """
    )

    @OptionGroup var options: BenchDatabase

    @Option(help: "Messages that are inserted every second under load.")
    var rate = 1_000

    @Option(help: "How many commits are measured, idle and under load.")
    var commits = 200

    func run() async throws {
        let store = try await options.migrated()
        try await store.apply(BenchOffice.rows)
        let directory = NSTemporaryDirectory() + "foyer-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var report = Report("ms", "median", "99 %", "the commit itself", "99 %", "messages/s")
        try await Serving.run(store, email: BenchOffice.email) { address, code in
            let terminal = try await BenchReplica(directory, address, code)
            for pace in [0, rate] {
                let figures = try await measured(store, terminal, pace)
                report.add(
                    pace == 0 ? "idle" : "at \(pace.grouped) messages/s",
                    figures.delays.median.text(1),
                    (figures.delays.quantile(0.99) ?? .nan).text(1),
                    figures.trips.median.text(1),
                    (figures.trips.quantile(0.99) ?? .nan).text(1),
                    Int(figures.pace).grouped
                )
            }
            await terminal.stop()
        }
        report.show()
    }

    private struct Figures {
        var delays: [Double] = []
        var trips: [Double] = []
        /// Messages a second that came about.
        var pace = 0.0
    }

    private func measured(
        _ store: PostgresHubStore,
        _ terminal: BenchReplica,
        _ pace: Int
    ) async throws -> Figures {
        let load = BenchLoad(store)
        let loading = Task { try await load.run(pace: pace) }
        defer { loading.cancel() }
        let begin = ContinuousClock.now
        var figures = Figures()
        for number in 1...commits {
            // Not in step with the hub's own turns.
            try await Task.sleep(for: .milliseconds(Int.random(in: 40...90)))
            let value = pace + number
            let start = ContinuousClock.now
            try await store.apply([BenchOffice.probe(value)])
            let committed = ContinuousClock.now
            try await terminal.see(value)
            figures.trips.append((committed - start).milliseconds)
            figures.delays.append((ContinuousClock.now - committed).milliseconds)
        }
        figures.pace = Double(await load.inserted) / (ContinuousClock.now - begin).seconds
        return figures
    }
}

/// Inserts messages at a steady pace.
private actor BenchLoad {
    private let store: PostgresHubStore
    private(set) var inserted = 0

    init(_ store: PostgresHubStore) {
        self.store = store
    }

    func run(pace: Int) async throws {
        guard pace > 0 else { return }
        let begin = ContinuousClock.now
        while !Task.isCancelled {
            try await store.apply((0..<Self.batch).map { BenchOffice.message(inserted + $0) })
            inserted += Self.batch
            // A steady pace is what is measured under.
            try await Task.sleep(until: begin + .seconds(Double(inserted) / Double(pace)))
        }
    }

    private static let batch = 10
}

/// A terminal with its network and its replica.
private struct BenchReplica {
    private let reader: ReplicaReader
    private let client: HubClient
    private let driver: SyncDriver<ContinuousClock>
    private let news: AsyncStream<SyncNews>

    /// Enrols and fetches everything.
    init(_ directory: String, _ address: String, _ code: String) async throws {
        let hub = try HubAddress(address)
        let stranger = HubClient(address: hub, token: nil)
        let enrolled = try await stranger.enroll(EnrollRequest(code: code, deviceName: "bench"))
        await stranger.shutdown()
        client = HubClient(address: hub, token: enrolled.token)
        let files = try ReplicaFiles(directory: directory, now: .current)
        let writer = try ReplicaWriter(files: files)
        reader = writer.reader
        let (news, sender) = AsyncStream.makeStream(of: SyncNews.self)
        self.news = news
        driver = SyncDriver(
            transport: client,
            replica: writer,
            clock: .continuous,
            seed: 1,
            now: { .current },
            tell: { sender.yield($0) }
        )
        await driver.start()
        for await item in news {
            if case .freshness(.live) = item { break }
        }
    }

    /// Returns when the replica shows that value.
    func see(_ value: Int) async throws {
        if try has(value) { return }
        for await item in news {
            if case .trouble(let words) = item { throw Complaint(words) }
            if try item == .replicaChanged && has(value) { return }
        }
    }

    private func has(_ value: Int) throws -> Bool {
        let rows = try reader.rows(of: .conversation)
        return rows.contains {
            $0.id == BenchOffice.probed && $0["lead_score"] == .integer(Int64(value))
        }
    }

    func stop() async {
        await driver.stop()
        await client.shutdown()
    }
}
