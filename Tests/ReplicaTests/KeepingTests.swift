import GRDB
import Model
import Testing

@testable import Replica

@Suite("A write is kept and shown at once")
struct KeepingTests {
    private let claim = OverlayOffice.intents[3]

    @Test("what is asked for with it is as it is read afterwards")
    func pages() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let requests: [PageRequest] = [
            .leads(LeadQuery()), .overview, .card(Office.id(.conversation, 1)),
            .questions(QuestionQuery()),
        ]
        let written = try #require(
            try await writer.write(claim, at: Profile.now, showing: requests)
        )
        #expect(written.pages.count == requests.count)
        for (request, page) in zip(requests, written.pages) {
            let later = try await writer.reader.page(request, now: Profile.now, agent: Office.agent)
            #expect(page == later)
        }
        #expect(try claimed(writer) == Office.agent)
    }

    @Test("what could not be kept is not shown either")
    func notKept() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let outbox = try #require(writer.writes?.outbox)
        try await outbox.file.queue.write {
            try $0.execute(sql: "ALTER TABLE entry RENAME TO gone")
        }
        await #expect(throws: OutboxTrouble.self) {
            try await writer.write(claim, at: Profile.now, showing: [.overview])
        }
        #expect(try claimed(writer) == nil)
        try await outbox.file.queue.write {
            try $0.execute(sql: "ALTER TABLE gone RENAME TO entry")
        }
        #expect(try outbox.entries().isEmpty)
    }

    @Test("what could not be shown is kept all the same, and shown with the next change")
    func notShown() async throws {
        let profile = Profile()
        let writer = try await OverlayOffice.writer(profile)
        let pool = try #require(await writer.live?.pool)
        try await pool.write { try $0.execute(sql: "ALTER TABLE overlay RENAME TO gone") }
        let written = try #require(
            try await writer.write(claim, at: Profile.now, showing: [.overview])
        )
        #expect(written.pages.isEmpty)
        #expect(try writer.writes?.outbox.entry(written.entry.id)?.state == .waiting)
        try await pool.write { try $0.execute(sql: "ALTER TABLE gone RENAME TO overlay") }
        #expect(try claimed(writer) == nil)
        try await writer.layAnew()
        #expect(try claimed(writer) == Office.agent)
    }

    private func claimed(_ writer: ReplicaWriter) throws -> AgentID? {
        try writer.leads().rows.first { $0.id == Office.id(.conversation, 1) }?.claimedBy
    }
}
