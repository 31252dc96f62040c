import Foundation
import Model
import Screen
import Testing

@testable import Desk

@Suite("Whatever has rows or fields is pressed and scrolled with the mouse, and never needs it")
struct PressTests {
    private func send(_ action: MouseEvent.Action, _ station: inout Station, _ point: Point) {
        station.send(.input(.mouse(MouseEvent(action: action, point: point))))
    }

    /// Where a text is on the screen.
    private func find(_ text: String, _ station: Station) throws -> Point {
        for (y, line) in station.screen.split(separator: "\n").enumerated() {
            guard let range = line.range(of: text) else { continue }
            let before = DisplayText(outside: String(line[..<range.lowerBound]))
            return Point(x: before.width, y: y)
        }
        throw NotFound(text: text)
    }

    private struct NotFound: Error { var text: String }

    private func press(_ text: String, _ station: inout Station) throws {
        send(.press, &station, try find(text, station))
    }

    private func tour(_ name: String, _ station: Station) throws -> TourEntry {
        .tour(try #require(station.office.tours.first { $0.prospect == name }).id)
    }

    @Test(
        "a tour of a week, a day or an agenda is selected by a press and opened by the next",
        arguments: [("W", "Kim"), ("D", "Bo Lee"), ("A", "Bo Lee")]
    )
    func tours(view: String, name: String) throws {
        var station = Station(.busy(), width: 160, height: 50)
        station.press("4z" + view)
        let whole = try #require(station.office.tours.first { $0.prospect.contains(name) })
        try press(name, &station)
        #expect(station.desk.tours.selected == .tour(whole.id))
        #expect(station.desk.focus == .tours)
        try press(name, &station)
        if whole.conversation != nil { #expect(station.desk.focus == .conversation) }
    }

    @Test("a press that gives the tours the focus opens nothing")
    func focusFirst() throws {
        var station = Station(width: 160, height: 50)
        let selected = station.desk.tours.selected
        let rect = try #require(station.desk.layout[.tours]?.inner)
        for y in rect.y..<rect.y + rect.height where station.desk.focus != .tours {
            for x in rect.x..<rect.x + rect.width {
                guard let (target, _) = station.desk.target(at: Point(x: x, y: y)),
                    station.desk.isSelected(target)
                else { continue }
                send(.press, &station, Point(x: x, y: y))
                break
            }
        }
        #expect(station.desk.focus == .tours)
        #expect(station.desk.tours.selected == selected)
    }

    @Test("who asked for a tour is selected by a press, and opened by the next")
    func request() throws {
        var station = Station(width: 160, height: 50)
        station.press("4zA")
        try press("asked for a tour", &station)
        #expect(station.desk.tours.selected == .request(Office.namedLeads[0].id))
        try press("asked for a tour", &station)
        #expect(station.desk.conversation.id == Office.namedLeads[0].id)
        #expect(station.desk.focus == .conversation)
    }

    @Test("a day of a month is chosen by a press, and shown by the next; the wheel goes by weeks")
    func month() throws {
        var station = Station(.busy(), width: 160, height: 50)
        station.press("4zM")
        let rect = try #require(station.desk.layout[.tours]?.inner)
        let day = try #require(LocalDate("2026-11-25"))
        let point = try #require(
            (rect.y..<rect.y + rect.height).lazy.flatMap { y in
                (rect.x..<rect.x + rect.width).lazy.map { Point(x: $0, y: y) }
            }.first { station.desk.target(at: $0)?.target == .day(day) }
        )
        send(.press, &station, point)
        #expect(station.desk.tours.day(today: station.desk.today) == day)
        #expect(station.desk.tourView == .month)
        send(.wheelUp, &station, point)
        #expect(station.desk.tours.day(today: station.desk.today) == day.adding(days: -21))
        send(.wheelDown, &station, point)
        send(.press, &station, point)
        #expect(station.desk.tourView == .day)
        #expect(station.desk.tours.day(today: station.desk.today) == day)
    }

    @Test("an email is selected by a press and its lead opened by the next; states are pressed too")
    func email() throws {
        var station = Station(.withEmails(), width: 160, height: 50)
        station.press("5")
        try press("Parking at North", &station)
        #expect(station.desk.emails.selected?.letter.subject == "Parking at Northgate")
        try press("sent 1", &station)
        #expect(station.desk.emails.query.filter == .sent)
        try press("See you soon", &station)
        #expect(station.desk.fullView == nil, "the only row is selected: a press opens its lead")
        #expect(station.desk.conversation.id == Office.namedLeads[3].id)
        station.press("5")
        station.press("<Tab>")
        let before = station.desk.emails.cursor.index
        send(.wheelDown, &station, Point(x: 5, y: 5))
        #expect(station.desk.emails.cursor.index >= before)
    }

    @Test("a metric of the insights is plotted by a press and folded by the next")
    func insights() throws {
        var station = Station(width: 160, height: 60)
        station.press("6")
        try press("messages by visitors", &station)
        #expect(station.desk.insights.metric == "user_messages_sent")
        try press("messages by visitors", &station)
        #expect(station.desk.insights.metric == nil)
        let small = Point(x: 30, y: 8)
        station.resize(80, 24)
        send(.wheelDown, &station, small)
        #expect(station.desk.insights.top == 3)
        send(.wheelUp, &station, small)
        #expect(station.desk.insights.top == 0)
    }

    @Test("a refused write is selected by a press and edited by the next")
    func attention() throws {
        var station = Station(width: 120, height: 40)
        station.office.attention = ["first", "second"].enumerated().map { index, text in
            AttentionRow(
                id: MutationID(high: 3, low: UInt64(index)),
                madeAt: Office.ago(10 + index),
                intent: .logActivity(
                    LogActivity(
                        conversation: Office.namedLeads[0].id,
                        activity: .note,
                        note: "the \(text) note"
                    )
                ),
                refusal: Refusal(.readOnly),
                standing: nil
            )
        }
        station.send(.outboxChanged(OutboxSummary(attention: 2)))
        station.press("7")
        try press("the second note", &station)
        #expect(station.desk.attention.selection == 1)
        send(.wheelUp, &station, Point(x: 5, y: 5))
        #expect(station.desk.attention.selection == 0)
        try press("the second note", &station)
        try press("the second note", &station)
        #expect(station.desk.place == .form)
        #expect(station.desk.form?.text("note") == "the second note")
    }

    @Test("a row of the shift is selected by a press and opened by the next")
    func shift() throws {
        var station = Station(width: 120, height: 40)
        station.press("0")
        try press("Anaïs Silva", &station)
        #expect(station.desk.shift.selected == .lead(Office.namedLeads[4].id))
        try press("Anaïs Silva", &station)
        #expect(station.desk.fullView == nil)
        #expect(station.desk.conversation.id == Office.namedLeads[4].id)
    }

    @Test("a field takes the keys where it is pressed, and choices and toggles turn")
    func form() throws {
        var station = Station(width: 120, height: 40)
        station.press("t")
        try press("   how ", &station)
        #expect(station.desk.form?.focused?.label == "how")
        let before = station.desk.form?.text("how")
        try press("how ", &station)
        #expect(station.desk.form?.text("how") != before)
        send(.wheelUp, &station, try find("how ", station))
        #expect(station.desk.form?.text("how") == before)
        try press("   when ", &station)
        station.press("tomorrow 11")
        var point = try find("tomorrow 11", station)
        point.x += 3
        send(.press, &station, point)
        station.press("X")
        #expect(station.desk.form?.text("when") == "tomXorrow 11")
    }

    @Test("the cursor goes where a text is pressed, and the wheel moves in it")
    func text() throws {
        var station = Station(width: 120, height: 40)
        station.press("e")
        station.press("first line<Enter>second line<Enter>third")
        var point = try find("second line", station)
        point.x += 7
        send(.press, &station, point)
        station.press("X")
        #expect(station.desk.form?.text("note") == "first line\nsecond Xline\nthird")
        send(.wheelDown, &station, point)
        station.press("Y")
        #expect(station.desk.form?.text("note") == "first line\nsecond Xline\nthirdY")
    }

    @Test("property settings are chosen from a list and filled in with the mouse alone")
    func settings() throws {
        var office = Office.northgate(properties: 3)
        office.agents = []
        var station = Station(office, width: 120, height: 40)
        station.press("O")
        try press("Harbor Lofts", &station)
        if station.desk.place == .menu { try press("Harbor Lofts", &station) }
        #expect(station.desk.place == .form)
        try press("   notice", &station)
        #expect(station.desk.form?.focused?.label == "notice")
        let hint = try #require(station.desk.footerHints.first { $0.id == .leaveForm })
        send(.press, &station, Point(x: hint.columns.lowerBound, y: 39))
        #expect(station.desk.place == .leads)
    }

    @Test("in every view each hint of the footer is where it can be pressed")
    func hints() {
        for keys in ["", "2", "3", "4", "4zM", "5", "6", "6r", "0", "7", "t", "e", "?", ":", "V"] {
            var station = Station(.withEmails(), width: 120, height: 40)
            station.press(keys)
            let line = station.desk.view().lines[39]
            for hint in station.desk.footerHints {
                #expect(line.contains("\(hint.key) \(hint.word)"), "\(keys): \(hint.word)")
            }
        }
    }
}
