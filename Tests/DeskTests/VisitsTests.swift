import Model
import Screen
import Testing

@testable import Desk

@Suite("Earlier visits of a browser are listed and opened, and going back returns")
struct VisitsTests {
    private static let jordan = Office.namedLeads[0].id
    private static let liam = Office.namedLeads[3]
    private static let anais = Office.namedLeads[4]

    private static func station(_ width: Int = 120, _ height: Int = 40) -> Station {
        var office = Office.northgate()
        var first = liam
        first.session = .abandoned
        first.stage = .tourCompleted
        var tour = office.tours[0]
        tour.status = .completed
        office.visits[jordan] = [
            EarlierVisit(
                lead: first,
                startedAt: Timestamp("2026-10-12T21:02:00Z"),
                endedAt: Timestamp("2026-10-12T21:37:00Z"),
                source: "zillow",
                messages: 14,
                tours: [tour]
            ),
            EarlierVisit(
                lead: anais,
                startedAt: Timestamp("2025-12-24T18:00:00Z"),
                endedAt: nil,
                source: nil,
                messages: 3,
                tours: []
            ),
        ]
        var station = Station(office, width: width, height: height)
        // The second of those who wait.
        station.press("j")
        return station
    }

    @Test("a visit says when it was, how long, from where, how far, how it ended, and its tours")
    func list() {
        var station = Self.station(200, 60)
        #expect(station.screen.contains("3rd visit V"))
        station.press("2V")
        #expect(station.screen.contains("Earlier visits"))
        let row = station.screen.split(separator: "\n").first { $0.contains("zillow") }
        for part in ["Mon 12 Oct 14:02", "35m", "tour completed", "left", "23 Nov completed"] {
            #expect(row?.contains(part) == true, "\(part) in \(row ?? "")")
        }
        #expect(station.screen.contains("24 Dec 2025 10:00"))
        #expect(station.screen.contains("14 messages."))
    }

    @Test("Enter opens that conversation, Esc returns to the place in the one before")
    func there() {
        for keys in ["2", "2g", "1"] {
            var station = Self.station()
            station.press(keys)
            let before = station.screen
            station.press("V<Enter>")
            #expect(station.desk.conversation.id == Self.liam.id)
            #expect(station.desk.focus == .conversation)
            #expect(station.screen.contains("earlier visit, Esc returns"))
            station.press("<Esc>")
            #expect(station.screen == before, "\(keys)")
        }
    }

    @Test("a visit of a visit returns step by step; another lead forgets the way")
    func trail() {
        var station = Self.station()
        station.office.visits[Self.liam.id] = [
            EarlierVisit(
                lead: Self.anais,
                startedAt: Timestamp("2025-12-24T18:00:00Z"),
                endedAt: nil,
                source: nil,
                messages: 3,
                tours: []
            )
        ]
        station.press("2V<Enter>V<Enter>")
        #expect(station.desk.conversation.id == Self.anais.id)
        station.press("<Esc>")
        #expect(station.desk.conversation.id == Self.liam.id)
        station.press("<Esc>")
        #expect(station.desk.conversation.id == Self.jordan)
        station.press("V<Enter>1j<Enter>")
        #expect(station.desk.conversation.id == Office.namedLeads[2].id)
        station.press("<Esc>")
        #expect(station.desk.focus == .leads)
    }

    @Test("a first visit says so, also where the card is not in sight")
    func first() {
        var station = Self.station(70, 24)
        station.press("kV")
        #expect(station.screen.contains("This is the first visit of this browser."))
    }

    @Test("the list is heard, a visit a line")
    func linear() {
        var office = Self.station().office
        office.leads = [office.leads[0]]
        var station = Station(office, options: DeskOptions(isLinear: true))
        var reader = LinearReader()
        _ = reader.read(station.desk)
        station.press("V")
        let speech = reader.read(station.desk)
        let said = (speech?.lines ?? []).map(\.string)
        #expect(said.contains { $0.contains("Mon 12 Oct 14:02") && $0.contains("zillow") })
    }
}
