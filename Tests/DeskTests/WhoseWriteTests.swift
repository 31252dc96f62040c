import Model
import Testing

@testable import Desk

/// A key that writes is about what the agent saw when it was pressed, whatever comes meanwhile.
struct WhoseWriteTests {
    /// Somebody who has just come, and waits longer than anybody.
    private func newcomer() -> LeadRow {
        var lead = Office.lead(777, name: "Newt Comer")
        lead.waitingSince = Office.ago(90)
        return lead
    }

    @Test("a form says whose it is also when the list behind it shows others")
    func name() throws {
        var station = Station()
        let lead = try #require(station.desk.leads.rows.first)
        station.press("e")
        #expect(station.screen.contains("\(lead.displayName) ━┓"))
        station.office.leads.removeAll { $0.id == lead.id }
        station.send(.replicaChanged)
        #expect(station.desk.leads.selected?.id != lead.id)
        #expect(station.screen.contains("\(lead.displayName) ━┓"))
        station.press("hi<Ctrl-s>")
        #expect(
            station.writes == [
                .logActivity(LogActivity(conversation: lead.id, activity: .note, note: "hi"))
            ]
        )
    }

    @Test("while one writes about the first of the list, who comes to its top is not selected")
    func selection() throws {
        var station = Station()
        let lead = try #require(station.desk.leads.selected)
        station.press("e")
        station.office.leads.insert(newcomer(), at: 0)
        station.send(.replicaChanged)
        station.press("<Esc>")
        #expect(station.desk.leads.selected?.id == lead.id)
    }

    @Test("what was typed to narrow a list narrows it before a key writes about its first row")
    func behind() throws {
        for (keys, key) in [("1/jordan<Enter>", "c"), ("3/parking<Enter>", "x")] {
            var station = Station()
            station.isAnswering = false
            station.forget()
            station.press(keys)
            station.press(key)
            #expect(station.writes.isEmpty, "\(key)")
            #expect(station.screen.contains("The list is still being read; press it again."))
            station.isAnswering = true
            for request in station.requests {
                station.send(.pageArrived(station.office.answer(request)))
            }
            station.press(key)
            #expect(station.writes.count == 1, "\(key)")
        }
    }
}
