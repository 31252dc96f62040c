import Hub
import Logging
import Model
import Synchronization
import Testing
import Wire

/// Every row that a terminal holds is held against rules that were written down independently.
@Suite struct LeakTests {
    @Test(
        "failures 60, 61, 62, 64 and 67: a terminal has the rows of its scope, all and no other",
        arguments: Backend.allCases,
        1...6 as ClosedRange<UInt64>
    )
    func scope(backend: Backend, seed: UInt64) async throws {
        try await backend.withStore { store in
            var cases = 0
            var world = RandomPlatform(seed: seed)
            var chance = Chance(seed: seed &+ 1_000)
            let time = Mutex(24 * 9)
            let hub = try await ChangeService(store: store, clock: clock { time.withLock { $0 } })
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
                    let rules = ScopeRules(
                        world.platform,
                        agent: terminals[index].device.agent,
                        hour: hour
                    )
                    cases += compare(terminals[index], rules, "seed \(seed), round \(round)")
                    try await compareDigest(terminals[index], hub)
                }
            }
            #expect(cases > 2_000, "seed \(seed)")
            for terminal in terminals {
                let text = String(decoding: terminal.received, as: UTF8.self)
                #expect(!text.contains("canary"), "seed \(seed)")
            }
        }
    }

    /// Returns how many rows were decided.
    private func compare(_ terminal: Terminal, _ rules: ScopeRules, _ place: String) -> Int {
        var cases = 0
        for table in Table.allCases {
            let all = rules.platform.rows[table, default: [:]]
            let expected = Set(all.values.filter(rules.sees).compactMap(\.id))
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

    private func compareDigest(_ terminal: Terminal, _ hub: ChangeService) async throws {
        let cursor = try #require(terminal.cursor)
        let answer = try await hub.digest(for: terminal.device, .init(cursor: cursor))
        #expect(answer.isAtCursor)
        #expect(answer.tables == terminal.digest)
    }
}
