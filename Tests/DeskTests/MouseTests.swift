import Model
import Screen
import Testing

@testable import Desk

struct MouseTests {
    private func press(_ station: inout Station, _ x: Int, _ y: Int) {
        station.send(.input(.mouse(MouseEvent(action: .press, point: Point(x: x, y: y)))))
    }

    @Test("a press gives a pane the focus, selects the row under it, and opens a selected one")
    func rows() {
        var station = Station()
        let leads = station.desk.leads.rows
        // A lead takes two lines, below the header and the frame.
        press(&station, 10, 6)
        #expect(station.desk.leads.selected?.id == leads[2].id)
        press(&station, 10, 3)
        #expect(station.desk.leads.selected?.id == leads[0].id)
        press(&station, 10, 2)
        #expect(station.desk.focus == .conversation)
        let questions = station.desk.layout[.questions]
        press(&station, 5, (questions?.y ?? 0) + 3)
        #expect(station.desk.focus == .questions)
        #expect(station.desk.questions.selected?.id == station.office.questions[2].id)
    }

    @Test("a filter's line is no row, and rows below it are those that are seen")
    func filtered() {
        var station = Station()
        station.press("/an<Enter>")
        let leads = station.desk.leads.rows
        press(&station, 10, 2)
        #expect(station.desk.leads.cursor.index == 0 && station.desk.focus == .leads)
        press(&station, 10, 5)
        #expect(station.desk.leads.selected?.id == leads[1].id)
    }

    @Test("the wheel moves in the pane under it, and in a list that lies over the panes")
    func wheel() {
        var station = Station()
        let down = InputEvent.mouse(MouseEvent(action: .wheelDown, point: Point(x: 5, y: 5)))
        station.send(.input(down))
        #expect(station.desk.leads.cursor.index == 3)
        station.press("?")
        let over = InputEvent.mouse(MouseEvent(action: .wheelDown, point: Point(x: 60, y: 20)))
        station.send(.input(over))
        guard case .choosing(let menu) = station.desk.mode else {
            Issue.record("help is closed")
            return
        }
        #expect(menu.selection == 3)
    }

    @Test("each hint of the footer runs its command where it is pressed")
    func footer() throws {
        var station = Station()
        let hint = try #require(station.desk.footerHints.first { $0.id == .help })
        let line = Array(station.desk.view().lines[39])
        #expect(String(line[hint.columns]) == "? help")
        press(&station, hint.columns.lowerBound + 3, 39)
        #expect(station.desk.place == .menu)
        press(&station, 2, 0)
        #expect(station.desk.place == .leads, "a press beside a list closes it")
    }

    @Test("tabs of a narrow desk are pressed, and a choice of a list is taken")
    func tabs() throws {
        var station = Station(width: 79, height: 24)
        let tab = try #require(station.desk.tabs.first { $0.pane == .tours })
        press(&station, tab.columns.lowerBound + 1, 1)
        #expect(station.desk.focus == .tours)
        station.press("T")
        guard case .choosing(let menu) = station.desk.mode else { return }
        let rect = station.desk.menuRect(menu)
        press(&station, rect.x + 6, rect.y + 4)
        #expect(station.desk.themes.current == "mono")
        #expect(station.desk.place == .menu)
        press(&station, rect.x + 6, rect.y + 4)
        #expect(station.desk.place == .tours)
    }

    @Test("the mouse is switched on and off while the desk is open")
    func toggle() {
        var station = Station()
        station.press("<Space>m")
        #expect(station.effects == [.useMouse(true)])
        #expect(station.screen.contains("with Shift it is the terminal's"))
        station.press("<Space>m")
        #expect(station.effects == [.useMouse(true), .useMouse(false)])
    }
}
