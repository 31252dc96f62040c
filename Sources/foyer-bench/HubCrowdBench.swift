import ArgumentParser
import Foundation
import Hub
import HubPostgres
import Model

/// `foyer-bench hub crowd`.
struct HubCrowdBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crowd",
        abstract: "A hub with many terminals: how soon all of one property are told, and at rest.",
        discussion: """
            The hub is the built foyer-hub in a process of its own; the terminals are connections \
            of this one, each a device with its own cursor, which ask as terminals do and keep \
            nothing. Told: from the commit until the whole answer is there, beside one terminal \
            alone. At rest: memory and processor of the hub beside the same hub with nobody.
            """
    )

    @OptionGroup var options: BenchDatabase

    @Option(help: "How many terminals follow one property.")
    var following = 1_000

    @Option(help: "How many terminals are at rest.")
    var idle = 5_000

    @Option(help: "How many commits are told.")
    var commits = 40

    @Option(help: "How long the terminals rest, seconds.")
    var rest = 30

    func run() async throws {
        let store = try await options.migrated()
        try await store.apply(BenchOffice.rows)
        let tokens = try enrol(max(following, idle))
        let hub = try HubProgram(database: options.database, connections: idle + 64)
        let none = try await atRest(hub, Crowd(hub.port, []))
        var report = Report("ms from commit to answer", "median", "99 %", "all, median")
        for count in [1, following] {
            let told = try await told(Crowd(hub.port, Array(tokens.prefix(count))), store)
            report.add(
                count == 1 ? "one terminal" : "\(count.grouped) terminals",
                told.each.median.text(1),
                (told.each.quantile(0.99) ?? .nan).text(1),
                told.last.median.text(1)
            )
        }
        report.show()
        print()
        let crowd = try Crowd(hub.port, Array(tokens.prefix(idle)))
        let many = try await atRest(hub, crowd)
        var resting = Report("at rest", "nobody", "\(idle.grouped) terminals", "each")
        let bytes = (many.memory - none.memory) / Double(max(1, idle))
        resting.add(
            "memory, MiB",
            (none.memory / 1_048_576).text(1),
            (many.memory / 1_048_576).text(1),
            "\(Int(bytes).grouped) bytes"
        )
        resting.add("of one processor, %", none.load.text(1), many.load.text(1), "")
        resting.show()
        withExtendedLifetime(crowd) {}
    }

    /// Makes devices of the agent's, as the operator's codes would; returns their tokens.
    private func enrol(_ count: Int) throws -> [String] {
        var chance = SystemRandomNumberGenerator()
        let tokens = (0..<count).map { _ in DeviceToken(using: &chance) }
        for start in stride(from: 0, to: count, by: Self.batch) {
            let rows = tokens[start..<min(count, start + Self.batch)].map { token in
                let hash = token.hash.map { String(format: "%02x", $0) }.joined()
                return """
                    (gen_random_uuid(), '\\x\(hash)', '\(BenchOffice.agent.text)', 'bench', now())
                    """
            }
            try options.server.ask(
                """
                INSERT INTO foyer.device (id, token_hash, agent_id, name, enrolled_at)
                VALUES \(rows.joined(separator: ","))
                """
            )
        }
        return tokens.map(\.text)
    }

    /// Rows a statement: an argument of a program is 128 KiB at most.
    private static let batch = 500

    /// Milliseconds from commits until each terminal was told, and until the last was.
    private func told(
        _ crowd: Crowd,
        _ store: PostgresHubStore
    ) async throws -> (each: [Double], last: [Double]) {
        try crowd.settle()
        var (each, last): ([Double], [Double]) = ([], [])
        for number in 0..<commits {
            try await store.apply([BenchOffice.probe(number + 1_000 * crowd.count)])
            let committed = ContinuousClock.now
            let times = try crowd.hear().map { ($0 - committed).milliseconds }
            each += times
            last.append(times.max() ?? .nan)
        }
        return (each, last)
    }

    /// Bytes of memory, and per cent of one processor while nothing happens.
    private func atRest(
        _ hub: HubProgram,
        _ crowd: Crowd
    ) async throws -> (memory: Double, load: Double) {
        try crowd.settle()
        let before = try hub.processorSeconds()
        try crowd.rest(.seconds(rest))
        let load = (try hub.processorSeconds() - before) / Double(rest) * 100
        return (try hub.memory(), load)
    }
}
