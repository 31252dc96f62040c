import GRDB
import Hub
import Model
import Testing

@testable import HubSQLite

/// Differences: what a terminal is told of what happened since.
@Suite struct DeltaTests {
    @Test("nothing happened: nothing is told", arguments: Backend.allCases)
    func nothing(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await desk.copy()
            try await store.insert([.conversation(1, chatbot: 3), .message(1, conversation: 1)])
            guard case .delta(let delta) = try await desk.answer() else {
                Issue.record("no difference")
                return
            }
            #expect(delta.isEmpty, "what happened is in nobody's scope here")
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 4: a transaction over three tables comes in one body",
        arguments: Backend.allCases
    )
    func together(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await desk.copy()
            try await store.insert([
                .visitor(1), .conversation(1, chatbot: 1, visitor: 1), .message(1, conversation: 1),
                .tour(1, property: 1, conversation: 1),
            ])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.user) == [rowID(.user, 1)])
            #expect(desk.terminal.ids(.message) == [rowID(.message, 1)])
            #expect(desk.terminal.ids(.tours) == [rowID(.tours, 1)])
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failures 6 and 7: what was refused, or came and went between two polls, leaves nothing",
        arguments: Backend.allCases
    )
    func gone(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await desk.copy()
            try await store.insert([.conversation(1, chatbot: 1)])
            try await store.apply([.delete(.conversation, rowID(.conversation, 1))])
            await #expect(throws: HubTrouble.self) {
                try await store.insert([.conversation(2, chatbot: 1), .message(1, conversation: 9)])
            }
            try await desk.catchUp()
            #expect(desk.terminal.ids(.conversation).isEmpty)
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 8: an id deleted and inserted again has the new row's content",
        arguments: Backend.allCases
    )
    func again(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            try await store.apply([.delete(.message, rowID(.message, 1))])
            try await store.insert([.message(1, conversation: 1, "Hello again")])
            try await desk.catchUp()
            let row = desk.terminal.rows[.message]?[rowID(.message, 1)]
            #expect(row?["message_text"] == .text("Hello again"))
            #expect(try await desk.isEqual())
        }
    }

    @Test("failure 9: a row whose id is updated leaves and comes", arguments: Backend.allCases)
    func renamed(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert([.tour(1, property: 1)])
            try await desk.copy()
            try await store.apply([
                .update(.tours, rowID(.tours, 1), ["id": .id(rowID(.tours, 2))])
            ])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.tours) == [rowID(.tours, 2)])
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 10: more than a body may hold ends the cursor instead",
        arguments: Backend.allCases
    )
    func tooMuch(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1)])
            try await desk.copy()
            try await store.insert((1...2_000).map { .message($0, conversation: 1) })
            #expect(try await desk.end(limit: 20_000) == .tooLarge)
            #expect(try await desk.end(limit: 2_000_000) == nil)
            try await desk.catchUp()
            try await store.apply((1...2_000).map { .delete(.message, rowID(.message, $0)) })
            #expect(try await desk.end(limit: 20_000) == .tooLarge)
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).isEmpty)
        }
    }

    @Test(
        "failures 15 and 16: a place where the store has never been is refused",
        arguments: Backend.allCases
    )
    func elsewhere(backend: Backend) async throws {
        var ahead = ("", "")
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.copy()
            ahead = (desk.position, desk.scope)
        }
        try await backend.withStore { restored in
            var desk = try await Desk(restored)
            try await desk.copy()
            (desk.position, desk.scope) = ahead
            #expect(try await desk.end() == .elsewhere, "ahead of the database")
            try await restored.insert([.tour(1, property: 1), .tour(2, property: 1)])
            #expect(try await desk.end() == .elsewhere, "as far, on another course")
            desk.position = "nonsense"
            #expect(try await desk.end() == .elsewhere)
        }
    }

    @Test("failures 18 and 24: what a clock that was ahead has dated does not outlive what follows")
    func datedAhead() async throws {
        try await Backend.sqlite.withStore { store in
            let store = try #require(store as? SQLiteHubStore)
            var desk = try await Desk(store)
            try await store.insert([.tour(1, property: 1)])
            try await store.write { try $0.execute(sql: "UPDATE foyer_change SET at = 4000000000") }
            try await desk.copy()
            let old = desk
            try await store.insert([.tour(2, property: 1)])
            try await store.insert([.tour(3, property: 1)])
            try await store.prune(before: desk.now.advanced(by: .seconds(86_400)))
            var late = old
            try await late.catchUp()
            #expect(try await late.isEqual(), "nothing behind its cursor was pruned")
        }
    }

    @Test(
        "failure 18: a cursor older than what is kept is refused, the one at its edge is not",
        arguments: Backend.allCases
    )
    func pruned(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await desk.copy()
            let old = desk
            try await store.insert([.tour(1, property: 1), .tour(2, property: 1)])
            // Transactions of other tests on the same server move the edge: until it lies between
            // the two. Scopes are forgotten too; one that did not change needs no memory.
            var ends: [CursorEnd?] = []
            while ends != [.tooOld, nil] {
                try await desk.copy()
                try await store.prune(before: Timestamp(microseconds: 4_000_000_000_000_000))
                ends = [try await old.end(), try await desk.end()]
            }
            try await store.insert([.tour(3, property: 1)])
            try await desk.catchUp()
            #expect(try await desk.isEqual())
        }
    }
}
