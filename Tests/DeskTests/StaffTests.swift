import Model
import Testing

@testable import Desk

/// Keys that say how a property is run, and by whom.
struct StaffTests {
    @Test("a property's settings say what holds without them, and take numbers alone")
    func settings() {
        var station = Station.withColleagues()
        station.press("O")
        #expect(station.screen.contains("America/Los_Angeles, by the address"))
        #expect(station.desk.form?.text("pause") == "15")
        station.press("America/Denver<Tab><Ctrl-u>")
        station.press("soon<Ctrl-s>")
        #expect(station.writes.isEmpty)
        #expect(station.screen.contains("The pause is a number of minutes"))
        station.press("<Ctrl-u>")
        station.press("30<Ctrl-s>")
        #expect(
            station.writes == [
                .setPropertySettings(
                    SetPropertySettings(
                        property: Office.property,
                        zone: "America/Denver",
                        bufferMinutes: 30,
                        noticeMinutes: nil
                    )
                )
            ]
        )
    }

    @Test("of several properties one is chosen first, the one at hand before all")
    func severalProperties() {
        var office = Office.northgate(properties: 2)
        office.agents = [Office.luisOrtiz]
        var station = Station(office)
        station.press("O")
        #expect(station.screen.contains("Which property?"))
        station.press("<Enter>")
        guard case .office(.settings(let page))? = station.desk.form?.purpose else {
            Issue.record("no settings: \(station.screen)")
            return
        }
        #expect(page.property == Office.property)
    }

    @Test("somebody is assigned to a property, and an assignment is ended")
    func assignments() {
        var station = Station.withColleagues()
        station.press("w")
        #expect(station.screen.contains("from 2026-01-01 · primary"))
        station.press("<Enter><Right><Tab><Ctrl-u>")
        station.press("12/1<Ctrl-s>")
        #expect(
            station.writes == [
                .assignManager(
                    AssignManager(
                        property: Office.property,
                        manager: Office.priyaRao.id,
                        from: "2026-12-01"
                    )
                )
            ]
        )
        station.send(.written(station.writes[0]))
        station.forget()
        station.press("w<Down><Enter><Ctrl-s>")
        #expect(
            station.writes == [
                .endAssignment(
                    EndAssignment(
                        assignment: AssignmentID(high: 3, low: 1),
                        lastDay: "2026-11-23"
                    )
                )
            ]
        )
    }

    @Test("a tour is booked for any agent of the property")
    func anyAgent() {
        var station = Station.withColleagues()
        station.press("jt")
        station.press("fri 3pm<Tab><Tab><Tab><Tab><Right><Right>")
        #expect(station.desk.form?.text("agent") == "Luis Ortiz")
        station.press("<Ctrl-s>")
        guard case .bookTour(let rule)? = station.writes.first else {
            Issue.record("nothing was booked: \(station.screen)")
            return
        }
        #expect(rule.manager == Office.luisOrtiz.id)
    }
}
