import Model
import Screen
import Testing

@testable import Desk

/// How somebody new is announced.
struct AnnouncingTests {
    private func arrive(_ station: inout Station) {
        station.office.leads.insert(Office.waitingLead(600), at: 0)
        station.office.overview.waiting += 1
        station.send(.replicaChanged)
    }

    @Test("somebody new rings the bell and marks their row until a key is pressed")
    func bell() {
        var station = Station()
        arrive(&station)
        #expect(station.effects == [.bell])
        let new = Office.waitingLead(600).id
        #expect(station.desk.leads.fresh == [new])
        #expect(station.screen.contains("⚑ New 600"))
        station.press("j")
        #expect(station.desk.leads.fresh.isEmpty)
        arrive(&station)
        station.send(.minuteTurned(now: Office.now.advanced(by: .seconds(60))))
        #expect(station.desk.leads.fresh.isEmpty)
    }

    @Test("only an unfocused window gets a notification, without a word of the visitor's")
    func notification() {
        var station = Station()
        station.send(.input(.focus(false)))
        arrive(&station)
        #expect(station.effects == [.bell, .notify("A lead waits for a person.")])
        station.forget()
        station.send(.input(.focus(true)))
        station.office.leads.insert(Office.waitingLead(601), at: 0)
        station.office.overview.waiting += 1
        station.send(.replicaChanged)
        #expect(station.effects == [.bell])
    }

    @Test("who comes as another is answered is announced too, and nobody twice")
    func exchange() {
        var station = Station()
        station.office.leads[0].waitingSince = nil
        var new = Office.waitingLead(600)
        // A minute ago: after everybody who waited before.
        new.waitingSince = Office.waitingLead(1).waitingSince
        station.office.leads.insert(new, at: 0)
        station.send(.replicaChanged)
        #expect(station.effects == [.bell])
        station.forget()
        station.send(.replicaChanged)
        #expect(station.effects == [])
    }

    @Test("each way can be switched off")
    func off() {
        var options = DeskOptions()
        options.rings = false
        options.flashes = false
        options.notifies = false
        var station = Station(options: options)
        station.send(.input(.focus(false)))
        arrive(&station)
        #expect(station.effects == [])
        #expect(station.desk.leads.fresh.isEmpty)
    }

    @Test("nobody is new while a first copy arrives or the desk catches up")
    func notLive() {
        var station = Station(freshness: .catchingUp)
        arrive(&station)
        #expect(station.effects == [])
        #expect(station.desk.leads.fresh.isEmpty)
    }
}
