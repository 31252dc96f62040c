import Hub
import Model
import Testing
import Wire

/// Every write of every agent to every row is held against rules that were written down once more.
@Suite struct WriteLeakTests {
    @Test(
        "no agent writes a row beyond the properties where they may, thousands of cases",
        arguments: Backend.allCases,
        [UInt64(1), 2]
    )
    func scope(backend: Backend, seed: UInt64) async throws {
        try await backend.withStore { store in
            var world = RandomPlatform(seed: seed)
            var chance = Chance(seed: seed &+ 500)
            let hour = 24 * 22 + 20
            try await store.apply(world.beginning())
            for _ in 0..<100 { try await store.apply(world.step()) }
            let readers = try await restrict(store, &chance)
            let desk = try await WritingDesk(store, fills: false)
            var id = 0
            var (cases, done) = (0, 0)
            for agent in RandomPlatform.agents {
                let rules = ScopeRules(world.platform, agent: agentID(agent), hour: hour)
                for attempt in Self.attempts(world.platform) {
                    id += 1
                    let result = try await desk.send(attempt.intent, agent: agent, as: id)
                    let sees = attempt.rows.allSatisfy { table, id in
                        world.platform.rows[table]?[id].map(rules.sees) ?? false
                    }
                    let place = "seed \(seed), agent \(agent), \(attempt.intent.kind)"
                    if !sees {
                        #expect(result.refusal?.code == .notFound, "\(place): \(result)")
                        #expect(result.row == nil, "\(place)")
                    } else if readers.contains(agent) {
                        #expect(result.refusal?.code == .readOnly, "\(place): \(result)")
                    } else {
                        #expect(result.outcome == .applied, "\(place): \(result)")
                        done += 1
                    }
                    cases += 1
                }
            }
            #expect(cases > 500, "seed \(seed): \(cases)")
            #expect(done > 50, "seed \(seed): \(done)")
        }
    }

    /// Takes the right to write from some; returns whose.
    private func restrict(
        _ store: any HubStore,
        _ chance: inout Chance
    ) async throws -> Set<Int> {
        let readers = Set(RandomPlatform.agents.filter { _ in chance.happens(0.3) })
        for agent in readers {
            try await store.apply([
                .update(
                    .propertyManager,
                    agentID(agent).cast(),
                    ["access_level": .text("read")]
                )
            ])
        }
        return readers
    }

    /// What is tried, with the rows that must be seen for it; all of it can be done again.
    private struct Attempt {
        var intent: Intent
        var rows: [(Table, RowID)]
    }

    private static func attempts(_ platform: Platform) -> [Attempt] {
        let talks = platform.ids(.conversation).flatMap { id -> [Attempt] in
            let lead: ConversationID = id.cast()
            let note = LogActivity(conversation: lead, activity: .note, note: "x")
            return [
                Attempt(intent: .logActivity(note), rows: [(.conversation, id)]),
                Attempt(
                    intent: .giveBack(GiveBack(conversation: lead)),
                    rows: [(.conversation, id)]
                ),
            ]
        }
        let tours = platform.ids(.tours).map { id in
            Attempt(intent: .confirmTour(ConfirmTour(tour: id.cast())), rows: [(.tours, id)])
        }
        let properties = platform.ids(.property).flatMap { id -> [Attempt] in
            let property: PropertyID = id.cast()
            let settings = SetPropertySettings(
                property: property,
                zone: nil,
                bufferMinutes: 5,
                noticeMinutes: nil
            )
            let agents = platform.ids(.propertyManager).map { agent in
                Attempt(
                    intent: .assignManager(
                        AssignManager(
                            property: property,
                            manager: agent.cast(),
                            from: "2027-01-01"
                        )
                    ),
                    rows: [(.property, id), (.propertyManager, agent)]
                )
            }
            return [
                Attempt(intent: .setPropertySettings(settings), rows: [(.property, id)])
            ] + agents
        }
        return talks + tours + properties
    }
}
