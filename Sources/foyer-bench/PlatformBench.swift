import ArgumentParser
import Foundation
import Hub
import HubPostgres
import HubServer
import Logging
import Model

/// `foyer-bench platform`.
struct PlatformBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "platform",
        abstract: "What a hub costs the platform's PostgreSQL, and how soon a commit is told.",
        discussion: """
            The database is made for it and must be empty; pgbench and psql must be there.

            The cost: pgbench inserts messages, each in a transaction of its own, with the hub's \
            triggers on and off by turns. The delay: from a commit until a terminal that waits \
            has the answer in the hub, beside an UPDATE's own round trip. The poll: an empty one \
            over a log of a million entries, beside SELECT 1.

            Example:
              createdb bench && foyer-bench platform --database postgres:///bench
            """
    )

    @Option(help: ArgumentHelp("An empty database.", valueName: "address"))
    var database: String

    @Option(help: "Transactions of each of pgbench's runs.")
    var transactions = 60_000

    func run() async throws {
        let server = PlatformServer(address: database)
        guard try server.ask("SELECT count(*) FROM pg_class WHERE relname = 'company'") == "0"
        else { throw Complaint("the database must be empty; make one with createdb") }
        let store = try await PostgresHubStore.migrated(PostgresAddress(database))
        try await store.apply(BenchOffice.rows)
        try server.ask(BenchOffice.enrolment)
        try measureTriggers(server)
        try await measureDelay(store)
        try await measurePoll(store, server)
    }

    private func measureTriggers(_ server: PlatformServer) throws {
        var report = Report("messages/s", "triggers off", "triggers on", "cost")
        for clients in [1, 8, 32] {
            var paces: [Bool: [Double]] = [:]
            for isOn in [false, true, true, false, false, true, true, false] {
                let word = isOn ? "ENABLE" : "DISABLE"
                try server.ask("ALTER TABLE message \(word) TRIGGER foyer_message_insert")
                paces[isOn, default: []].append(
                    try server.pgbench(
                        BenchOffice.script,
                        clients: clients,
                        transactions: transactions
                    )
                )
            }
            let (off, on) = (paces[false, default: []].median, paces[true, default: []].median)
            report.add(
                "\(clients) writers",
                Int(off).grouped,
                Int(on).grouped,
                (100 * (1 - on / off)).text(1) + " %"
            )
        }
        report.show()
        print()
    }

    private func measureDelay(_ store: PostgresHubStore) async throws {
        let service = try await ChangeService(
            store: store,
            clock: .system,
            metrics: HubMetrics(),
            logger: Logger(label: "bench")
        )
        let watching = Task { await service.watch.run() }
        defer { watching.cancel() }
        let terminal = try await BenchTerminal(service)
        var waits: [Double] = []
        var trips: [Double] = []
        for number in 0..<Self.commits {
            let wait = Task { try await terminal.wait() }
            while service.watch.listeners == 0 { await Task.yield() }
            let start = ContinuousClock.now
            try await store.apply([BenchOffice.change(number)])
            let committed = ContinuousClock.now
            _ = try await wait.value
            trips.append((committed - start).milliseconds)
            waits.append((ContinuousClock.now - committed).milliseconds)
        }
        var report = Report("ms", "median", "99 %")
        for (name, times) in [("the commit itself", trips), ("from commit to answer", waits)] {
            report.add(name, times.median.text(), (times.quantile(0.99) ?? .nan).text())
        }
        report.show()
        print()
    }

    private func measurePoll(_ store: PostgresHubStore, _ server: PlatformServer) async throws {
        try server.ask(
            """
            INSERT INTO foyer.change SELECT pg_current_xact_id(), gen_random_uuid(),
                gen_random_uuid(), 8, false FROM generate_series(1, 1000000)
            """
        )
        try server.ask("VACUUM ANALYZE foyer.change")
        _ = try await store.head()
        let script = "SELECT 1;"
        var polls: [Double] = []
        for _ in 0..<Self.polls {
            let start = ContinuousClock.now
            _ = try await store.head()
            polls.append((ContinuousClock.now - start).milliseconds)
        }
        let pace = try server.pgbench(script, clients: 1, transactions: transactions)
        var report = Report("ms", "median", "99 %")
        report.add(
            "an empty poll over a million entries",
            polls.median.text(3),
            (polls.quantile(0.99) ?? .nan).text(3)
        )
        report.add("SELECT 1 by pgbench", (1_000 / pace).text(3), "")
        report.show()
    }

    private static let commits = 300
    private static let polls = 2_000
}
