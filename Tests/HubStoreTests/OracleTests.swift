import Foundation
import Hub
import Model
import PostgresServer
import Synchronization
import Testing
import Wire

@testable import HubPostgres

/// Many who write anything, and terminals that come and go: whatever a terminal is told at a
/// checkpoint is what a query in the same snapshot says.
///
/// `FOYER_ORACLE=100000` makes it so many transactions.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"))
struct OracleTests {
    private static let transactions =
        ProcessInfo.processInfo.environment["FOYER_ORACLE"].flatMap { Int($0) } ?? 2_400
    private static let writers = 8

    @Test(
        "failures 1 to 10 and 60 to 64: every checkpoint equals its snapshot, whoever writes what"
    )
    func everyCheckpoint() async throws {
        try await Platforms.with { store, platform in
            try await store.insert(Self.rows)
            let course = Course()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...12 {
                    let agent = number % Vandal.agents + 1
                    group.addTask {
                        var follower = Follower(store: store, agent: agentID(agent), number)
                        while !course.isOver.withLock({ $0 }) {
                            try await follower.step()
                            course.checkpoints.withLock { $0 += 1 }
                        }
                        // Nobody writes any more: one step, and everything is there.
                        try await follower.step()
                    }
                }
                try await Self.write(platform)
                course.isOver.withLock { $0 = true }
                try await group.waitForAll()
            }
            let count = course.checkpoints.withLock { $0 }
            #expect(count > 100, "too few checkpoints to mean anything")
        }
    }

    private static func write(_ platform: Platforms) async throws {
        let address = try platform.address()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    let session = PostgresSession(address, .command)
                    var vandal = Vandal(seed: UInt64(writer) &* 7_919 &+ 1)
                    for _ in 0..<transactions / writers {
                        let before = vandal
                        vandal = try await session.perform { connection in
                            var vandal = before
                            vandal.transaction(connection)
                            return vandal
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static let rows: [TableRow] =
        [.company(1)] + (1...Vandal.properties).map { .property($0) }
        + (1...Vandal.chatbots).map { .chatbot($0, property: $0 % Vandal.properties + 1) }
        + (1...Vandal.agents).map { .agent($0) }
        + (1...Vandal.agents * 2).map {
            .assignment($0, agent: $0 % Vandal.agents + 1, property: $0 % Vandal.properties + 1)
        }
        + (1...40).flatMap { number -> [TableRow] in
            [
                .visitor(number),
                .conversation(number, chatbot: number % Vandal.chatbots + 1, visitor: number),
                .message(number, conversation: number),
            ]
        }
}

/// What writers and terminals of a run know of each other.
private final class Course: Sendable {
    let isOver = Mutex(false)
    let checkpoints = Mutex(0)
}

/// A terminal that follows, is killed now and then, and is held against the database after each
/// difference.
private struct Follower {
    let store: PostgresHubStore
    let agent: AgentID
    private let now = Timestamp(microseconds: 1_795_435_200_000_000)
    private var chance: Chance
    private var terminal: Terminal
    private var position: String?
    private var scope = ""

    init(store: PostgresHubStore, agent: AgentID, _ number: Int) {
        self.store = store
        self.agent = agent
        chance = Chance(seed: UInt64(number) &* 104_729)
        terminal = Terminal(number, agent: agent)
    }

    mutating func step() async throws {
        if chance.happens(0.03) { position = nil }
        while true {
            guard let position else {
                try await copy()
                continue
            }
            if try await catchUp(since: position) { return }
            self.position = nil
        }
    }

    /// Everything in pages, each of a snapshot of its own.
    private mutating func copy() async throws {
        terminal = Terminal(1, agent: agent)
        var request = SnapshotRequest(agent: agent, now: now, limit: 3_000)
        while true {
            guard case .page(var page) = try await store.snapshotPage(request) else {
                // What left the scope meanwhile might be back before the copy is whole.
                position = nil
                return
            }
            try await store.remember(page.scope, now: now)
            if request.progress == nil {
                position = page.position
                scope = page.scope.fingerprint
            }
            page.lines.checkpoint(CheckpointLine(checkpoint: "-", more: true))
            _ = try terminal.apply(page.lines.take())
            guard let next = page.next else { return }
            request.progress = .init(place: next, scope: scope)
        }
    }

    /// The difference, and what everything adds up to in the same snapshot; false where there is
    /// none and everything must be copied.
    private mutating func catchUp(since position: String) async throws -> Bool {
        let request = DeltaRequest(
            agent: agent,
            now: now,
            position: position,
            scope: scope,
            limit: 10_000_000
        )
        let query = DigestQuery(agent: agent, now: now, position: position, scope: scope)
        let (answer, oracle) = try await store.read { connection in
            (
                try PostgresHubStore.delta(connection, request),
                try PostgresHubStore.digest(connection, query)
            )
        }
        guard case .delta(var delta) = answer, case .digest(let digests, _) = oracle else {
            return false
        }
        try await store.remember(delta.scope, now: now)
        self.position = delta.position
        scope = delta.scope.fingerprint
        delta.lines.checkpoint(CheckpointLine(checkpoint: "-", more: false))
        _ = try terminal.apply(delta.lines.take())
        let held = terminal.digest
        for (table, digest) in digests {
            #expect(held[table.rawValue] == digest, "\(table) of agent \(agent.text)")
        }
        return true
    }
}
