import Model
import Screen
import Testing

@testable import Desk

@Suite("A tour in the hand")
struct GrabTests {
    /// A desk zoomed on the calendar, with a tour to come selected.
    private func station(_ number: UInt64 = 4, _ office: Office = .northgate()) -> Station {
        var station = Station(office)
        station.press("4z")
        station.desk.tours.select(.tour(TourID(high: 5, low: number)), rows: 10)
        station.forget()
        return station
    }

    private func moves(_ station: Station) -> [MoveTour] {
        station.effects.compactMap { effect in
            if case .write(.moveTour(let rule)) = effect { rule } else { nil }
        }
    }

    private func local(_ station: Station) -> String? { station.desk.grab?.localStart.text }

    @Test("g takes it, arrows move it by 15 minutes, an hour and a day, Enter drops it")
    func drop() throws {
        var station = station()
        station.press("g")
        #expect(station.desk.place == .grab)
        let steps = [
            ("j", "2026-11-25T10:15:00"), ("<Down>", "2026-11-25T10:30:00"),
            ("<Up>", "2026-11-25T10:15:00"), ("J", "2026-11-25T11:15:00"),
            ("K", "2026-11-25T10:15:00"), ("h", "2026-11-24T10:15:00"),
            ("<Right>", "2026-11-25T10:15:00"),
        ]
        for (keys, time) in steps {
            station.press(keys)
            #expect(local(station) == time, "after \(keys)")
        }
        #expect(station.screen.contains("Wed 25 Nov, 10:15–10:45 PST"))
        #expect(station.screen.contains("✓ free"))
        let tour = try #require(station.desk.grab?.tour)
        let start = try #require(station.desk.grab?.start)
        station.press("<Enter>")
        let wanted = MoveTour(tour: tour.id, seenStart: tour.start, start: start)
        #expect(moves(station) == [wanted])
        station.press("jj<Enter>")
        #expect(moves(station).count == 1, "what is on its way is not moved on")
        station.send(.written(.moveTour(wanted)))
        #expect(station.desk.mode == .panes)
        #expect(station.screen.contains("Done: move a tour."))
    }

    @Test("Esc lets it go, and nothing is written; dropped where it was, nothing either")
    func letGo() {
        var station = station()
        station.press("gjjl<Esc>")
        #expect(station.desk.mode == .panes && station.effects.isEmpty)
        #expect(station.desk.tours.selectedTour == TourID(high: 5, low: 4))
        station.press("gjk<Enter>")
        #expect(station.desk.mode == .panes && station.effects.isEmpty)
        #expect(station.screen.contains("It stays where it is."))
    }

    @Test("what stands in the way is said in words while it moves, and it is not dropped there")
    func inTheWay() {
        let cases = [
            ("h", "There is a tour 10:30–11:00", "hjj"),
            ("l", "The office is closed on Thanksgiving.", "l"),
            ("KKK", "The office is open 09:00–18:00 on that day.", "KKK"),
            ("hhK", "That is in the past.", "hhK"),
        ]
        for (keys, words, script) in cases {
            var station = station()
            station.press("g\(script)")
            #expect(station.screen.contains(words), "\(keys): \(station.screen)")
            station.press("<Enter>")
            #expect(station.desk.place == .grab, "\(keys)")
            #expect(station.effects.isEmpty, "\(keys)")
        }
    }

    @Test("a free time nearby is a key away")
    func nearest() throws {
        var station = station()
        station.press("gl")
        #expect(station.screen.contains("nearest free:"))
        station.press("<Ctrl-n>")
        #expect(station.screen.contains("✓ free"))
        station.press("<Enter>")
        #expect(moves(station).count == 1)
    }

    @Test("a warning is confirmed by a key of its own, never by Enter")
    func warning() {
        var office = Office.northgate()
        office.overview.properties[0].hours = .unknown
        var station = station(4, office)
        station.press("gj")
        #expect(station.screen.contains("Nobody knows when the office is open."))
        station.press("<Enter>")
        #expect(moves(station).isEmpty)
        #expect(station.screen.contains("Alt-y moves it all the same."))
        station.press("<Alt-y>")
        #expect(moves(station).map(\.confirmed) == [true])
    }

    @Test("a refusal is said, and it stays in the hand")
    func refused() {
        var station = station()
        station.press("gj<Enter>")
        station.send(.writeRefused(.moveTour(moves(station)[0]), Refusal(.slot, detail: "Taken.")))
        #expect(station.desk.place == .grab)
        station.press("j")
        #expect(local(station) == "2026-11-25T10:30:00")
    }

    @Test("a tour that somebody else moves meanwhile is let go, with a sentence")
    func meanwhile() {
        var station = station()
        station.press("gj")
        station.office.tours = Office.sampleTours.map { tour in
            guard tour.id == TourID(high: 5, low: 4) else { return tour }
            return Office.tour(4, "Kim", "2026-11-25T16:00:00")
        }
        station.send(.replicaChanged)
        #expect(station.desk.mode == .panes)
        #expect(station.screen.contains("Somebody else has changed this tour meanwhile."))
    }

    @Test("what is over or cancelled is not taken, and why is said")
    func notAhead() {
        for number in [1, 5, 8] as [UInt64] {
            var station = station(number)
            station.press("g")
            #expect(station.desk.mode == .panes)
            #expect(station.screen.contains("No tour is selected that is still to come."))
        }
    }

    @Test("the calendar goes with the tour, into other weeks and over changes of the clock")
    func weeks() throws {
        var station = station()
        station.press("glllll")
        #expect(station.desk.tours.day(today: station.desk.today).text == "2026-11-30")
        #expect(station.screen.contains("week of 30 Nov"))
        #expect(station.screen.contains("▸Kim"))
        station.press("<Esc>")
        #expect(station.screen.contains("week of 23 Nov"))
        let spring = try #require(Timestamp("2027-03-14T09:30:00Z"))
        var grab = TourGrab(Office.tour(1, "A", "2027-03-13T02:30:00"), in: Office.zone)
        grab.move(days: 1)
        #expect(grab.localStart.text == "2027-03-14T03:00:00", "half past two is skipped")
        grab.move(to: spring)
        grab.move(quarters: 2)
        #expect(grab.localStart.text == "2027-03-14T03:00:00")
        grab.move(quarters: -1)
        #expect(grab.localStart.text == "2027-03-14T01:45:00")
    }

    @Test("from between two quarters it moves onto the quarters, in either direction")
    func quarters() {
        for (quarters, clock) in [(1, "10:15"), (-1, "10:00"), (2, "10:30"), (-2, "09:45")] {
            var grab = TourGrab(Office.tour(1, "A", "2026-11-25T10:07:00"), in: Office.zone)
            grab.move(quarters: quarters)
            #expect(grab.localStart.clock == clock, "\(quarters)")
        }
    }

    @Test("a tour is taken in the hand after a form has looked at the same calendar")
    func grabAfterForm() {
        var station = Station(width: 160, height: 50)
        station.press("4")
        station.desk.tours.select(.tour(TourID(high: 5, low: 4)), rows: 10)
        station.press("m<Esc>g")
        #expect(station.screen.contains("The arrows move it."))
    }

    @Test("a tour in the hand looks as recorded", arguments: [(80, 24), (120, 40), (160, 50)])
    func golden(width: Int, height: Int) throws {
        for (name, keys) in [("free", "gjj"), ("closed", "glj")] {
            var station = Station(width: width, height: height)
            station.press("4")
            station.desk.tours.select(.tour(TourID(high: 5, low: 4)), rows: 10)
            station.press(keys)
            try expectView(station, "grab-\(name)")
        }
    }
}
