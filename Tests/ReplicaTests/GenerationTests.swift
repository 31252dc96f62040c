import Foundation
import Model
import Replica
import Testing
import Wire

@Suite("A copy is made beside what is shown")
struct GenerationTests {
    private let small = Office.company() + Office.property(1, name: "Northgate")
    private let talk = [
        Office.conversation(1), Office.message(1, in: 1, "Hello"), Office.conversation(2),
        Office.message(2, in: 2, "Hi"),
    ]

    @Test(
        "a refetch is not seen before it is whole, and a read that began keeps what it began with"
    )
    func refetchUnseen() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: small + talk)
        try await replica.beginGeneration()
        _ = try await replica.applyPage(Body.page(small, cursor: "new"))
        #expect(try replica.overview().leads == 2)
        try await replica.finishLoading()
        #expect(try replica.overview().leads == 2)
        _ = try await replica.settle(Body.delta([Office.conversation(3)], cursor: "newer"))
        #expect(try replica.overview().leads == 2)
        #expect(try await replica.state().live == "first")
        try await replica.promote()
        #expect(try replica.overview().leads == 1)
        #expect(try await replica.state() == ReplicaState(live: "newer", building: nil))
        #expect(try replicas(in: profile.directory) == ["replica-2.sqlite"])
    }

    @Test("failure 44: what hangs below a conversation that came and left between pages goes")
    func strays() async throws {
        let profile = Profile()
        let replica = try profile.open()
        try await replica.beginGeneration()
        let stray = Office.message(9, in: 9, "of a conversation that is not here")
        _ = try await replica.applyPage(Body.page(small + talk + [stray], cursor: "page"))
        try await replica.finishLoading()
        _ = try await replica.settle(Body.delta(cursor: "whole"))
        try await replica.promote()
        #expect(try replica.reader.digest()?.tables[.message]?.rows == 2)
        #expect(try replica.overview().leads == 2)
    }

    @Test("a process that dies goes on after the last whole page, wherever it died")
    func resume() async throws {
        let profile = Profile()
        let replica = try profile.open()
        try await replica.beginGeneration()
        _ = try await replica.applyPage(Body.page(small, cursor: "page 1", more: true, total: 6))
        let dead = try profile.died()
        let next = try dead.open()
        let building = try #require(try await next.state().building)
        #expect(building.cursor == "page 1")
        #expect(building.progress == SyncProgress(rows: 4, total: 6))
        let outcome = try await next.applyPage(Body.page(talk, cursor: "page 2"))
        #expect(outcome.progress == SyncProgress(rows: 8, total: 6))
        try await next.finishLoading()

        let deadAgain = try dead.died()
        let last = try deadAgain.open()
        #expect(try await last.state().building?.cursor == "page 2")
        try await last.finishLoading()
        _ = try await last.settle(Body.delta(cursor: "whole"))

        let beforePromotion = try deadAgain.died()
        let heir = try beforePromotion.open()
        #expect(try await heir.state().live == nil)
        #expect(try await heir.state().building?.cursor == "whole")
        try await heir.promote()
        #expect(try heir.overview().messages == 2)

        let afterPromotion = try beforePromotion.died()
        #expect(try await afterPromotion.open().state() == ReplicaState(live: "whole"))
    }

    @Test("a difference survives the death of the process")
    func differenceSurvives() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: small + talk)
        _ = try await replica.applyDelta(Body.delta([Office.conversation(3)], cursor: "second"))
        let next = try profile.died().open()
        #expect(try await next.state().live == "second")
        #expect(try next.overview().leads == 3)
    }

    @Test("full text that a process died over is made anew, and nothing of its file stays")
    func textBegun() async throws {
        let profile = Profile()
        let replica = try profile.open()
        try await replica.beginGeneration()
        _ = try await replica.applyPage(Body.page(small + talk, cursor: "1"))
        let path = profile.directory + "/replica-1.sqlite-text"
        try Data("half of a full text".utf8).write(to: URL(fileURLWithPath: path))
        try await replica.finishLoading()
        try await replica.promote()
        let filter = LeadFilter(words: ["hello"])
        #expect(try replica.leads(LeadQuery(filter: filter)).rows.count == 1)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a row that came twice in the pages counts as it came last")
    func cameTwice() async throws {
        let profile = Profile()
        let replica = try profile.open()
        try await replica.beginGeneration()
        _ = try await replica.applyPage(Body.page(small + talk, cursor: "1", more: true))
        // So many that the full text is being made when the copies are found.
        let others = (10..<20_000).map { Office.message($0, in: 2, "Any news?") }
        let again = [Office.message(1, in: 1, "Good morning"), Office.conversation(1)]
        _ = try await replica.applyPage(Body.page(others + again, cursor: "2"))
        try await replica.finishLoading()
        try await replica.promote()
        let texts = try replica.reader.rows(of: .message).map { $0["message_text"] }
        #expect(Set(texts) == [.text("Good morning"), .text("Hi"), .text("Any news?")])
        let (old, new) = (LeadFilter(words: ["hello"]), LeadFilter(words: ["morning"]))
        #expect(try replica.leads(LeadQuery(filter: old)).rows.isEmpty)
        #expect(try replica.leads(LeadQuery(filter: new)).rows.count == 1)
        #expect(try replica.overview().messages == 2 + others.count)
        #expect(try replica.overview().leads == 2)
    }

    @Test("a copy that was begun is dropped for another")
    func begunTwice() async throws {
        let profile = Profile()
        let replica = try profile.open()
        try await replica.beginGeneration()
        _ = try await replica.applyPage(Body.page(small, cursor: "old", more: true))
        try await replica.beginGeneration()
        #expect(try await replica.state().building == BuildingState(progress: nothing))
        #expect(try replicas(in: profile.directory) == ["replica-2.sqlite"])
    }

    @Test("a page after the end of a snapshot, and a difference before it, are refused")
    func wrongOrder() async throws {
        let profile = Profile()
        let replica = try profile.open()
        await #expect(throws: ReplicaTrouble.noGeneration) {
            try await replica.applyDelta(Body.delta(cursor: "x"))
        }
        try await replica.beginGeneration()
        await #expect(throws: WireError.self) {
            try await replica.settle(Body.delta(cursor: "x"))
        }
        await #expect(throws: ReplicaTrouble.noGeneration) { try await replica.promote() }
        try await replica.finishLoading()
        await #expect(throws: WireError.self) {
            try await replica.applyPage(Body.page([], cursor: "x"))
        }
    }

    @Test("a file that is no database is fetched anew")
    func damaged() async throws {
        let profile = Profile()
        do {
            _ = try await profile.replica(of: small + talk)
        }
        let path = profile.directory + "/replica-1.sqlite"
        try Data("this is no database, however long one looks at it".utf8)
            .write(to: URL(fileURLWithPath: path))
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let replica = try profile.open()
        #expect(try await replica.state() == ReplicaState())
        try await replica.load(small + talk)
        #expect(try replica.overview().leads == 2)
    }

    @Test("a copy made under another schema is not used")
    func otherSchema() async throws {
        let profile = Profile()
        do {
            let replica = try await profile.replica(of: small + talk)
            try await replica.pretendOtherSchema()
        }
        let replica = try profile.open()
        #expect(try await replica.state().live == nil)
        #expect(try replica.overview().leads == 0)
    }

    @Test("what a revoked terminal had is gone")
    func erase() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: small + talk)
        try await replica.beginGeneration()
        await replica.erase()
        #expect(try replicas(in: profile.directory) == [])
        #expect(try replica.overview().leads == 0)
        #expect(try await replica.state() == ReplicaState())
        try await replica.load(small + talk)
        #expect(try replica.overview().leads == 2)
    }

    private let nothing = SyncProgress(rows: 0, total: nil)

    private func replicas(in directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory)
            .filter { $0.hasSuffix(".sqlite") }.sorted()
    }
}

extension Profile {
    /// The directory as a killed process leaves it: files and journals as they are on disk, nothing
    /// closed.
    func died() throws -> Profile {
        let copy = Profile()
        try FileManager.default.copyItem(atPath: directory, toPath: copy.directory)
        return copy
    }
}
