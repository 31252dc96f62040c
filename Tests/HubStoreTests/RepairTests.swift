import Hub
import Model
import PostgresServer
import Testing
import Wire

@testable import HubPostgres

/// A terminal whose rows are not the store's is told which, and by how.
@Suite struct RepairTests {
    private static let rows: [TableRow] =
        (1...9).map { .visitor($0) }
        + (1...9).map { .conversation($0, chatbot: $0 % 3 + 1, visitor: $0) }
        + (1...60).map { .message($0, conversation: $0 % 9 + 1) }
        + (1...6).map { .tour($0, property: $0 % 3 + 1) }

    @Test("parts of ranges add up to what the scope has of them", arguments: Backend.allCases)
    func parts(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(Self.rows)
            try await desk.copy()
            for table in Table.allCases {
                let ids = desk.terminal.ids(table).sorted()
                let all = [(1...200).map { rowID(table, $0) }, ids, [], Array(ids.prefix(1))]
                for bounds in all {
                    let ranges = [
                        DividedRange(IDRange(table), bounds: bounds),
                        DividedRange(IDRange(table, from: ids.first, below: ids.last), bounds: []),
                        DividedRange(IDRange(table, below: RowID(high: 0, low: 0)), bounds: []),
                    ]
                    let (parts, isAtPosition) = try await desk.parts(ranges)
                    #expect(isAtPosition)
                    #expect(parts == ranges.map { desk.terminal.digests(of: $0) }, "\(table)")
                }
            }
        }
    }

    @Test(
        "failure 46: what was altered, lost or is surplus is mended, and nothing else is sent",
        arguments: Backend.allCases
    )
    func mended(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(Self.rows)
            try await desk.copy()
            let whole = desk.terminal.digest
            let messages = desk.terminal.ids(.message).sorted()
            var row = desk.terminal.rows[.message]?[messages[3]] ?? [:]
            row["message_text"] = .text("Hellp")
            desk.terminal.damage(.message, messages[3], row)
            desk.terminal.damage(.message, messages[8], nil)
            desk.terminal.damage(.message, rowID(.message, 7_777), row)
            desk.terminal.damage(.conversation, desk.terminal.ids(.conversation).sorted()[0], nil)
            #expect(desk.terminal.digest != whole)
            let lines = try await desk.repair(Table.allCases.map { IDRange($0) })
            #expect(lines.rows == 3)
            #expect(desk.terminal.digest == whole)
            #expect(try await desk.isEqual())
        }
    }

    @Test(
        "a range is compared as far as an answer goes, and the rest then",
        arguments: Backend.allCases
    )
    func limited(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(Self.rows)
            try await desk.copy()
            let whole = desk.terminal.digest
            for id in desk.terminal.ids(.message) { desk.terminal.damage(.message, id, nil) }
            desk.terminal.damage(.message, RowID(high: .max, low: 1), ["id": .null])
            var answers = 0
            while desk.terminal.digest != whole, answers < 100 {
                _ = try await desk.repair([IDRange(.message)], limit: 1_000)
                answers += 1
            }
            #expect(answers > 2)
            #expect(desk.terminal.digest == whole)
        }
    }

    @Test("what another agent's row is, no range tells", arguments: Backend.allCases)
    func foreign(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(Self.rows)
            try await desk.copy()
            let others = Set((1...60).map { rowID(.message, $0) })
                .subtracting(desk.terminal.ids(.message))
            #expect(!others.isEmpty)
            for id in others { desk.terminal.damage(.message, id, ["id": .id(id)]) }
            let lines = try await desk.repair([IDRange(.message)])
            #expect(lines.rows == 0)
            #expect(desk.terminal.ids(.message).isDisjoint(with: others))
        }
    }

    @Test("where something has changed since, nothing is repaired", arguments: Backend.allCases)
    func moved(backend: Backend) async throws {
        try await backend.withStore { store in
            var desk = try await Desk(store)
            try await store.insert(Self.rows)
            try await desk.copy()
            try await store.insert([.message(900, conversation: 1)])
            let whole = [DividedRange(IDRange(.message), bounds: [])]
            #expect(try await !desk.parts(whole).isAtPosition)
            let query = RepairQuery(desk.query, held: [], limit: 1_000)
            guard case .moved = try await store.repair(query) else {
                Issue.record("compared with another state")
                return
            }
        }
    }

    @Test(
        "failure 12: what was loaded and deleted past the triggers is found and mended",
        .enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here")
    )
    func pastTriggers() async throws {
        try await Platforms.with { store, platform in
            var desk = try await Desk(store)
            try await store.insert(Self.rows)
            try await desk.copy()
            let ids = desk.terminal.ids(.message).sorted().map { "'\($0.text)'" }
            try platform.session().script(
                """
                SET session_replication_role = replica;
                INSERT INTO message (conversation_id, message_text, sender_type)
                    SELECT conversation_id, 'past', 'user' FROM message;
                UPDATE message SET message_text = 'changed' WHERE id = \(ids[0]);
                DELETE FROM message WHERE id IN (\(ids[1]), \(ids[2]))
                """
            )
            try await desk.catchUp()
            #expect(try await !desk.isEqual(), "no difference tells")
            _ = try await desk.repair(Table.allCases.map { IDRange($0) })
            #expect(try await desk.isEqual())
        }
    }
}

extension Desk {
    var query: DigestQuery {
        DigestQuery(agent: agent, now: now, position: position, scope: scope)
    }

    /// What the store says of parts.
    func parts(
        _ ranges: [DividedRange]
    ) async throws -> (parts: [[TableDigest]], isAtPosition: Bool) {
        let answer = try await store.rangeDigest(RangeDigestQuery(query, ranges: ranges))
        guard case .parts(let parts, let isAtPosition) = answer else {
            Issue.record("no digests")
            return ([], false)
        }
        return (parts, isAtPosition)
    }

    /// Asks what those ranges differ in, and writes it.
    mutating func repair(
        _ ranges: [IDRange],
        limit: Int = 1_000_000
    ) async throws -> (rows: Int, isWhole: Bool) {
        let held = ranges.map { terminal.held($0) }
        let answer = try await store.repair(RepairQuery(query, held: held, limit: limit))
        guard case .rows(var lines, let isWhole) = answer else {
            Issue.record("nothing to repair by")
            return (0, true)
        }
        lines.checkpoint(CheckpointLine(checkpoint: "-", more: !isWhole))
        _ = try terminal.apply(lines.take())
        return (lines.rows, isWhole)
    }
}
