import Hub
import Model
import Testing
import Wire

@testable import HubPostgres

/// Who changed what, kept so that a change of it is noticed.
@Suite struct AuditTests {
    @Test(
        "every write is kept with who, what before and after, and the chain holds",
        arguments: Backend.allCases
    )
    func chain(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            for (index, sample) in Sample.all.enumerated() {
                _ = try await desk.send(sample.intent, as: index + 1)
            }
            let entries = try await store.audit(after: 0, limit: 1_000)
            #expect(entries.count > 15)
            #expect(entries.map(\.number) == Array(1...Int64(entries.count)))
            let stage = try #require(entries.first { $0.kind == "set_stage" })
            #expect(stage.agent == agentID(1))
            #expect(
                stage.changes.contains(#""before": {"status": "active", "#)
                    || stage.changes.contains(#""status": "active""#)
            )
            #expect(stage.changes.contains(#""status": "info_collected""#))
            let last = try #require(entries.last)
            let whole = AuditChain.Finding.whole(entries: last.number, hash: last.hash)
            #expect(try await AuditChain.verify(store) == whole)
        }
    }

    @Test("a fault of the database moves no number, and leaves no row without its audit")
    func fault() async throws {
        guard Backend.allCases.contains(.postgres) else { return }
        try await Platforms.with { store, platform in
            let desk = try await WritingDesk(store)
            let before = try await desk.everything()
            let sample = try #require(Sample.all.first { $0.intent.kind == "set_stage" })
            try platform.session().script("ALTER TABLE foyer.audit RENAME TO away")
            do {
                let result = try await desk.send(sample.intent, as: 1)
                Issue.record("\(result)")
            } catch {
                #expect(error as? Problem == .unavailable)
            }
            #expect(try await desk.everything() == before)
            #expect(try await store.acked(WritingDesk.device(1).id) == 0)
            try platform.session().script("ALTER TABLE foyer.away RENAME TO audit")
            let result = try await desk.send(sample.intent, as: 1)
            #expect(result.outcome == .applied)
            #expect(!result.isDuplicate)
        }
    }

    @Test("an entry that was changed, taken out or put in is named")
    func broken() async throws {
        guard Backend.allCases.contains(.postgres) else { return }
        for (tampering, place) in [
            ("UPDATE foyer.audit SET changes = replace(changes, 'Bea', 'Eve')", Int64(2)),
            ("UPDATE foyer.audit SET agent_id = gen_random_uuid() WHERE seq = 3", 3),
            ("DELETE FROM foyer.audit WHERE seq = 2", 2),
            ("UPDATE foyer.audit SET at = at + interval '1 second' WHERE seq = 1", 1),
        ] {
            try await Platforms.with { store, platform in
                let desk = try await WritingDesk(store)
                let kinds = ["mark_read", "edit_email", "set_stage", "take_over"]
                for (index, kind) in kinds.enumerated() {
                    let sample = Sample.all.first { $0.intent.kind == kind }
                    _ = try await desk.send(try #require(sample?.intent), as: index + 1)
                }
                try platform.session().script(tampering)
                #expect(try await AuditChain.verify(store) == .broken(at: place), "\(tampering)")
            }
        }
    }
}
