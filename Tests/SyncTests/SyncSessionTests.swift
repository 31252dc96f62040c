import Model
import Sync
import Testing

@Suite struct SyncSessionTests {
    @Test("a first copy fetches the next page while one is applied, and never a third")
    func pipeline() {
        var desk = Script()
        #expect(desk.start(.empty).contains(.apply(.beginGeneration)))
        #expect(desk.fetches == [nil])
        desk.did(.generationBegun)
        desk.answer(.page(next: "p1", rows: 100))
        #expect(desk.fetches == [nil, "p1"])
        desk.answer(.page(next: "p2", rows: nil))
        #expect(desk.fetches == [nil, "p1"], "a body waits: nothing more is fetched")
        desk.did(.page(rows: 40))
        #expect(desk.fetches == [nil, "p1", "p2"])
        #expect(desk.freshness == .firstSync(SyncProgress(rows: 40, total: 100)))
        desk.did(.page(rows: 80))
        let last = desk.answer(.delta(next: "d", isEmpty: true))
        let number = desk.lastAnswered
        #expect(last == [.apply(.finishLoading), .apply(.settle(number)), .apply(.promote)])
        desk.did(.loadingFinished)
        desk.did(.settled)
        #expect(desk.did(.promoted).contains(.replicaChanged))
        #expect(desk.freshness == .live)
        #expect(desk.fetches.last == "d")
        #expect(desk.waits.last == 25)
    }

    @Test("what is shown stays until a refetch is whole")
    func refetch() {
        var desk = Script.live()
        let actions = desk.answer(.failed(.cursorGone))
        #expect(actions.contains(.apply(.beginGeneration)))
        #expect(!actions.contains(.replicaChanged))
        #expect(desk.freshness == .refetching(SyncProgress(rows: 0, total: nil)))
        desk.did(.generationBegun)
        desk.answer(.page(next: "p", rows: 9))
        #expect(!desk.did(.page(rows: 5)).contains(.replicaChanged))
    }

    @Test("a hub that keeps sending us away is not asked in a loop")
    func notInALoop() {
        var desk = Script.live()
        desk.answer(.failed(.cursorGone))
        desk.did(.generationBegun)
        for _ in 0..<50 {
            let before = desk.fetches.count
            desk.answer(.failed(.cursorGone))
            desk.did(.generationBegun)
            #expect(desk.fetches.count == before, "only a timer may go on")
            desk.fireTimer()
        }
        #expect(desk.delays.suffix(20).allSatisfy { $0 >= .seconds(6) })
    }

    @Test("failure 32: back-off grows, never exceeds a minute, and begins anew after success")
    func backOff() {
        var desk = Script.live()
        for _ in 0..<20 {
            desk.answer(.failed(.unreachable))
            desk.fireTimer()
        }
        #expect(desk.delays.allSatisfy { $0 <= .seconds(60) })
        #expect(desk.delays.suffix(8).reduce(.zero, +) > .seconds(60))
        desk.answer(.delta(next: "n", isEmpty: true))
        desk.did(.delta(changed: false))
        desk.answer(.failed(.unreachable))
        #expect((desk.delays.last ?? .zero) <= .seconds(1))
    }

    @Test("changes without end are fetched no oftener than every 25 ms, and the header stays live")
    func pace() {
        var desk = Script.live()
        desk.answer(.delta(next: "a", isEmpty: false), after: .milliseconds(5))
        let before = desk.fetches.count
        #expect(!desk.did(.delta(changed: true), after: .milliseconds(5)).isEmpty)
        #expect(desk.fetches.count == before, "the last began 10 ms ago")
        #expect(desk.delays.last == .milliseconds(15))
        #expect(desk.freshness == .live)
        desk.fireTimer()
        #expect(desk.fetches.last == "a")
        #expect(desk.waits.last == 25, "it waits at the hub for what comes next")
        desk.answer(.delta(next: "b", isEmpty: false), after: .milliseconds(20))
        desk.did(.delta(changed: true), after: .milliseconds(10))
        #expect(desk.fetches.last == "b", "the last began 30 ms ago")
    }

    @Test("where a difference takes long, the next one waits, but half a second at most")
    func rest() {
        var desk = Script.live()
        for (applying, pause) in [(40, 80), (300, 500), (5_000, 500)] {
            desk.answer(.delta(next: "a\(applying)", isEmpty: false))
            let before = desk.fetches.count
            desk.did(.delta(changed: true), after: .milliseconds(applying))
            #expect(desk.fetches.count == before)
            #expect(desk.delays.last == .milliseconds(pause))
            desk.fireTimer()
            #expect(desk.fetches.count == before + 1)
        }
        desk.answer(.delta(next: "b", isEmpty: false))
        let before = desk.fetches.count
        desk.did(.delta(changed: true), after: .milliseconds(300))
        desk.send(.agentAsked)
        #expect(desk.fetches.count == before + 1, "who asks does not wait")
    }

    @Test("a clock that is set back does not hold up the next fetch")
    func paceWithoutClock() {
        var desk = Script.live()
        desk.answer(.delta(next: "a", isEmpty: false))
        desk.did(.delta(changed: true), after: .seconds(-3_600))
        #expect(desk.fetches.last == "a")
    }

    @Test("failure 32: a busy hub is left alone for as long as it asks")
    func busy() {
        var desk = Script.live()
        desk.answer(.failed(.busy(retryAfter: .seconds(30))))
        #expect((desk.delays.last ?? .zero) >= .seconds(30))
        #expect((desk.delays.last ?? .zero) <= .seconds(31))
    }

    @Test("the agent's wish ends a pause at once, and a late timer is ignored")
    func wish() {
        var desk = Script.live()
        desk.answer(.failed(.unreachable))
        let before = desk.fetches.count
        desk.send(.agentAsked)
        #expect(desk.fetches.count == before + 1)
        desk.fireTimer()
        #expect(desk.fetches.count == before + 1)
    }

    @Test("failure 33: the agent's wish breaks a long poll that may hang on a dead connection")
    func deadConnection() {
        var desk = Script.live()
        let actions = desk.send(.agentAsked)
        #expect(actions.contains { if case .cancelFetch = $0 { true } else { false } })
        #expect(desk.waits.last == 0)
    }

    @Test("failure 30: an answer to a fetch that was given up is not taken")
    func staleAnswer() {
        var desk = Script.live()
        let stale = desk.awaited
        desk.send(.agentAsked)
        #expect(desk.send(.answered(stale, .delta(next: "old", isEmpty: false))).isEmpty)
    }

    @Test("a revoked terminal erases what it has and asks no more")
    func revoked() {
        var desk = Script.live()
        let actions = desk.answer(.failed(.revoked))
        #expect(actions.contains(.apply(.erase)))
        #expect(desk.freshness == .refused(.revoked))
        #expect(!actions.contains { if case .startTimer = $0 { true } else { false } })
        #expect(desk.did(.erased) == [.replicaChanged])
    }

    @Test("a full disk is said, and the files are looked at again before anything else")
    func fullDisk() {
        var desk = Script.live()
        desk.answer(.delta(next: "n", isEmpty: false))
        let heard = desk.now
        let actions = desk.send(.applyFailed(.storage))
        #expect(actions.contains { if case .startTimer = $0 { true } else { false } })
        #expect(desk.freshness == .offline(since: heard, reason: .localStorage))
        #expect(desk.fireTimer() == [.inspect])
    }

    @Test("a damaged replica is fetched anew at once")
    func damaged() {
        var desk = Script.live()
        desk.answer(.delta(next: "n", isEmpty: false))
        #expect(desk.send(.applyFailed(.damaged)).contains(.apply(.beginGeneration)))
        #expect(desk.freshness == .firstSync(SyncProgress(rows: 0, total: nil)))
    }

    @Test("bodies that cannot be applied three times in a row lead to a new copy, not to a loop")
    func poisonedBody() {
        var desk = Script.live()
        var begun = 0
        for _ in 0..<3 {
            desk.answer(.delta(next: "n", isEmpty: false))
            let actions = desk.send(.applyFailed(.body))
            begun += actions.filter { $0 == .apply(.beginGeneration) }.count
            if begun == 0 {
                #expect(desk.fireTimer() == [.inspect])
                desk.start(ReplicaStanding(live: "c", building: nil))
            }
        }
        #expect(begun == 1)
    }

    @Test("a copy that was interrupted goes on where it stopped")
    func resume() {
        var desk = Script()
        let standing = BuildingStanding(
            cursor: "p7",
            progress: SyncProgress(rows: 700, total: 900)
        )
        desk.start(ReplicaStanding(live: nil, building: standing))
        #expect(desk.fetches == ["p7"])
        #expect(desk.freshness == .firstSync(SyncProgress(rows: 700, total: 900)))
    }

    @Test("no order of events makes two fetches at once or forgets to go on")
    func random() {
        for seed in 0..<300 as Range<UInt64> {
            var chance = Chance(seed: seed)
            var desk = Script()
            desk.start(.empty)
            for step in 0..<200 {
                desk.randomStep(&chance)
                #expect(desk.awaitedCount <= 1, "seed \(seed), step \(step)")
                #expect(
                    desk.isGoingOn,
                    "seed \(seed), step \(step): nothing would ever happen again"
                )
            }
        }
    }
}
