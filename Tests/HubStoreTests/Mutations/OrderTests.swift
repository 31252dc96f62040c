import Hub
import Model
import Testing
import Wire

/// Each mutation is done once, in the order of its device's numbers, whatever is sent twice.
@Suite struct OrderTests {
    @Test(
        "failures 23, 48 and 49: what is sent again is answered with what came of it then",
        arguments: Backend.allCases
    )
    func duplicates(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let device = WritingDesk.device(1)
            let batch = [
                WritingDesk.mutation(1, Self.note("one")), WritingDesk.mutation(2, Self.note("")),
                WritingDesk.mutation(3, Self.claim(seen: 3)),
            ]
            let first = try await desk.service.apply(for: device, .init(mutations: batch))
            #expect(first.acked == 3)
            #expect(first.results.map(\.outcome) == [.applied, .rejected, .conflict])
            #expect(first.results.allSatisfy { !$0.isDuplicate })
            let rows = try await desk.everything()
            let again = try await desk.service.apply(for: device, .init(mutations: batch))
            #expect(again.acked == 3)
            #expect(again.results.allSatisfy { $0.isDuplicate })
            #expect(again.results.map(\.outcome) == first.results.map(\.outcome))
            #expect(again.results.map(\.refusal) == first.results.map(\.refusal))
            #expect(again.results[2].row == first.results[2].row)
            #expect(first.results[2].row?["claimed_by"] == agentID(1).text)
            #expect(try await desk.everything() == rows)
            // An outbox restored from an old copy gives its numbers to something else.
            let reused = WritingDesk.mutation(2, Self.note("other"), id: 77)
            let other = try await desk.service.apply(for: device, .init(mutations: [reused]))
            #expect(other.results.first?.refusal?.code == .numberReused)
            #expect(other.acked == 3)
            let renumbered = WritingDesk.mutation(4, Self.note("other"), id: 77)
            let taken = try await desk.service.apply(for: device, .init(mutations: [renumbered]))
            #expect(taken.results.first?.outcome == .applied)
            #expect(taken.acked == 4)
        }
    }

    @Test("a gap ends a batch, and says where the hub stands", arguments: Backend.allCases)
    func gaps(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let device = WritingDesk.device(1)
            func send(_ numbers: [Int64]) async throws -> MutationsResponse {
                let batch = numbers.map { WritingDesk.mutation($0, Self.note("\($0)")) }
                return try await desk.service.apply(for: device, .init(mutations: batch))
            }
            let early = try await send([3, 4])
            #expect(early.results.isEmpty)
            #expect(early.acked == 0)
            let half = try await send([1, 2, 4])
            #expect(half.results.map(\.number) == [1, 2])
            #expect(half.acked == 2)
            let rest = try await send([2, 3, 4])
            #expect(rest.results.map(\.isDuplicate) == [true, false, false])
            #expect(rest.acked == 4)
            #expect(try await store.acked(device.id) == 4)
            #expect(try await store.acked(WritingDesk.device(2).id) == 0)
        }
    }

    @Test("an outbox that moved to another device is known there", arguments: Backend.allCases)
    func moved(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let sent = WritingDesk.mutation(1, Self.note("one"))
            _ = try await desk.service.apply(
                for: WritingDesk.device(1),
                .init(mutations: [sent])
            )
            let moved = try await desk.service.apply(
                for: WritingDesk.device(2),
                .init(mutations: [sent, WritingDesk.mutation(2, Self.note("two"))])
            )
            #expect(moved.results.map(\.isDuplicate) == [true, false])
            #expect(moved.acked == 2)
            let stolen = try await desk.service.apply(
                for: WritingDesk.device(3, agent: 3),
                .init(mutations: [sent])
            )
            #expect(stolen.results.first?.refusal?.code == .unreadable)
            #expect(try await desk.everything()[.leadActivity]?.count == 3)
        }
    }

    @Test(
        "failure 58: what cannot be read or done is refused and blocks nothing behind it",
        arguments: Backend.allCases
    )
    func poison(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            var unread = WritingDesk.mutation(1, Self.note("one"))
            unread.intent = .failure(Refusal(.unknownKind))
            let email = Sample.all.first { $0.intent.kind == "correct_contact" }
            var contact = try #require(email?.intent)
            if case .correctContact(var rule) = contact {
                rule.contact.email = "visitor3@mail.example"
                contact = .correctContact(rule)
            }
            let batch = [
                unread, WritingDesk.mutation(2, Self.note("a\0b")),
                WritingDesk.mutation(3, contact), WritingDesk.mutation(4, Self.note("four")),
            ]
            let answer = try await desk.service.apply(
                for: WritingDesk.device(1),
                .init(mutations: batch)
            )
            #expect(answer.acked == 4)
            #expect(answer.results.map(\.outcome) == [.rejected, .rejected, .rejected, .applied])
            #expect(
                answer.results.map(\.refusal?.code) == [.unknownKind, .badValue, .duplicate, nil]
            )
            #expect(answer.results[2].refusal?.field == "email")
        }
    }

    @Test(
        "failures 23 and 56: a fault between rows and ledger leaves neither, and it is done once",
        arguments: Backend.allCases
    )
    func killed(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let before = try await desk.everything()
            let act = Act(
                agent: agentID(1),
                at: WritingDesk.now,
                mutation: WritingDesk.mutation(1, Self.note("one")).id
            )
            await #expect(throws: HubTrouble.self) {
                try await store.mutate(by: agentID(1), now: WritingDesk.now) { transaction in
                    for write in try Self.note("one").rule.writes(act, transaction) {
                        try transaction.write(write)
                    }
                    throw HubTrouble.unavailable("killed")
                }
            }
            #expect(try await desk.everything() == before)
            #expect(try await store.acked(WritingDesk.device(1).id) == 0)
            let result = try await desk.send(Self.note("one"), as: 1)
            #expect(result.outcome == .applied)
            #expect(!result.isDuplicate)
        }
    }

    @Test(
        "failure 24: what a clock that is ahead says was done in the future was done now",
        arguments: Backend.allCases
    )
    func ahead(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            var sent = WritingDesk.mutation(1, Self.note("one"))
            sent.madeAt = WritingDesk.tomorrow
            _ = try await desk.service.apply(for: WritingDesk.device(1), .init(mutations: [sent]))
            let notes = try await desk.everything()[.leadActivity] ?? [:]
            let times = notes.values.filter { $0["kind"] == .text("note") }.map { $0["created_at"] }
            #expect(times == [.instant(WritingDesk.now)])
        }
    }

    @Test("rows of ours whose talk or tour is gone are pruned", arguments: Backend.allCases)
    func orphans(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let booked = Sample.all.first { $0.intent.kind == "confirm_tour" }
            _ = try await desk.send(try #require(booked?.intent), as: 1)
            try await store.apply([
                .delete(.conversation, rowID(.conversation, 1)), .delete(.tours, rowID(.tours, 1)),
            ])
            try await store.prune(before: Timestamp(microseconds: 0))
            // They come back without what hung below them.
            try await store.insert([
                .conversation(1, chatbot: 1), .tour(1, property: 1),
            ])
            let rows = try await desk.everything()
            #expect(rows[.leadActivity, default: [:]].isEmpty)
            #expect(rows[.tourEvent, default: [:]].isEmpty)
            #expect(rows[.leadDesk]?.count == 1)
        }
    }

    private static func note(_ text: String) -> Intent {
        .logActivity(
            LogActivity(
                conversation: rowID(.conversation, 1).cast(),
                activity: .note,
                note: text
            )
        )
    }

    private static func claim(seen: Int) -> Intent {
        .assignLead(
            AssignLead(
                conversation: rowID(.conversation, 2).cast(),
                to: agentID(4),
                seen: agentID(seen)
            )
        )
    }
}
