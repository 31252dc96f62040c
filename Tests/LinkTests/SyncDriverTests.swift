import Model
import Sync
import Synchronization
import Testing
import Wire

@testable import Link

/// What a driver of syncing keeps, and when it is over.
struct SyncDriverTests {
    @Test("an answer that says nothing new is not kept", .timeLimit(.minutes(1)))
    func quiet() async throws {
        let hub = ScriptedHub(answers: 8, isEmpty: true)
        let driver = Self.driver(hub, StillReplica())
        await driver.start()
        await hub.untilAsked(9)
        #expect(await driver.bodies.isEmpty)
        await driver.stop()
    }

    @Test("what ends after it was stopped begins nothing new", .timeLimit(.minutes(1)))
    func stopped() async throws {
        let hub = ScriptedHub(answers: 1, isEmpty: false)
        let replica = StillReplica()
        let driver = Self.driver(hub, replica)
        await driver.start()
        await replica.untilApplying()
        async let stopping: Void = driver.stop()
        while await !driver.isStopped { await Task.yield() }
        replica.goOn()
        await stopping
        #expect(hub.asked == 1, "it asks for no more")
    }

    private static func driver(
        _ hub: ScriptedHub,
        _ replica: StillReplica
    ) -> SyncDriver<ContinuousClock> {
        SyncDriver(
            transport: hub,
            replica: replica,
            clock: .continuous,
            seed: 1,
            now: { Timestamp(microseconds: 0) },
            tell: { _ in }
        )
    }
}

/// A replica that waits with each difference until it is told to go on.
private final class StillReplica: SyncedReplica {
    private let applying = AsyncStream<Void>.makeStream()
    private let gate = AsyncStream<Void>.makeStream()

    func untilApplying() async { for await _ in applying.stream { return } }

    func goOn() { gate.continuation.yield() }

    func decided() -> Int64 { 0 }

    func standing() async throws(ApplyTrouble) -> ReplicaStanding {
        ReplicaStanding(live: "0", building: nil)
    }

    func perform(_ job: ReplicaJob, body: AskedBody?) async throws(ApplyTrouble) -> AppliedJob {
        applying.continuation.yield()
        for await _ in gate.stream { break }
        return .delta(changed: true)
    }
}

/// A hub that gives so many differences and then has no more to say.
private final class ScriptedHub: ChangeTransport {
    private let answers: Int
    private let isEmpty: Bool
    private let count = Mutex(0)

    init(answers: Int, isEmpty: Bool) {
        self.answers = answers
        self.isEmpty = isEmpty
    }

    var asked: Int { count.withLock { $0 } }

    func untilAsked(_ number: Int) async {
        while asked < number { await Task.yield() }
    }

    func changes(since cursor: String?, waitSeconds: Int) async -> FetchAnswer {
        let number = count.withLock { count in
            count += 1
            return count
        }
        guard number <= answers else {
            let endless = AsyncStream<Void>.makeStream()
            for await _ in endless.stream {}
            return .failure(.unreachable)
        }
        return .body(Self.body(cursor: isEmpty ? "0" : "\(number)"))
    }

    private static func body(cursor: String) -> FetchedBody {
        let begin = BeginLine(snapshot: false)
        let next = CheckpointLine(checkpoint: cursor, more: false)
        var lines = LineWriter()
        lines.begin(begin)
        lines.checkpoint(next)
        return FetchedBody(bytes: lines.take(), begin: begin, checkpoint: next)
    }
}
