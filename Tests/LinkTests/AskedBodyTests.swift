import Link
import Model
import Sync
import Synchronization
import Testing
import Wire

/// What a driver keeps of a fetch until its answer comes.
struct AskedBodyTests {
    @Test("a body comes with what was decided when it was asked for, not when it came")
    func asked() async throws {
        let replica = CountingReplica()
        let driver = SyncDriver(
            transport: DecidingHub(replica: replica),
            replica: replica,
            clock: .continuous,
            seed: 1,
            now: { Timestamp(microseconds: 0) },
            tell: { _ in }
        )
        await driver.start()
        var applied = replica.applied.makeAsyncIterator()
        #expect(await applied.next() == 3)
        #expect(await applied.next() == 4)
        await driver.stop()
    }
}

/// A replica that knows how many writes were decided on, and tells with what a body comes.
private final class CountingReplica: SyncedReplica {
    let applied: AsyncStream<Int64>
    private let told: AsyncStream<Int64>.Continuation
    private let count = Mutex<Int64>(3)

    init() {
        (applied, told) = AsyncStream.makeStream()
    }

    func decideOne() { count.withLock { $0 += 1 } }

    func decided() -> Int64 { count.withLock { $0 } }

    func standing() async throws(ApplyTrouble) -> ReplicaStanding {
        ReplicaStanding(live: "0", building: nil)
    }

    func perform(_ job: ReplicaJob, body: AskedBody?) async throws(ApplyTrouble) -> AppliedJob {
        if let body { told.yield(body.decided) }
        return .delta(changed: true)
    }
}

/// A hub that decides on a write before each of two answers, and then has no more to say.
private struct DecidingHub: ChangeTransport {
    let replica: CountingReplica

    func changes(since cursor: String?, waitSeconds: Int) async -> FetchAnswer {
        guard let number = cursor.flatMap({ Int64($0) }), number < 2 else {
            // Ends with the task.
            let endless = AsyncStream<Void>.makeStream()
            for await _ in endless.stream {}
            return .failure(.unreachable)
        }
        replica.decideOne()
        let next = CheckpointLine(checkpoint: "\(number + 1)", more: false, acked: 3)
        let begin = BeginLine(snapshot: false)
        var lines = LineWriter()
        lines.begin(begin)
        lines.checkpoint(next)
        return .body(FetchedBody(bytes: lines.take(), begin: begin, checkpoint: next))
    }
}
