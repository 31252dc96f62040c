import Foundation
import Hub
import Model
import PostgresServer
import Synchronization
import Testing
import Wire

@testable import HubPostgres

/// Many who write anything, terminals that come and go, and a server that is ended, killed and
/// restored between: whatever a terminal is told at a checkpoint is what a query in the same
/// snapshot says.
///
/// `FOYER_ORACLE=100000` makes it so many transactions.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"))
struct OracleTests {
    private static let transactions =
        ProcessInfo.processInfo.environment["FOYER_ORACLE"].flatMap { Int($0) } ?? 2_400
    private static let writers = 8

    @Test(
        """
        failures 1 to 10, 15, 16, 22 and 60 to 64: every checkpoint equals its snapshot, whoever \
        writes what and whatever becomes of the server
        """
    )
    func everyCheckpoint() async throws {
        // What is done to it must not be done to the server of other suites.
        let server = try PostgresServer()
        defer { server.stop() }
        let platform = Platforms(server: server, name: try server.makeDatabase())
        let store = try await PostgresHubStore.migrated(platform.address())
        try await store.insert(Self.rows)
        let course = Course(server)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...12 {
                let agent = number % Vandal.agents + 1
                group.addTask {
                    var follower = Follower(store: store, agent: agentID(agent), number)
                    while !course.isOver.withLock({ $0 }) {
                        try await course.surviving(&follower) { try await $0.step() }
                        course.checkpoints.withLock { $0 += 1 }
                    }
                    // Nobody writes any more: one step, and everything is there.
                    try await follower.step()
                }
            }
            try await Self.write(platform, course)
            course.isOver.withLock { $0 = true }
            try await group.waitForAll()
        }
        let count = course.checkpoints.withLock { $0 }
        #expect(count > 100, "too few checkpoints to mean anything")
        let happened = course.happened.withLock { $0 }
        #expect(happened == Mishap.allCases.count, "not everything has happened")
    }

    private static func write(_ platform: Platforms, _ course: Course) async throws {
        let address = try platform.address()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    let session = PostgresSession(address, .command)
                    var vandal = Vandal(seed: UInt64(writer) &* 7_919 &+ 1)
                    for _ in 0..<transactions / writers {
                        try await course.surviving(&vandal) { vandal in
                            let before = vandal
                            vandal = try await session.perform { connection in
                                var vandal = before
                                vandal.transaction(connection)
                                return vandal
                            }
                        }
                        try await course.wrote(one: transactions)
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

/// What is done to the server in the course of a run, in order.
private enum Mishap: CaseIterable {
    case endedFast, killed, backedUp, killedAgain, restored, killedOnceMore
}

/// What writers and terminals of a run know of each other.
private final class Course: Sendable {
    let isOver = Mutex(false)
    let checkpoints = Mutex(0)
    /// How many of the mishaps there were.
    let happened = Mutex(0)
    private let written = Mutex(0)
    private let server: PostgresServer
    /// Held by whoever ends the server, so that the others know when it is back.
    private let gate = Gate()

    init(_ server: PostgresServer) {
        self.server = server
    }

    /// Counts a transaction; at even distances, who counts lets the next mishap happen.
    func wrote(one total: Int) async throws {
        let isDue = written.withLock { written in
            written += 1
            return written % (total / (Mishap.allCases.count + 1)) == 0
        }
        guard isDue else { return }
        await gate.close()
        do {
            try mishap()
        } catch {
            await gate.open()
            throw error
        }
        await gate.open()
    }

    private func mishap() throws {
        let number = happened.withLock { happened in
            defer { happened += 1 }
            return happened
        }
        guard number < Mishap.allCases.count else {
            happened.withLock { $0 -= 1 }
            return
        }
        switch Mishap.allCases[number] {
        case .endedFast: try server.restart(.fast)
        case .killed, .killedAgain, .killedOnceMore: try server.restart(.immediate)
        case .backedUp: try server.backUp()
        case .restored: try server.restore()
        }
    }

    /// Does something again that failed since the server went away; any other failure is one.
    func surviving<Value>(
        _ value: inout Value,
        _ body: (inout Value) async throws -> Void
    ) async throws {
        for _ in 0..<Self.attempts {
            let before = value
            let mishaps = await gate.passed()
            do {
                return try await body(&value)
            } catch {
                guard await gate.hasClosed(since: mishaps) else { throw error }
                value = before
            }
        }
        throw ServerTrouble("the server never came back")
    }

    /// Mishaps that one and the same thing may be in the middle of.
    private static let attempts = 20
}

/// Lets everybody through but while it is closed.
private actor Gate {
    private var isClosed = false
    private var closings = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Waits while another keeps it closed.
    func close() async {
        while isClosed { await withCheckedContinuation { waiting.append($0) } }
        isClosed = true
        closings += 1
    }

    func open() {
        isClosed = false
        for waiter in waiting { waiter.resume() }
        waiting = []
    }

    /// Waits until it is open; returns how often it was closed before.
    func passed() async -> Int {
        while isClosed { await withCheckedContinuation { waiting.append($0) } }
        return closings
    }

    func hasClosed(since count: Int) -> Bool { closings != count }
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
