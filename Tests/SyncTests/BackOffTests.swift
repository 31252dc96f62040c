import Sync
import Testing

struct BackOffTests {
    @Test("no wait is shorter than what the hub asked for, and they grow all the same")
    func asked() {
        var longest = Duration.zero
        for seed in 0..<20 {
            var backOff = BackOff(seed: UInt64(seed))
            for _ in 0..<12 {
                let wait = backOff.next(atLeast: .seconds(2))
                #expect(wait >= .seconds(2) && wait <= .seconds(60))
                longest = max(longest, wait)
            }
        }
        #expect(longest > .seconds(30), "a hub that is away for hours is asked less and less often")
    }

    @Test("what went well lets the next trouble start from the beginning")
    func reset() {
        var backOff = BackOff(seed: 1)
        for _ in 0..<12 { _ = backOff.next() }
        backOff.reset()
        #expect(backOff.next() <= .seconds(1))
    }
}
