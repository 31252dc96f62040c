import Foundation
import Hub
import Model
import PostgresServer
import Testing
import Wire

@testable import HubPostgres

/// Several hubs over one database, and one database put back to what it was.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"))
struct SeveralHubsTests {
    @Test("failure 21: terminals that go from hub to hub miss nothing, whichever lags")
    func hubs() async throws {
        try await Platforms.with { store, platform in
            _ = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            let hubs = try await [
                HubUnderTest(PostgresHubStore(platform.address())),
                HubUnderTest(PostgresHubStore(platform.address())),
            ]
            var terminals = (1...4).map { Terminal($0, agent: agentID(1)) }
            // One hub looked last before anything happened.
            _ = try await hubs[1].store.head()
            for round in 1...12 {
                try await store.insert([.message(round, conversation: 1)])
                for index in terminals.indices where (round + index) % 3 != 0 {
                    try await terminals[index].sync(hubs[(round + index) % 2].service)
                    #expect(terminals[index].ids(.message).count == round)
                }
            }
            for index in terminals.indices { try await terminals[index].sync(hubs[0].service) }
            #expect(Set(terminals.map(\.digest)).count == 1)
            #expect(terminals[0].ids(.message).count == 12)
            let cursor = try #require(terminals[0].cursor)
            let answer = try await hubs[1].service.digest(
                for: terminals[0].device,
                .init(cursor: cursor)
            )
            #expect(answer.isAtCursor)
            #expect(answer.tables == terminals[0].digest)
        }
    }

    @Test("failure 21: a device that one hub revoked is refused by the other at once")
    func revoked() async throws {
        try await Platforms.with { store, platform in
            let desk = try await Desk(store)
            let other = try await PostgresHubStore(platform.address())
            let device = NewDevice(
                id: DeviceID(high: 7, low: 1),
                tokenHash: Data(repeating: 1, count: 32),
                name: "desk",
                enrolledAt: desk.now
            )
            var chance = SystemRandomNumberGenerator()
            let code = EnrolmentCode(using: &chance)
            let expires = desk.now.advanced(by: .seconds(600))
            let invitation = Invitation(
                handle: code.handle,
                codeHash: code.hash,
                agent: desk.agent,
                expires: expires
            )
            #expect(try await store.save(invitation, now: desk.now))
            _ = try await store.redeem(code, as: device)
            let before = try await other.head()
            #expect(try await store.revoke(device.id, now: desk.now))
            #expect(try await other.head() != before, "who waits there must notice")
            #expect(try await !other.isEnrolled(device.id))
        }
    }

    @Test("failure 15: a database put back to an older copy is told from its later self")
    func olderCopy() async throws {
        try await OwnServer.with { own in
            let store = try await own.store()
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            let early = desk
            try own.stop("fast")
            let copy = own.server.directory.appending(path: "copy")
            try Shell.run("/bin/cp", ["-a", own.data.path, copy.path])
            try own.start()
            try await store.insert([.message(2, conversation: 1)])
            // The minute that lies between two marks is over.
            try own.session().script(ChangeWatch.mark.replacing("59 seconds", with: "0 seconds"))
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 2)
            try own.stop("fast")
            try FileManager.default.removeItem(at: own.data)
            try FileManager.default.moveItem(at: copy, to: own.data)
            try own.start()
            #expect(try await desk.end() == .elsewhere, "it has written less")
            // The other course of events goes farther than the one that was lost.
            try own.session().script(
                "CREATE TABLE filler AS SELECT g FROM generate_series(1, 200000) AS g"
            )
            for number in 10...40 {
                try await store.insert([.message(number, conversation: 1)])
            }
            #expect(try await desk.end() == .elsewhere, "as far, on another course")
            var kept = early
            try await kept.catchUp()
            #expect(try await kept.isEqual(), "who saw no more than the copy goes on from there")
            try await desk.copy()
        }
    }
}

/// A hub's store with what answers terminals above it.
private struct HubUnderTest {
    let store: PostgresHubStore
    let service: ChangeService

    init(_ store: PostgresHubStore) async throws {
        self.store = store
        service = try await ChangeService(store: store, clock: clock { 552 })
    }
}
