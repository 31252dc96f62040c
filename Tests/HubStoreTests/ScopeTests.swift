import Hub
import Model
import Testing

/// Scope as it changes: what leaves, what comes, and when.
@Suite struct ScopeTests {
    @Test(
        "failure 60: an assignment that is removed takes its property's rows from the terminal",
        arguments: Backend.allCases
    )
    func removed(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(talks)
            try await desk.copy()
            #expect(desk.terminal.ids(.message).count == 2)
            try await store.apply([.delete(.propertyManagerAssignment, assignment(1))])
            let told = try await desk.catchUp()
            #expect(told == [#"{"leave":"\#(rowID(.property, 1).text)"}"#])
            #expect(desk.terminal.ids(.message) == [rowID(.message, 2)])
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 61: removed and granted again before the return: nothing stale, nothing missing",
        arguments: Backend.allCases
    )
    func granted(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(talks)
            try await desk.copy()
            try await store.apply([.delete(.propertyManagerAssignment, assignment(1))])
            try await store.apply([.delete(.message, rowID(.message, 1))])
            try await store.insert([
                .message(3, conversation: 1), .assignment(9, agent: 1, property: 1),
            ])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 2), rowID(.message, 3)])
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 62: a conversation that moves goes with its property, there and back",
        arguments: Backend.allCases
    )
    func moved(backend: Backend) async throws {
        try await backend.withStore { store in
            var both = try await Desk(store)
            try await store.insert(talks + [.assignment(4, agent: 2, property: 2)])
            try await both.copy()
            for chatbot in [2, 3, 1] {
                try await store.apply([
                    .update(
                        .conversation,
                        rowID(.conversation, 1),
                        ["chatbot_id": .id(rowID(.chatbot, chatbot))]
                    )
                ])
                try await both.catchUp()
                let isHere = chatbot != 3
                #expect(both.terminal.ids(.message).contains(rowID(.message, 1)) == isHere)
                #expect(both.terminal.ids(.user).contains(rowID(.user, 1)) == isHere)
                #expect(try await both.isEqual())
            }
        }
    }

    @Test(
        "failure 62: what was deleted while its conversation was elsewhere is gone when it returns",
        arguments: Backend.allCases
    )
    func returned(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(talks + [.message(3, conversation: 1)])
            try await desk.copy()
            func move(to chatbot: Int) -> StoreChange {
                let place = ["chatbot_id": FieldValue.id(rowID(.chatbot, chatbot))]
                return .update(.conversation, rowID(.conversation, 1), place)
            }
            try await store.apply([move(to: 3)])
            try await store.apply([.delete(.message, rowID(.message, 3))])
            try await store.apply([move(to: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 1), rowID(.message, 2)])
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 63: a conversation of 5,000 messages moves in, and out",
        arguments: Backend.allCases
    )
    func large(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert([.conversation(1, chatbot: 3)])
            try await store.insert((1...5_000).map { .message($0, conversation: 1) })
            try await desk.copy()
            func move(to chatbot: Int) -> StoreChange {
                let place = ["chatbot_id": FieldValue.id(rowID(.chatbot, chatbot))]
                return .update(.conversation, rowID(.conversation, 1), place)
            }
            try await store.apply([move(to: 1)])
            try await desk.catchUp(limit: 4_000_000)
            #expect(desk.terminal.ids(.message).count == 5_000)
            try await store.apply([move(to: 3)])
            let told = try await desk.catchUp()
            #expect(told.count == 1, "the messages go with their conversation")
            #expect(desk.terminal.ids(.message).isEmpty)
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 64: a visitor known to two properties stays until the last of them goes",
        arguments: Backend.allCases
    )
    func shared(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(talks + [.conversation(3, chatbot: 2, visitor: 1)])
            try await desk.copy()
            try await store.apply([.delete(.propertyManagerAssignment, assignment(1))])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.user).contains(rowID(.user, 1)))
            try await store.apply([.delete(.conversation, rowID(.conversation, 3))])
            try await desk.catchUp()
            #expect(!desk.terminal.ids(.user).contains(rowID(.user, 1)))
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "failure 65: of an agent who is no more there is nothing to be had",
        arguments: Backend.allCases
    )
    func disabled(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await desk.copy()
            try await store.apply([.delete(.propertyManager, rowID(.propertyManager, 1))])
            guard case .agentGone = try await desk.answer() else {
                Issue.record("a difference for nobody")
                return
            }
            #expect(try await store.scope(of: desk.agent, now: desk.now) == nil)
        }
    }

    @Test(
        "failure 67: midnight at the property ends an assignment without any write",
        arguments: Backend.allCases
    )
    func midnight(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(talks)
            try await store.apply([
                .update(
                    .propertyManagerAssignment,
                    assignment(1),
                    ["end_date": .text("2026-11-23")]
                )
            ])
            // 2026-11-23 in California lasts until 8:00 UTC of the 24th.
            desk.now = try #require(Timestamp("2026-11-24T07:59:59.000000Z"))
            try await desk.copy()
            #expect(desk.terminal.ids(.message).count == 2)
            desk.now = desk.now.advanced(by: .seconds(1))
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message) == [rowID(.message, 2)])
            #expect(try await desk.isEqual())
        }
    }

    /// A talk at each of the agent's properties.
    private let talks: [TableRow] = [
        .visitor(1), .visitor(2), .conversation(1, chatbot: 1, visitor: 1),
        .conversation(2, chatbot: 2, visitor: 2), .message(1, conversation: 1),
        .message(2, conversation: 2),
    ]

    private func assignment(_ number: Int) -> RowID { rowID(.propertyManagerAssignment, number) }
}
