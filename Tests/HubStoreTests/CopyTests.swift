import Hub
import Model
import Testing
import Wire

/// Copies of everything, in pages.
@Suite struct CopyTests {
    @Test("pages of any size add up to the same copy", arguments: Backend.allCases)
    func pages(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(talks)
            for limit in [1, 300, 5_000, 1_000_000] {
                desk.terminal = Terminal(1, agent: desk.agent)
                var pages = 0
                try await desk.copy(limit: limit) { pages = $0 }
                #expect(try await desk.isEqual(), "pages of \(limit) bytes")
                #expect(limit > 1_000 || pages > 50)
            }
        }
    }

    @Test(
        "failures 44 and 66: rows that change, move and come while pages are fetched",
        arguments: Backend.allCases,
        1...4 as ClosedRange<UInt64>
    )
    func changing(backend: Backend, seed: UInt64) async throws {
        try await backend.withStore { store in
            var chance = Chance(seed: seed)
            var desk = try await Desk(store)
            try await store.insert(talks)
            try await desk.copy(limit: 2_000) { page in
                let one = Int.random(in: 1...20, using: &chance)
                let other = Int.random(in: 1...20, using: &chance)
                try await store.apply([
                    .delete(.message, rowID(.message, one)),
                    .update(
                        .conversation,
                        rowID(.conversation, other),
                        ["chatbot_id": .id(rowID(.chatbot, 1 + page % 3))]
                    ),
                    .insert(.message(1_000 + page, conversation: other)),
                ])
                if page == 3 { try await store.insert([.assignment(9, agent: 1, property: 3)]) }
            }
            #expect(try await desk.isEqual(), "seed \(seed)")
        }
    }

    @Test(
        "failures 60 and 61: a property that leaves in a copy ends it, lest it come back unseen",
        arguments: Backend.allCases
    )
    func shrinking(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await Desk(store)
            try await store.insert(talks)
            var request = SnapshotRequest(agent: desk.agent, now: desk.now, limit: 500)
            guard case .page(let page) = try await store.snapshotPage(request),
                let next = page.next
            else {
                Issue.record("no page")
                return
            }
            try await store.remember(page.scope, now: desk.now)
            request.progress = .init(place: next, scope: page.scope.fingerprint)
            try await store.apply([
                .delete(.propertyManagerAssignment, rowID(.propertyManagerAssignment, 1))
            ])
            guard case .gone(.otherScope) = try await store.snapshotPage(request) else {
                Issue.record("a page under a scope that is no more")
                return
            }
            request.progress = .init(place: "nonsense", scope: page.scope.fingerprint)
            guard case .gone = try await store.snapshotPage(request) else {
                Issue.record("a page from nowhere")
                return
            }
        }
    }

    @Test(
        "failures 44 and 60: a conversation that comes and leaves while pages are fetched",
        arguments: Backend.allCases
    )
    func comesAndLeaves(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(talks)
            try await store.insert([.conversation(50, chatbot: 3)])
            try await store.insert((5_001...5_040).map { .message($0, conversation: 50) })
            func move(_ chatbot: Int) -> StoreChange {
                .update(
                    .conversation,
                    rowID(.conversation, 50),
                    ["chatbot_id": .id(rowID(.chatbot, chatbot))]
                )
            }
            // It is here while messages are read, and only then.
            var messages = 0
            try await desk.copy(limit: 1) { _ in
            } place: { table in
                guard table == .message || messages > 0 else { return }
                messages += 1
                if messages == 1 { try await store.apply([move(1)]) }
                if table != .message, messages > 1 { try await store.apply([move(3)]) }
            }
            #expect(try await desk.isEqual())
        }
    }

    @Test("the first page says about how many rows there will be", arguments: Backend.allCases)
    func estimate(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await Desk(store)
            try await store.insert(talks)
            let request = SnapshotRequest(agent: desk.agent, now: desk.now, limit: 1_000_000)
            guard case .page(let page) = try await store.snapshotPage(request) else {
                Issue.record("no page")
                return
            }
            let text = String(decoding: page.lines.bytes.prefix(200), as: UTF8.self)
            let said = try #require(text.firstMatch(of: /"rows":([0-9]+)/))
            let rows = try #require(Int(said.output.1))
            #expect(abs(rows - page.lines.rows) <= page.lines.rows / 4)
        }
    }

    /// Twenty talks of ten messages at either property.
    private let talks: [TableRow] =
        (1...20).flatMap { number -> [TableRow] in
            [.visitor(number), .conversation(number, chatbot: 1 + number % 2, visitor: number)]
                + (0..<10).map { .message(number + 20 * $0, conversation: number) }
        }
}
