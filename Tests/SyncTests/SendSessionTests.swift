import Sync
import Testing

struct SendSessionTests {
    private func session() -> SendSession { SendSession(backOff: BackOff(seed: 1)) }

    @Test("one batch is under way at a time, and what comes meanwhile goes out behind it")
    func oneAtATime() {
        var session = session()
        #expect(session.handle(.stirred) == [.send])
        #expect(session.handle(.stirred) == [])
        #expect(session.handle(.decided(3, isMore: false)) == [.fetchNow, .send])
        #expect(session.handle(.nothingWaits) == [])
        #expect(session.handle(.stirred) == [.send])
    }

    @Test("a long outbox goes out batch by batch; only after the last is the hub asked for changes")
    func batches() {
        var session = session()
        #expect(session.handle(.stirred) == [.send])
        for _ in 0..<5 {
            #expect(session.handle(.decided(200, isMore: true)) == [.send])
        }
        #expect(session.handle(.decided(7, isMore: false)) == [.fetchNow])
    }

    @Test("trouble waits longer each time, and starts from the beginning once something went well")
    func trouble() throws {
        var session = session()
        _ = session.handle(.stirred)
        for failure in [FetchFailure.unreachable, .untrusted, .hubFault, .notAHub] {
            let actions = session.handle(.failed(failure))
            guard case .startTimer(let timer, let pause)? = actions.first else {
                Issue.record("no pause after \(failure)")
                return
            }
            #expect(actions.count == 1 && pause > .zero)
            #expect(session.handle(.stirred) == [], "a pause is not cut short by a new write")
            #expect(session.handle(.timerFired(timer)) == [.send])
        }
        #expect(session.handle(.decided(1, isMore: false)) == [.fetchNow])
    }

    @Test("a hub that decides on nothing is not asked in a loop")
    func noLoop() {
        var session = session()
        _ = session.handle(.stirred)
        let actions = session.handle(.decided(0, isMore: true))
        guard case .startTimer? = actions.first else {
            Issue.record("no pause: \(actions)")
            return
        }
    }

    @Test("a pause that the agent cut short does not cut short the next one when it is over")
    func staleTimer() throws {
        var session = session()
        var timers: [TimerNumber] = []
        for event in [SendSession.Event.stirred, .agentAsked] {
            #expect(session.handle(event) == [.send])
            if case .startTimer(let timer, _)? = session.handle(.failed(.unreachable)).first {
                timers.append(timer)
            }
        }
        try #require(timers.count == 2)
        #expect(session.handle(.timerFired(timers[0])) == [])
        #expect(session.handle(.timerFired(timers[1])) == [.send])
    }

    @Test("a device that the hub knows no more sends nothing until the agent asks")
    func refused() {
        var session = session()
        _ = session.handle(.stirred)
        #expect(session.handle(.failed(.revoked)) == [])
        #expect(session.handle(.stirred) == [])
        #expect(session.handle(.agentAsked) == [.send])
    }
}
