import Hub
import Model
import PostgresServer
import Testing
import Wire

@testable import HubPostgres

/// Every kind of intent from what a terminal sends to the rows in the database, on every store.
@Suite struct IntentTests {
    @Test("there is a sample of every kind, or it is what takes one back")
    func kinds() {
        #expect(Set(Sample.all.map(\.intent.kind) + ["reopen_question"]) == Set(Intent.kinds))
    }

    @Test(
        "every intent changes rows, and its inverse brings back what was there",
        arguments: Backend.allCases
    )
    func thereAndBack(backend: Backend) async throws {
        for sample in Sample.all {
            try await backend.withStore { store in
                let desk = try await WritingDesk(store)
                let before = try await desk.everything()
                let act = Self.act(1)
                let inverse = try await store.mutate(by: agentID(1), now: WritingDesk.now) {
                    try sample.intent.rule.inverse(act, $0)
                }
                let done = try await desk.send(sample.intent, as: 1)
                #expect(done.outcome == .applied, "\(sample.intent.kind): \(done)")
                #expect(try await desk.everything() != before, "\(sample.intent.kind)")
                guard let inverse = inverse ?? nil else { return }
                let undone = try await desk.send(inverse, as: 2)
                #expect(undone.outcome == .applied, "\(inverse.kind): \(undone)")
                guard sample.returns else { return }
                Self.compare(before, try await desk.everything(), sample)
            }
        }
    }

    private static func act(_ id: Int) -> Act {
        let sent = WritingDesk.mutation(1, Sample.all[0].intent, id: id)
        return Act(agent: agentID(1), at: WritingDesk.now, mutation: sent.id)
    }

    private static func compare(
        _ before: [Table: [RowID: [String: FieldValue]]],
        _ after: [Table: [RowID: [String: FieldValue]]],
        _ sample: Sample
    ) {
        for (table, rows) in before {
            for (id, row) in rows {
                for (column, value) in row where column != "updated_at" {
                    guard !sample.stays.contains(column) else { continue }
                    let isBack = after[table]?[id]?[column] == value
                    #expect(isBack, "\(sample.intent.kind): \(table).\(column)")
                }
            }
        }
    }

    @Test("who may only read is refused every intent, and nothing changes", arguments: [4, 5])
    func readOnly(agent: Int) async throws {
        for backend in Backend.allCases {
            try await backend.withStore { store in
                let desk = try await WritingDesk(store)
                let before = try await desk.everything()
                for (index, sample) in Sample.all.enumerated()
                where sample.intent.kind != "mark_read" {
                    let result = try await desk.send(sample.intent, agent: agent, as: index)
                    #expect(result.outcome == .rejected, "\(sample.intent.kind)")
                    #expect(result.refusal?.code == .readOnly, "\(sample.intent.kind): \(result)")
                }
                #expect(try await desk.everything() == before)
                #expect(try await store.audit(after: 0, limit: 10).isEmpty)
            }
        }
    }

    @Test("the granted role can do every intent, and change no audit and nothing else")
    func granted() async throws {
        guard PostgresServer.isHere else { return }
        try await Platforms.with { store, platform in
            let role = "hub_" + platform.name
            let owner = try platform.session()
            try owner.script("CREATE ROLE \(role) LOGIN")
            try await store.grant(to: role)
            _ = try await WritingDesk(store)
            let serving = try await PostgresHubStore(platform.address(user: role))
            let desk = try await WritingDesk(serving, fills: false)
            let answer = try await desk.send(Sample.all[0].intent, as: 1)
            #expect(answer.outcome == .applied, "\(answer)")
            for (index, sample) in Sample.all.enumerated() {
                // Some stand in the way of others; none may lack a right.
                let result = try await desk.send(sample.intent, as: 100 + index)
                #expect(result.refusal?.code != .readOnly, "\(sample.intent.kind): \(result)")
            }
            try await serving.prune(before: WritingDesk.now)
            let session = try platform.session(user: role)
            for forbidden in [
                "UPDATE foyer.audit SET kind = ''", "DELETE FROM foyer.audit",
                "UPDATE foyer.ledger SET outcome = ''", "UPDATE conversation SET chatbot_id = NULL",
                "INSERT INTO message (sender_type) VALUES ('bot')", "DELETE FROM tours",
                "UPDATE property_manager SET access_level = 'write'",
                "UPDATE foyer.lead_activity SET note = ''",
            ] {
                let trouble = #expect(throws: PostgresTrouble.self, "\(forbidden)") {
                    try session.script(forbidden)
                }
                #expect(trouble?.state == "42501", "\(forbidden)")
            }
            try owner.script("DROP OWNED BY \(role); DROP ROLE \(role)")
        }
    }

    @Test("the list of what is written is what the intents write, and nothing more")
    func rights() async throws {
        try await Backend.sqlite.withStore { store in
            let desk = try await WritingDesk(store)
            var written: [RowWrite] = []
            let settings = Sample.all.filter { $0.intent.kind == "set_property_settings" }
            for sample in Sample.all + settings {
                // Settings come to be the first time, and change the second.
                if written.last?.table == .propertySettings {
                    _ = try await desk.send(sample.intent, as: 1)
                }
                let act = Self.act(1)
                written +=
                    try await store.mutate(by: agentID(1), now: WritingDesk.now) {
                        try sample.intent.rule.writes(act, $0)
                    } ?? []
            }
            #expect(written.allSatisfy { WriteRights.allow($0) })
            for table in Table.allCases {
                let inserts = written.filter { $0.table == table && $0.kind == .insert }
                let updates = written.filter { $0.table == table && $0.kind == .update }
                #expect(inserts.isEmpty == (WriteRights.inserts[table] == nil), "\(table)")
                #expect(updates.isEmpty == (WriteRights.updates[table] == nil), "\(table)")
            }
        }
    }
}
