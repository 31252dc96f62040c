import Model
import Testing

@testable import World

@Suite("Live traffic")
struct LiveTests {
    @Test("10,000 steps keep every rule of the schema", arguments: [false, true])
    func integrity(recreates: Bool) {
        let plan = Plans.small(months: 1)
        var ledger = Ledger()
        for row in History(plan) { ledger.insert(row) }
        let before = ledger.rows(.message).count
        var live = LiveTraffic(plan, pace: LivePace(recreatesChatbots: recreates))
        for step in 0..<10_000 {
            for change in live.next().changes { ledger.apply(change) }
            guard ledger.faults.isEmpty else {
                Issue.record("step \(step): \(ledger.faults.prefix(3))")
                return
            }
        }
        if !recreates { #expect(ledger.rows(.message).count > before + 5_000) }
        #expect(live.sessions.count < 60)
    }

    @Test("the same plan goes on in the same way")
    func sameSeed() {
        var one = LiveTraffic(Plans.small())
        var two = LiveTraffic(Plans.small())
        for _ in 0..<500 {
            let (left, right) = (one.next(), two.next())
            #expect(left.after == right.after && left.changes == right.changes)
        }
    }

    @Test("by day something happens every few seconds, and time never goes back")
    func pace() {
        var live = LiveTraffic(Plans.office())
        var last = live.now
        var lines = 0
        var seconds = 0.0
        for _ in 0..<3_000 {
            let step = live.next()
            #expect(step.after >= .zero && !step.changes.isEmpty && live.now >= last)
            #expect(live.now.since(last) == step.after)
            last = live.now
            guard live.now.since(Plans.now) < .seconds(2 * 3_600) else { break }
            seconds += Double(step.after.microseconds) / 1_000_000
            lines += 1
        }
        #expect((3.0...8.0).contains(seconds / Double(lines)), "\(seconds / Double(lines))")
    }

    @Test("several type at once, people book, ask, leave their names, and colleagues answer")
    func alive() {
        var live = LiveTraffic(Plans.office())
        var most = 0
        var inserted: Set<Table> = []
        var updated: Set<Table> = []
        for _ in 0..<2_000 {
            for change in live.next().changes {
                switch change {
                case .insert(let row): inserted.insert(row.table)
                case .update(let table, _, _): updated.insert(table)
                case .delete: Issue.record("a demo deletes nothing")
                }
            }
            most = max(most, live.sessions.count)
        }
        #expect(most >= 4)
        #expect(
            inserted.isSuperset(of: [
                .user, .conversation, .message, .leadNotification, .amplitudeAnalytics, .tours,
                .tasks, .emailDrafts, .propertyManagerAssignment,
            ])
        )
        #expect(
            updated.isSuperset(of: [
                .user, .conversation, .leadNotification, .amplitudeAnalytics, .tasks, .tours,
                .propertyManagerAssignment,
            ])
        )
    }
}
