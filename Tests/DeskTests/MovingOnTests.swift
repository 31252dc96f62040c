import Model
import Screen
import Testing

@testable import Desk

/// Moving through the leads with a key that is held down, and resting at one.
struct MovingOnTests {
    /// A desk of four panes on which the hand does not rest.
    private func moving(_ keys: String = "") -> Station {
        var station = Station()
        station.press(keys)
        station.rests = false
        station.forget()
        return station
    }

    /// What the conversation's pane shows, its frame with it.
    private func talk(_ station: Station) throws -> [String] {
        let rect = try #require(station.desk.layout[.conversation])
        let grid = station.desk.view()
        return (rect.y..<rect.y + rect.height).map { y in
            String((rect.x..<rect.x + rect.width).map { x in Character(grid[x, y].glyph.base) })
        }
    }

    @Test("a key that moves on shows the selection alone, and reads no talk")
    func moves() throws {
        var station = moving()
        let before = (id: station.desk.leads.selected?.id, talk: try talk(station))
        station.press("jj")
        #expect(station.desk.leads.selected?.id != before.id)
        #expect(station.desk.conversation.id == before.id)
        #expect(try talk(station) == before.talk)
        #expect(station.requests.isEmpty)
    }

    @Test("when the hand rests the talk is the selected lead's, and it is read once")
    func rests() throws {
        var station = moving()
        station.press("jj")
        station.send(.handRested)
        let selected = try #require(station.desk.leads.selected)
        #expect(station.desk.conversation.id == selected.id)
        let lines = station.desk.view().lines
        #expect(lines[1].contains("2 Conversation") && lines[1].contains(selected.displayName))
        #expect(station.requests.count { $0.slot == .conversation } == 1)
        let quiet = station.desk
        station.send(.handRested)
        #expect(station.desk == quiet)
    }

    @Test("back at the lead whose talk is shown, nothing is left to do")
    func returns() throws {
        var station = moving()
        let before = station.desk.conversation
        station.press("jk")
        #expect(station.desk.conversation == before)
        #expect(!station.desk.isMovingOn)
        #expect(station.requests.isEmpty)
    }

    @Test("whatever other key is pressed finds the conversation to be the selected lead's")
    func others() throws {
        for key in ["2", "<Enter>", "<Tab>", "t", "e", "c", "y", "z", ":", "0", "Q", "<Esc>", "3"] {
            var station = moving()
            station.press("j")
            let selected = try #require(station.desk.leads.selected?.id)
            #expect(station.desk.conversation.id != selected, "\(key) before")
            station.press(key)
            #expect(station.desk.conversation.id == selected, "\(key)")
            #expect(!station.desk.isMovingOn, "\(key)")
        }
    }

    @Test("a key that writes while the hand moves is about the lead that is selected")
    func writes() throws {
        var station = moving()
        station.press("j")
        let selected = try #require(station.desk.leads.selected?.id)
        station.press("ehi<Ctrl-s>")
        #expect(
            station.writes == [
                .logActivity(LogActivity(conversation: selected, activity: .note, note: "hi"))
            ]
        )
    }

    @Test("where no conversation is seen, and where lines are said, there is nothing to wait for")
    func unseen() throws {
        for station in [
            Station(width: 70, height: 20), Station(options: DeskOptions(isLinear: true)),
        ] {
            var station = station
            station.rests = false
            station.press("j")
            #expect(station.desk.conversation.id == station.desk.leads.selected?.id)
            #expect(!station.desk.isMovingOn)
        }
    }

    @Test("a move changes the two rows that it is about and the place in the title, no other cell")
    func cells() throws {
        var station = moving()
        var painter = DeskPainter()
        let before = painter.frame(of: station.desk)
        station.press("j")
        let rect = try #require(station.desk.layout[.leads])
        var changed: [Int: Int] = [:]
        painter.frame(of: station.desk).forEachChange(since: before) { _, x, y in
            #expect(x < rect.x + rect.width && y < rect.y + rect.height)
            changed[y, default: 0] += 1
        }
        #expect(changed.count <= 5, "\(changed)")
        #expect(changed.values.reduce(0, +) <= 4 * rect.inner.width + 4)
    }
}
