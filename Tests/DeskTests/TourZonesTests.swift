import Model
import Testing

@testable import Desk

/// A desk whose properties lie in several zones: each tour stands at the time of its own wall.
struct TourZonesTests {
    /// With Tuesday in sight.
    private func station(_ keys: String, width: Int = 120) -> Station {
        var station = Station(.twoZones(), width: width)
        station.press("4z\(keys)")
        return station
    }

    private func tour(_ number: UInt64) -> TourEntry { .tour(TourID(high: 5, low: number)) }

    @Test("tours stand in the order of the times that are shown, and keys go through them so")
    func order() {
        for view in ["A", "W"] {
            var station = station(view)
            station.press("^")
            var seen: [TourEntry] = []
            while let selected = station.desk.tours.selected, seen.last != selected {
                seen.append(selected)
                station.press("j")
            }
            #expect(Array(seen.suffix(4)) == [tour(1), tour(3), tour(2), tour(4)], "\(view)")
        }
    }

    @Test(
        "the calendar of several zones looks as recorded",
        arguments: [TourView.week, .agenda],
        [(80, 24), (120, 40)]
    )
    func views(view: TourView, size: (width: Int, height: Int)) throws {
        var station = Station(.twoZones(), width: size.width, height: size.height)
        station.press(view == .week ? "4zWG" : "4zAG")
        try expectView(station, "tours-zones-\(view.title)")
    }

    @Test("a time that is not of the desk's zone names its own, and the title says whose they are")
    func named() {
        for width in [120, 200] {
            let agenda = station("A", width: width)
            #expect(agenda.screen.contains("each property's own time"))
            #expect(!agenda.screen.contains("times in"))
            #expect(agenda.screen.contains("11:15–11:45 PST"))
            #expect(agenda.screen.contains("14:00–14:30 PST"))
            #expect(!agenda.screen.contains("MST"))
        }
        var week = station("W")
        week.press("G")
        #expect(week.screen.contains("Noor 14:00 PST"), "where a column has no room")
        #expect(week.screen.contains("now MST"))
        week.press("D")
        #expect(week.screen.contains("14:00–14:30 PST"))
    }

    @Test("tours of one other zone are all in that, and a desk narrowed to it has that clock")
    func one() {
        var office = Office.twoZones()
        office.tours.removeFirst(2)
        var station = Station(office)
        station.press("4zA")
        #expect(station.screen.contains("times in PST"))
        #expect(station.screen.contains("15:14"), "the first property's")
        station.press("<Space>pharb<Enter>")
        #expect(station.desk.zone == Office.zone)
        #expect(station.screen.contains("14:14"))
        #expect(!station.screen.contains("PST"), "one clock needs no name")
    }

    @Test("today is the narrowed property's, and a talk's today its own property's")
    func today() throws {
        var station = Station(.twoZones())
        // After midnight in Denver, before it in Los Angeles.
        station.send(.minuteTurned(now: Timestamp("2026-11-24T07:30:00Z") ?? Office.now))
        #expect(station.desk.today.text == "2026-11-24")
        station.press("<Space>pharb<Enter>")
        #expect(station.desk.today.text == "2026-11-23")
    }

    @Test("a talk of another zone calls the day today that it is there")
    func talk() throws {
        var office = Office.twoZones()
        for index in office.leads.indices { office.leads[index].property = Office.harbor }
        office.cards = [:]
        var station = Station(office, width: 160)
        #expect(station.screen.contains(" today ─"))
        // After midnight in Denver, before it in Los Angeles.
        station.send(.minuteTurned(now: Timestamp("2026-11-24T07:30:00Z") ?? Office.now))
        #expect(station.screen.contains(" today ─"))
    }

    @Test("the shift and the emails name the zone of a time too")
    func elsewhere() {
        var office = Office.withEmails()
        office.overview = Office.twoZones().overview
        office.tours = Office.twoZones().tours
        for index in office.tours.indices {
            office.tours[index].localStart = office.tours[index].localStart.adding(days: -1)
        }
        office.emails[0].property = Office.harbor
        var station = Station(office)
        station.press("5")
        #expect(station.screen.contains("24 Nov 09:14 PST"))
        #expect(!station.screen.contains("MST"))
        station.press("0")
        #expect(station.screen.contains("14:00 PST"))
    }

    @Test("b books where the desk is narrowed to, else where the selected tour or request is")
    func book() {
        var station = station("A")
        station.press("Gb")
        #expect(station.desk.form?.purpose == .book(Office.harbor, nil))
        station.press("<Esc><Space>pharb<Enter>b")
        #expect(station.desk.form?.purpose == .book(Office.harbor, nil))
        var office = Office.twoZones()
        office.tours = []
        office.requests[0].property = Office.harbor
        var asked = Station(office)
        asked.press("4zA^b")
        #expect(asked.desk.form?.purpose == .book(Office.harbor, nil))
        office.requests = []
        var empty = Station(office)
        empty.press("<Space>pharb<Enter>4b")
        #expect(empty.desk.form?.purpose == .book(Office.harbor, nil))
    }

    @Test("the closed days are those of the property that the desk is narrowed to")
    func hours() {
        var office = Office.twoZones()
        office.overview.properties[1].hours = OpeningHours(week: Array(repeating: [], count: 7))
        var station = Station(office)
        let monday = station.desk.today
        #expect(station.desk.officeHours.day(monday).isOpen(600))
        station.press("<Space>pharb<Enter>")
        #expect(!station.desk.officeHours.day(monday).isOpen(600))
    }
}
