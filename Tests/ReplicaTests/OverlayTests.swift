import GRDB
import Model
import Sync
import Testing
import Wire

@testable import Replica

@Suite("What waits lies over the hub's rows")
struct OverlayTests {
    @Test("an answer is on the screen at once, and says that it is not on the hub yet")
    func shown() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        #expect(try writer.overview().questions == 2)
        let entry = try #require(try await writer.write(OverlayOffice.answer, at: Profile.now))
        #expect(try writer.overview().questions == 1)
        let leads = try writer.leads().rows
        #expect(leads.allSatisfy { $0.isPending })
        #expect(leads.allSatisfy { $0.waitingSince == nil })
        #expect(try writer.writes?.outbox.entry(entry.id)?.state == .waiting)
        try await writer.checkFullText()
    }

    @Test("every write, taken off again, leaves the rows and all that is derived as they were")
    func takenOff() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let derived = try writer.derived()
        let digest = try writer.reader.digest()
        var written: [MutationID] = []
        for intent in OverlayOffice.intents {
            let entry = try #require(try await writer.write(intent, at: Profile.now), "\(intent)")
            written.append(entry.id)
            try await writer.checkFullText()
            #expect(try writer.reader.digest() == digest, "the digest is of the hub's rows")
        }
        #expect(try writer.derived() != derived)
        for id in written.reversed() { #expect(try writer.writes?.outbox.withdraw(id) == true) }
        try await writer.layAnew()
        #expect(try writer.derived() == derived)
        let fresh = Profile()
        let rebuilt = try await fresh.replica(of: OverlayOffice.rows)
        for table in Table.allCases {
            #expect(try writer.reader.rows(of: table) == rebuilt.reader.rows(of: table))
        }
        try await writer.checkFullText()
    }

    @Test("failures 55 and 56: the hub's rows replace the overlay, whichever comes first")
    func acknowledged() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let outbox = try #require(writer.writes?.outbox)
        let entry = try #require(try await writer.write(OverlayOffice.intents[3], at: Profile.now))
        let batch = try outbox.batch()
        // The acknowledgement comes first: the row is shown as written until its checkpoint.
        _ = try outbox.record(
            MutationsResponse(
                results: [MutationResult(id: entry.id, number: 1, outcome: .applied)],
                acked: 1
            )
        )
        #expect(batch.count == 1)
        _ = try await writer.applyDelta(Body.delta(cursor: "before"))
        #expect(try claimed(writer) == Office.agent)
        // Written while the difference with its acknowledgement is on its way.
        _ = try await writer.write(OverlayOffice.intents[6], at: Profile.now)
        let row = Office.row(
            .leadDesk,
            0,
            ["conversation_id": Office.ref(.conversation, 1), "claimed_by": .id(Office.agent)]
        )
        let hubs = TableRow(
            table: .leadDesk,
            values: [.id(Office.id(.conversation, 1) as RowID)] + row.values.dropFirst()
        )
        _ = try await writer.applyDelta(Body.delta([hubs], cursor: "after", acked: 1))
        #expect(try claimed(writer) == Office.agent)
        let leads = try writer.leads().rows
        #expect(leads.first { $0.id == Office.id(.conversation, 1) }?.isPending == false)
        #expect(leads.first { $0.id == Office.id(.conversation, 2) }?.isPending == true)
    }

    @Test("an acknowledgement that comes behind its rows, alone, is told: nothing waits any more")
    func acknowledgedLast() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        _ = try await writer.take(try await OverlayOffice.sendClaim(writer))
        #expect(try await !writer.isSettled())
        #expect(try await writer.applyDelta(Body.delta(cursor: "acked", acked: 1)).hasChanged)
        #expect(try await writer.isSettled())
        let quiet = try await writer.applyDelta(Body.delta(cursor: "later", acked: 1))
        #expect(!quiet.hasChanged)
    }

    @Test("failure 42: a refetch keeps what waits on the screen, and what is written meanwhile")
    func refetch() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        _ = try await writer.write(OverlayOffice.intents[3], at: Profile.now)
        try await writer.beginGeneration()
        _ = try await writer.applyPage(Body.page(OverlayOffice.rows, cursor: "second"))
        try await writer.finishLoading()
        _ = try await writer.settle(Body.delta(cursor: "second"))
        _ = try await writer.write(OverlayOffice.intents[6], at: Profile.now)
        try await writer.promote()
        #expect(try claimed(writer) == Office.agent)
        #expect(try writer.leads().rows.allSatisfy { $0.isPending })
        #expect(try writer.reader.rows(of: .leadActivity).count == 1)
    }

    @Test("a lead whose booking is taken back waits as before")
    func bookingTakenBack() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let before = try writer.leads().rows
        let lead = try #require(before.first { $0.waitingSince != nil && $0.tour == nil })
        let book = BookTour(
            property: lead.property,
            conversation: lead.id,
            manager: nil,
            prospect: Prospect(name: "Ann"),
            start: instant("2026-11-30T18:00:00Z"),
            minutes: 30,
            type: .inPerson,
            confirmed: true
        )
        let entry = try #require(try await writer.write(.bookTour(book), at: Profile.now))
        #expect(try writer.leads().rows.first { $0.id == lead.id }?.waitingSince == nil)
        let inverse = try #require(entry.inverse)
        _ = try await writer.write(inverse, at: Profile.now)
        let after = try #require(try writer.leads().rows.first { $0.id == lead.id })
        #expect(after.waitingSince == lead.waitingSince)
        #expect(after.stage == lead.stage)
        #expect(after.tour == nil)
    }

    @Test("failures 53 and 58: a refused write leaves the screen, the others stay")
    func refused() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let outbox = try #require(writer.writes?.outbox)
        for index in [3, 6] {
            _ = try await writer.write(OverlayOffice.intents[index], at: Profile.now)
        }
        let batch = try outbox.batch()
        _ = try outbox.record(
            MutationsResponse(
                results: [
                    MutationResult(
                        id: batch[0].id,
                        number: 1,
                        outcome: .conflict,
                        refusal: Refusal(.taken)
                    ),
                    MutationResult(id: batch[1].id, number: 2, outcome: .applied),
                ],
                acked: 2
            )
        )
        try await writer.layAnew()
        #expect(try claimed(writer) == nil)
        #expect(try writer.reader.rows(of: .leadActivity).count == 1)
        #expect(try outbox.attention().rows.map(\.refusal.code) == [.taken])
    }

    @Test(
        "a refused write that a restored hub has forgotten is seen with the checkpoint that says so"
    )
    func offeredAgain() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let outbox = try #require(writer.writes?.outbox)
        _ = try await writer.take(
            try await OverlayOffice.sendClaim(writer, refusal: Refusal(.taken))
        )
        #expect(try claimed(writer) == nil)
        _ = try await writer.applyDelta(Body.delta(cursor: "restored", acked: 0))
        #expect(try outbox.counts() == (1, 0))
        #expect(try claimed(writer) == Office.agent)
    }

    @Test("what a restored hub has forgotten is told, though its checkpoint brings nothing else")
    func forgotten() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let outbox = try #require(writer.writes?.outbox)
        _ = try await writer.take(try await OverlayOffice.sendClaim(writer))
        let outcome = try await writer.applyDelta(Body.delta(cursor: "restored", acked: 0))
        #expect(outcome.hasChanged, "nobody would send what waits again")
        #expect(try outbox.counts() == (1, 0))
    }

    @Test("failure 55: what was decided while a checkpoint was on its way stays decided, and shown")
    func decidedMeanwhile() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let outbox = try #require(writer.writes?.outbox)
        let answer = try await OverlayOffice.sendClaim(writer)
        let asked = writer.decided()
        _ = try await writer.take(answer)
        #expect(writer.decided() == 1)
        let body = AskedBody(bytes: Body.delta(cursor: "before", acked: 0), decided: asked)
        let job = ReplicaJob.delta(FetchNumber(value: 1))
        #expect(try await writer.perform(job, body: body) == .delta(changed: false))
        #expect(try outbox.counts() == (0, 0))
        #expect(try claimed(writer) == Office.agent)
    }

    @Test("failure 54: what the hub deleted meanwhile is shown no more, and comes back by nothing")
    func deletedMeanwhile() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        _ = try await writer.write(OverlayOffice.intents[8], at: Profile.now)
        let gone: [(Table, [RowID])] = [(.tours, [Office.id(.tours, 1)])]
        _ = try await writer.applyDelta(Body.delta(delete: gone, cursor: "gone"))
        #expect(try writer.reader.rows(of: .tours).isEmpty)
    }

    @Test(
        "a visitor who leaves with their last lead leaves nothing behind, also under a correction"
    )
    func correctedAndGone() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let visitor: VisitorID = Office.id(.user, 2)
        let seen = CorrectContact.Contact(
            try #require(try writer.reader.row(.user, visitor))
        )
        var contact = seen
        contact.email = "kim@mail.example"
        let correction = CorrectContact(visitor: visitor, contact: contact, seen: seen)
        _ = try await writer.write(.correctContact(correction), at: Profile.now)
        let gone: [(Table, [RowID])] = [(.conversation, [Office.id(.conversation, 2)])]
        _ = try await writer.applyDelta(Body.delta(delete: gone, cursor: "gone"))
        let digest = try #require(try writer.reader.digest())
        #expect(digest.tables[.user]?.rows == 1)
        #expect(try writer.reader.rows(of: .user).count == 1)
    }

    @Test("what is mended under a write is mended, and the write still seen")
    func mended() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let digest = try #require(try writer.reader.digest())
        _ = try await writer.write(OverlayOffice.intents[4], at: Profile.now)
        try await writer.connection { db in
            let image = OverlaySchema.name(.conversation)
            try db.execute(sql: "UPDATE \(image) SET reason_for_moving = 'damaged'")
        }
        #expect(try writer.reader.digest() != digest)
        let row = Office.conversation(2, visitor: 2)
        _ = try await writer.mend(Body.delta([row], cursor: digest.cursor))
        #expect(try writer.reader.digest() == digest)
        let shown = try writer.reader.row(.conversation, Office.id(.conversation, 2) as RowID)
        #expect(shown?.text("status") == "handed_off")
    }

    @Test("a rule that is against it is told at once, and nothing is kept")
    func againstTheRules() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let intent = Intent.logActivity(
            LogActivity(conversation: Office.id(.conversation, 1), activity: .note, note: "  ")
        )
        await #expect(throws: Refusal(.empty, field: "note")) {
            try await writer.write(intent, at: Profile.now)
        }
        #expect(try writer.writes?.outbox.entries().isEmpty == true)
    }

    private func claimed(_ writer: ReplicaWriter) throws -> AgentID? {
        try writer.leads().rows.first { $0.id == Office.id(.conversation, 1) }?.claimedBy
    }
}
