import Foundation
import GRDB
import Model
import Sync
import Testing
import Wire

@testable import Replica

@Suite("Trouble of a terminal costs no row")
struct TroubleTests {
    private let start =
        Office.company() + Office.property(1, name: "Northgate") + [
            Office.conversation(1), Office.message(1, in: 1, "Hello"),
        ]

    private func many(_ count: Int) -> [TableRow] {
        (0..<count).map { Office.message($0 + 10, in: 1, "Message number \($0)") }
    }

    private func everything(_ replica: ReplicaWriter) throws -> [TableRow] {
        try Table.allCases.flatMap { try replica.reader.rows(of: $0) }
    }

    @Test("failure 36: a process killed in the middle of a difference leaves the replica as it was")
    func killedInside() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let before = try everything(replica)
        let body = Body.delta(many(2_000), cursor: "second")
        let dead = Profile()
        try await replica.connection { [directory = profile.directory, copy = dead.directory] db in
            // A small cache, so that pages of the open transaction are in the journal already.
            try db.execute(sql: "PRAGMA cache_size = 10")
            try db.inTransaction(.immediate) {
                let applier = try DeltaApplier(db)
                _ = try applier.take(body)
                try applier.finish()
                try FileManager.default.copyItem(atPath: directory, toPath: copy)
                return .rollback
            }
        }
        let next = try dead.open()
        #expect(try await next.state().live == "first")
        #expect(try everything(next) == before)
        _ = try await next.applyDelta(body)
        #expect(try next.overview().messages == 2_001)
        try await next.checkFullText()
    }

    @Test("failure 37: a full disk fails a difference whole; with room again it is applied")
    func diskFull() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let before = try everything(replica)
        try await replica.connection { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
        }
        let body = Body.delta(many(5_000), cursor: "second")
        let trouble = await #expect(throws: ApplyTrouble.self) {
            try await replica.perform(.delta(FetchNumber(value: 1)), body: body)
        }
        #expect(trouble?.failure == .storage)
        #expect(try everything(replica) == before)
        #expect(try await replica.state().live == "first")
        try await replica.connection { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        _ = try await replica.applyDelta(body)
        #expect(try replica.overview().messages == 5_001)
        try await replica.checkFullText()
    }

    @Test("failure 38: a disk that takes no writes is named as such")
    func readOnly() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        try await replica.connection { try $0.execute(sql: "PRAGMA query_only = ON") }
        let trouble = await #expect(throws: ApplyTrouble.self) {
            try await replica.perform(
                .delta(FetchNumber(value: 1)),
                body: Body.delta(many(1), cursor: "second")
            )
        }
        #expect(trouble?.failure == .storage)
        #expect(try replica.overview().messages == 1)
    }

    @Test("failure 40: a reader that holds its snapshot sees it unchanged and holds up nothing")
    func longReader() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let second = try ReplicaReader(directory: profile.directory)
        let (entered, hasEntered) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        let counts = Task.detached {
            try second.read { db -> [Int] in
                let count = { try Int.fetchOne(db, sql: "SELECT count(*) FROM message") ?? -1 }
                let before = try count()
                hasEntered.finish()
                gate.wait()
                return [before, try count()]
            } ?? []
        }
        for await _ in entered {}
        _ = try await replica.applyDelta(
            Body.delta(many(10), leave: [Office.id(.property, 1)], cursor: "second")
        )
        #expect(try replica.overview().leads == 0)
        gate.signal()
        let seen = try await counts.value
        #expect(seen.first == 1)
        #expect(seen.last == 1)
    }

    @Test("failure 41: children may come before their parents")
    func childFirst() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Office.company())
        let rows = start.dropFirst(2)
        for (number, row) in rows.reversed().enumerated() {
            _ = try await replica.applyDelta(Body.delta([row], cursor: "\(number)"))
        }
        #expect(try replica.leads().rows.map(\.lastLine) == ["Hello"])
        try await replica.checkFullText()
    }

    @Test("failure 41: a conversation that went before its page came leaves no visitor behind")
    func goneBeforeItCame() async throws {
        let profile = Profile()
        let replica = try profile.open()
        try await replica.beginGeneration()
        let page = start + [Office.visitor(5, first: "Alone"), Office.message(7, in: 7, "Hi")]
        _ = try await replica.applyPage(Body.page(page, cursor: "1", more: true))
        try await replica.finishLoading()
        _ = try await replica.settle(
            Body.delta(delete: [(.conversation, [Office.id(.conversation, 7)])], cursor: "2")
        )
        try await replica.promote()
        #expect(try replica.reader.rows(of: .user).isEmpty)
        #expect(try replica.overview().messages == 1)
    }

    @Test("failure 46: a flipped bit in one row changes its table's digest and no other")
    func flippedBit() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let before = try #require(try replica.reader.digest())
        try await replica.connection { db in
            try db.execute(sql: "UPDATE message SET message_text = 'Hellp'")
        }
        let after = try #require(try replica.reader.digest())
        for table in Table.allCases {
            #expect((after.tables[table] == before.tables[table]) == (table != .message))
        }
    }

    @Test("the jobs of a sync are done in their order")
    func jobs() async throws {
        let profile = Profile()
        let replica = try profile.open()
        let fetch = FetchNumber(value: 1)
        #expect(try await replica.standing() == ReplicaStanding(live: nil, building: nil))
        #expect(try await replica.perform(.beginGeneration, body: nil) == .generationBegun)
        let page = Body.page(start, cursor: "1", total: 6)
        #expect(try await replica.perform(.page(fetch), body: page) == .page(rows: 6))
        let progress = SyncProgress(rows: 6, total: 6)
        let building = BuildingStanding(cursor: "1", progress: progress)
        #expect(try await replica.standing() == ReplicaStanding(live: nil, building: building))
        #expect(try await replica.perform(.finishLoading, body: nil) == .loadingFinished)
        let delta = Body.delta([Office.conversation(2)], cursor: "2")
        #expect(try await replica.perform(.settle(fetch), body: delta) == .settled)
        #expect(try await replica.perform(.promote, body: nil) == .promoted)
        #expect(try await replica.standing() == ReplicaStanding(live: "2", building: nil))
        let empty = Body.delta(cursor: "3")
        #expect(try await replica.perform(.delta(fetch), body: empty) == .delta(changed: false))
        #expect(try await replica.perform(.erase, body: nil) == .erased)
        #expect(try await replica.standing() == ReplicaStanding(live: nil, building: nil))
    }

    @Test("a refused body and a missing copy are told apart, and no text of a row is told")
    func troubles() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let canary =
            #"{"table":"message","columns":["id","message_text"]}"# + "\n"
            + #"["Canary-id","Canary text"]"#
        let refused = await #expect(throws: ApplyTrouble.self) {
            try await replica.perform(
                .delta(FetchNumber(value: 1)),
                body: Body.lines([canary])
            )
        }
        #expect(refused?.failure == .body)
        #expect(refused?.detail.contains("Canary") == false)
        let missing = await #expect(throws: ApplyTrouble.self) {
            try await replica.perform(.promote, body: nil)
        }
        #expect(missing?.failure == .damaged)
    }

    @Test("a person with sqlite3 reads ids as text")
    func views() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let id = try replica.reader.read { db in
            try String.fetchOne(db, sql: "SELECT conversation_id FROM v_message")
        }
        #expect(id == (Office.id(.conversation, 1) as RowID).text)
    }

    @Test("secrets have no column to be kept in, whatever a hub sends")
    func secrets() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: start)
        let id = (Office.id(.company, 1) as RowID).text
        let body = Body.lines([
            #"{"table":"company","columns":["id","name","openai_api_key"]}"#,
            #"["\#(id)","Homes","Canary-key"]"#,
        ])
        _ = try await replica.applyDelta(body)
        for name in try FileManager.default.contentsOfDirectory(atPath: profile.directory) {
            let path = profile.directory + "/" + name
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(bytes.range(of: Data("Canary-key".utf8)) == nil, "\(name)")
        }
    }
}
