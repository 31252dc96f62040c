import Model
import Screen
import Testing

@testable import Desk

/// What the hub refused: shown with its reason, sent again, edited or dropped.
struct AttentionTests {
    @Test("what was refused is shown with its reason, and sent again or dropped by two keys")
    func attention() {
        var station = Station()
        let intent = Intent.logActivity(
            LogActivity(
                conversation: ConversationID(high: 1, low: 1),
                activity: .note,
                note: "prefers the third floor"
            )
        )
        let id = MutationID(high: 7, low: 7)
        station.office.attention = [
            AttentionRow(
                id: id,
                madeAt: Office.now,
                intent: intent,
                refusal: Refusal(.readOnly),
                standing: nil
            )
        ]
        station.send(.outboxChanged(OutboxSummary(attention: 1)))
        #expect(station.screen.contains("! 1"))
        station.press("7")
        #expect(station.screen.contains("prefers the third floor"))
        #expect(station.screen.contains("You may read here, and not write."))
        station.forget()
        station.press("r")
        #expect(station.effects == [.settle(id, again: intent)])
        station.forget()
        station.press("D")
        #expect(station.effects.isEmpty, "it is asked first")
        station.press("djD")
        #expect(station.effects.isEmpty, "another key says no")
        station.press("dD")
        #expect(station.effects == [.settle(id, again: nil)])
        station.press("<Esc>")
        #expect(station.desk.mode == .panes)
    }

    @Test("a refused write that is edited stays until the new one is kept, whatever comes between")
    func editRefused() throws {
        var station = Station()
        let lead = try #require(station.desk.leads.rows.first)
        let intent = Intent.bookTour(
            BookTour(
                property: lead.property,
                conversation: nil,
                manager: nil,
                prospect: Prospect(name: "Sam Kim", email: "sam@mail.example", phone: "5"),
                start: Office.now.advanced(by: .seconds(86_400)),
                minutes: 75,
                type: .virtual,
                unit: "312"
            )
        )
        let id = MutationID(high: 7, low: 7)
        station.office.attention = [
            AttentionRow(
                id: id,
                madeAt: Office.now,
                intent: intent,
                refusal: Refusal(.slot),
                standing: nil
            )
        ]
        station.press("7")
        station.forget()
        station.press("e")
        #expect(!station.effects.contains(.settle(id, again: nil)))
        station.press("<Esc>")
        #expect(!station.effects.contains(.settle(id, again: nil)), "Esc loses nothing")
        station.press("7e<Ctrl-s>")
        let again = try #require(station.writes.last)
        guard case .bookTour(let rule) = again else { return }
        #expect(rule.prospect == Prospect(name: "Sam Kim", email: "sam@mail.example", phone: "5"))
        #expect(rule.minutes == 75 && rule.type == .virtual && rule.unit == "312")
        #expect(rule.manager == nil)
        #expect(rule.start == Office.now.advanced(by: .seconds(86_400)).wholeMinute)
        station.forget()
        station.send(.written(again))
        #expect(station.effects.contains(.settle(id, again: nil)))
    }
}

extension Timestamp {
    /// The minute it is in, as a person types it.
    fileprivate var wholeMinute: Timestamp {
        Timestamp(microseconds: microseconds - microseconds % 60_000_000)
    }
}
