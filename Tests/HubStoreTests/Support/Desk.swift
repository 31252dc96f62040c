import Hub
import Model
import Testing
import Wire

/// One agent's view of a store, asked through the protocol alone: two properties, 1 and 2, each
/// with a chatbot of its number, and a third that is somebody else's.
struct Desk {
    let store: any HubStore
    let agent = agentID(1)
    var now = Timestamp(microseconds: 1_795_435_200_000_000)
    var terminal = Terminal(1, agent: agentID(1))
    var position = ""
    var scope = ""

    static let rows: [TableRow] =
        [.company(1)] + (1...3).map { .property($0) } + (1...3).map { .chatbot($0, property: $0) }
        + [.agent(1), .agent(2)] + (1...2).map { .assignment($0, agent: 1, property: $0) }
        + [.assignment(3, agent: 2, property: 3)]

    /// Fills the store with what every desk has.
    init(_ store: any HubStore) async throws {
        self.store = store
        try await store.insert(Self.rows)
    }

    /// A desk of a store that is filled already.
    init(of store: any HubStore) {
        self.store = store
    }

    /// Fetches everything, in pages of so many bytes; `between` runs after each, and `place` too,
    /// with the table that the next page begins in.
    mutating func copy(
        limit: Int = 1_000_000,
        between: (Int) async throws -> Void = { _ in },
        place: (Table) async throws -> Void = { _ in }
    ) async throws {
        var request = SnapshotRequest(agent: agent, now: now, limit: limit)
        var pages = 0
        while true {
            guard case .page(var page) = try await store.snapshotPage(request) else {
                Issue.record("no page")
                return
            }
            try await store.remember(page.scope, now: now)
            if request.progress == nil {
                position = page.position
                scope = page.scope.fingerprint
            }
            try apply(&page.lines, more: true)
            pages += 1
            try await between(pages)
            guard let next = page.next else { break }
            let table = next.prefix { $0 != "/" && $0 != ":" }
            try await place(try #require(Table(rawValue: String(table))))
            request.progress = .init(place: next, scope: scope)
        }
        try await catchUp()
    }

    /// Applies the difference; returns the lines of it that are not rows, without the checkpoint.
    @discardableResult
    mutating func catchUp(limit: Int = 1_000_000) async throws -> [String] {
        guard case .delta(var delta) = try await answer(limit: limit) else {
            Issue.record("no difference")
            return []
        }
        position = delta.position
        scope = delta.scope.fingerprint
        try await store.remember(delta.scope, now: now)
        let lines = String(decoding: delta.lines.bytes, as: UTF8.self).split(separator: "\n")
        try apply(&delta.lines, more: false)
        return lines.filter { $0.hasPrefix("{") }.dropFirst().map(String.init)
    }

    func answer(limit: Int = 1_000_000) async throws -> DeltaAnswer {
        try await store.delta(
            DeltaRequest(agent: agent, now: now, position: position, scope: scope, limit: limit)
        )
    }

    /// Why no difference leads on from here; nil where one does.
    func end(limit: Int = 1_000_000) async throws -> CursorEnd? {
        if case .gone(let end) = try await answer(limit: limit) { end } else { nil }
    }

    /// Whether the terminal has exactly what the store says the agent sees.
    func isEqual() async throws -> Bool {
        let query = DigestQuery(agent: agent, now: now, position: position, scope: scope)
        guard case .digest(let digests, let isAtPosition) = try await store.digest(query) else {
            return false
        }
        let expected = Dictionary(
            uniqueKeysWithValues: digests.map { ($0.key.rawValue, $0.value) }
        )
        return isAtPosition && expected == terminal.digest
    }

    private mutating func apply(_ lines: inout LineWriter, more: Bool) throws {
        lines.checkpoint(CheckpointLine(checkpoint: "-", more: more))
        _ = try terminal.apply(lines.take())
    }
}
