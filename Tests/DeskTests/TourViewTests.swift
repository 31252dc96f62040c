import Model
import Screen
import Testing

@testable import Desk

@Suite("The views of the tours")
struct TourViewTests {
    @Test(
        "the calendar looks as recorded in every view",
        arguments: TourView.allCases,
        [(80, 24), (120, 40), (200, 60)]
    )
    func views(view: TourView, size: (width: Int, height: Int)) throws {
        var station = Station(.busy(), width: size.width, height: size.height)
        station.press("4z")
        station.press(key: Self.key(view))
        #expect(station.desk.tourView == view)
        try expectView(station, "tours-\(view.title)")
    }

    @Test("the calendar looks as recorded among the other panes, and in ASCII")
    func panes() throws {
        for (width, height) in [(80, 24), (120, 40), (160, 50)] {
            var station = Station(.busy(), width: width, height: height)
            station.press("4")
            try expectView(station, "tours-pane")
        }
        var plain = Station(.busy(), options: DeskOptions(isASCII: true))
        plain.press("4z")
        try expectGolden(plain.screen, "tours-week-ascii-120x40")
    }

    private static func key(_ view: TourView) -> String {
        switch view {
        case .week: "W"
        case .day: "D"
        case .agenda: "A"
        case .month: "M"
        }
    }

    @Test("a view is shown by its key and by its name, from any pane")
    func byName() {
        var station = Station()
        station.press(":tours by month<Enter>")
        #expect(station.desk.focus == .tours)
        #expect(station.desk.tours.wish == .month)
        station.press("z")
        #expect(station.desk.tourView == .month)
    }

    @Test("a pane too small for a view shows what fits, says so, and z gives it the room")
    func fitting() {
        var station = Station(width: 80, height: 16)
        station.press("4W")
        #expect(station.desk.tourView == .agenda)
        #expect(station.screen.contains("The week needs more room than this pane; z zooms."))
        station.press("z")
        #expect(station.desk.tourView == .week)
    }

    @Test("every view fits where the smallest screen is zoomed, and a day where nothing is wished")
    func smallest() {
        var station = Station(width: 60, height: 16)
        station.press("4")
        for view in TourView.allCases {
            station.press(key: Self.key(view))
            #expect(station.desk.tourView == view, "\(view)")
        }
        #expect(TourView.fitting(nil, width: 50, height: 20) == .day)
        #expect(TourView.fitting(nil, width: 50, height: 4) == .agenda)
    }

    @Test("a month is walked by days, weeks and months, and Enter opens the day")
    func month() {
        var station = Station()
        station.press("4zM")
        let days = [
            "l": "2026-11-24", "j": "2026-12-01", "<PgDn>": "2027-01-01", "k": "2026-12-25",
        ]
        for keys in ["l", "j", "<PgDn>", "k"] {
            station.press(keys)
            #expect(station.desk.tours.day(today: station.desk.today).text == days[keys])
        }
        station.press(".l<Enter>")
        #expect(station.desk.tourView == .day)
        #expect(station.desk.tours.day(today: station.desk.today).text == "2026-11-24")
        #expect(station.desk.tours.selected == .tour(TourID(high: 5, low: 2)))
    }

    @Test("a month counts what is held, and reads the tours of the chosen day alone")
    func counts() throws {
        var station = Station(.busy())
        station.press("4zM")
        let page = try #require(station.desk.tours.page)
        #expect(page.tours.count == 5)
        let tuesday = try #require(LocalDate("2026-11-24"))
        #expect(page.counts[tuesday] == TourCount(held: 3, lost: 1))
        #expect(station.screen.contains("November 2026 · 17 tours"))
    }

    @Test("a month's day says the same as its list, and nothing of a day whose tours are cancelled")
    func countedAlike() {
        var office = Office.busy()
        office.tours.append(Office.tour(50, "Lost", "2026-11-26T10:00:00", status: .cancelled))
        var station = Station(office)
        station.press("4zMl")
        #expect(station.screen.contains("▸24  3 "))
        #expect(station.screen.contains("Tue 24 Nov · 3 tours · 1 cancelled or missed"))
        #expect(station.screen.contains(" 26 ░"), "a holiday is closed")
        #expect(!station.screen.contains("  ✗  "))
    }

    @Test("the key for today selects what is nearest to it, whichever page is here")
    func nearestToday() {
        for keys in ["A", "W"] {
            var station = Station(.busy())
            station.press("4z\(keys)")
            let nearest = station.desk.tours.selected
            #expect(nearest == .tour(TourID(high: 5, low: 11)))
            for away in ["G", "^", "ll", "hh"] {
                station.press(away + ".")
                #expect(station.desk.tours.selected == nearest, "\(keys) \(away)")
            }
        }
    }

    @Test("the selection is kept from one view to the next")
    func selection() {
        var station = Station(.busy())
        station.press("4zGk")
        let selected = station.desk.tours.selectedTour
        #expect(selected == TourID(high: 5, low: 21))
        for key in ["D", "A", "W"] {
            station.press(key)
            #expect(station.desk.tours.selectedTour == selected, "after \(key)")
        }
    }

    @Test("an agenda reads on at its end, and back at its beginning")
    func agenda() {
        var office = Office.busy()
        office.tours = (0..<500).map { number in
            Office.tour(UInt64(number), "Guest \(number)", "2026-11-\(23 + number / 100)T10:00:00")
        }
        var station = Station(office)
        station.press("4zA")
        #expect(station.desk.tours.page?.tours.count == PageSize.agenda)
        #expect(station.screen.contains("200 more in these four weeks"))
        station.press("Gj")
        #expect(station.desk.tours.day(today: station.desk.today).text == "2026-11-25")
        #expect(station.desk.tours.selectedTour == TourID(high: 5, low: 299))
        station.press("j")
        #expect(station.desk.tours.selectedTour == TourID(high: 5, low: 300))
        station.press("^k")
        #expect(station.desk.tours.day(today: station.desk.today).text == "2026-11-18")
    }
}
