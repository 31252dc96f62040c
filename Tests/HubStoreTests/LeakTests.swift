import Hub
import Logging
import Model
import Synchronization
import Testing
import Wire

/// Every row, for every agent, by every route, is held against rules that were written down
/// independently: what may be seen is told, and nothing else.
@Suite struct LeakTests {
    /// How a row may reach a terminal, or what it says of itself.
    private enum Route: CaseIterable {
        case delta, copy, digest, rangeDigest, repair
    }

    /// How many decisions about a row each route was seen to make.
    private typealias Cases = [Route: Int]

    @Test(
        "failures 60, 61, 62, 64 and 67: a terminal has the rows of its scope, all and no other",
        arguments: Backend.allCases,
        1...6 as ClosedRange<UInt64>
    )
    func scope(backend: Backend, seed: UInt64) async throws {
        let log = Mutex("")
        try await backend.withStore { store in
            var cases: Cases = [:]
            var world = RandomPlatform(seed: seed)
            var chance = Chance(seed: seed &+ 1_000)
            let time = Mutex(24 * 9)
            let hub = try await ChangeService(
                store: store,
                clock: clock { time.withLock { $0 } },
                metrics: HubMetrics(),
                logger: Logger(label: "test") { _ in KeptLog { line in log.withLock { $0 += line } }
                }
            )
            var terminals = RandomPlatform.agents.map { Terminal($0, agent: agentID($0)) }
            try await store.apply(world.beginning())
            for round in 0..<45 {
                try await store.apply(world.step())
                let hour = time.withLock { time in
                    time += chance.happens(0.3) ? 1 : 0
                    time += chance.happens(0.1) ? 17 : 0
                    return time
                }
                for index in terminals.indices where chance.happens(0.4) {
                    try await terminals[index].sync(hub)
                    let agent = terminals[index].device.agent
                    let rules = ScopeRules(world.platform, agent: agent, hour: hour)
                    let place = "seed \(seed), round \(round)"
                    cases[.delta, default: 0] += compare(terminals[index], rules, place)
                    cases[.digest, default: 0] += try await digest(terminals[index], rules, hub)
                    let ranges = try await parts(terminals[index], rules, hub, &chance)
                    cases[.rangeDigest, default: 0] += ranges
                    cases[.repair, default: 0] += try await repair(terminals[index], rules, hub)
                    if chance.happens(0.5) {
                        var fresh = Terminal(index + 100, agent: agent)
                        try await fresh.sync(hub)
                        cases[.copy, default: 0] += compare(fresh, rules, place)
                        #expect(!fresh.hasReceived("canary"), "seed \(seed)")
                    }
                }
            }
            for route in Route.allCases { #expect(cases[route, default: 0] > 1_500, "\(route)") }
            #expect(cases.values.reduce(0, +) > 10_000, "\(cases)")
            for terminal in terminals {
                #expect(!terminal.hasReceived("canary"), "seed \(seed)")
            }
        }
        #expect(!log.withLock { $0 }.contains("canary"))
    }

    /// Returns how many rows were decided.
    private func compare(_ terminal: Terminal, _ rules: ScopeRules, _ place: String) -> Int {
        var cases = 0
        for table in Table.allCases {
            let all = rules.platform.rows[table, default: [:]]
            let expected = rules.ids(table)
            let found = terminal.ids(table)
            #expect(found.subtracting(expected).isEmpty, "leaked of \(table), \(place)")
            #expect(expected.subtracting(found).isEmpty, "missing of \(table), \(place)")
            for id in found {
                for column in Catalogue[table].travelling {
                    let value = terminal.rows[table]?[id]?[column.name]
                    let isSame = value == all[id]?[column.name]
                    #expect(isSame, "\(table).\(column.name) is stale, \(place)")
                }
            }
            cases += all.count
        }
        return cases
    }
}

// The routes that say what rows add up to, and in what they differ.
extension LeakTests {
    private func digest(
        _ terminal: Terminal,
        _ rules: ScopeRules,
        _ hub: ChangeService
    ) async throws -> Int {
        let cursor = try #require(terminal.cursor)
        let answer = try await hub.digest(for: terminal.device, .init(cursor: cursor))
        #expect(answer.isAtCursor)
        for table in Table.allCases {
            let expected = rules.digest(IDRange(table))
            #expect(answer.tables[table.rawValue] == expected, "\(table)")
        }
        return rules.platform.rows.values.reduce(0) { $0 + $1.count }
    }

    /// Ranges of any agent's ids.
    private func parts(
        _ terminal: Terminal,
        _ rules: ScopeRules,
        _ hub: ChangeService,
        _ chance: inout Chance
    ) async throws -> Int {
        let cursor = try #require(terminal.cursor)
        var ranges: [DividedRange] = []
        for table in Table.allCases {
            let ids = rules.platform.ids(table)
            let bounds = ids.filter { _ in chance.happens(0.5) }
            ranges.append(DividedRange(IDRange(table), bounds: bounds))
        }
        let request = DigestRequest(cursor: cursor, ranges: ranges)
        let answer = try await hub.digest(for: terminal.device, request)
        let parts = try #require(answer.parts)
        for (divided, found) in zip(ranges, parts) {
            let expected = divided.parts.map(rules.digest)
            #expect(found.digests == expected, "\(divided.range.table)")
        }
        return rules.platform.rows.values.reduce(0) { $0 + $1.count }
    }

    /// A terminal that says to hold nothing is told what it may see, and one that says to hold
    /// every row there is, as somebody who guesses ids would, is told that it has them not.
    private func repair(
        _ terminal: Terminal,
        _ rules: ScopeRules,
        _ hub: ChangeService
    ) async throws -> Int {
        let cursor = try #require(terminal.cursor)
        let all = Table.allCases.map { table in
            rules.platform.ids(table).map { HeldRow(id: $0, digest: 1) }
        }
        var bare = Terminal(200, agent: terminal.device.agent)
        for isGuessing in [false, true] {
            let held = Table.allCases.map {
                HeldRange(IDRange($0), rows: isGuessing ? all[$0.number] : [])
            }
            let body = try #require(try await hub.repair(for: terminal.device, cursor, held))
            #expect(try !bare.apply(body.bytes))
            for table in Table.allCases {
                #expect(bare.ids(table) == rules.ids(table), "\(table), guessing \(isGuessing)")
            }
            #expect(!bare.hasReceived("canary"))
        }
        return 2 * all.reduce(0) { $0 + $1.count }
    }
}

extension ScopeRules {
    /// The rows of a table that the agent sees.
    func ids(_ table: Table) -> Set<RowID> {
        Set(platform.rows[table, default: [:]].values.filter(sees).compactMap(\.id))
    }

    /// What the agent's rows of a range add up to.
    func digest(_ range: IDRange) -> TableDigest {
        var digest = TableDigest()
        guard let last = range.last else { return digest }
        for (id, row) in platform.rows[range.table, default: [:]]
        where range.first <= id && id <= last && sees(row) {
            var canonical = CanonicalRow()
            for column in Catalogue[range.table].travelling { canonical.field(row[column.name]) }
            digest.add(canonical)
        }
        return digest
    }
}

extension Terminal {
    /// Whether a text was in anything that it was ever told.
    func hasReceived(_ text: String) -> Bool {
        String(decoding: received, as: UTF8.self).contains(text)
    }
}

/// A log that hands on every line with all that stands beside it.
private struct KeptLog: LogHandler {
    let keep: @Sendable (String) -> Void
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    init(_ keep: @escaping @Sendable (String) -> Void) {
        self.keep = keep
    }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        keep("\(event.message) \(event.metadata ?? [:]) \(metadata)\n")
    }
}
