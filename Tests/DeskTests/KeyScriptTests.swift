import Model
import Screen
import Testing

@testable import Desk

struct KeyScriptTests {
    @Test("moving in the leads shows the selected lead's conversation at once")
    func selection() {
        var station = Station()
        let leads = station.desk.leads.rows
        station.press("jj")
        #expect(station.desk.leads.selected?.id == leads[2].id)
        #expect(station.desk.conversation.id == leads[2].id)
        #expect(station.desk.focus == .leads)
        station.press("k")
        #expect(station.desk.conversation.id == leads[1].id)
    }

    @Test("Enter moves into the conversation, Esc back to the leads")
    func openLead() {
        var station = Station()
        station.press("j<Enter>")
        #expect(station.desk.focus == .conversation)
        #expect(station.desk.conversation.id == station.desk.leads.rows[1].id)
        station.press("<Esc>")
        #expect(station.desk.focus == .leads)
    }

    @Test("i unfolds all that is known of the lead, and folds it again", arguments: [24, 60])
    func card(height: Int) {
        var station = Station(width: 80, height: height)
        station.press("2z")
        let isUnfolded = station.desk.isCardUnfolded
        station.press("i")
        #expect(station.desk.isCardUnfolded != isUnfolded)
        station.press("i")
        #expect(station.desk.isCardUnfolded == isUnfolded)
    }

    @Test("numbers, Tab and Shift-Tab move the focus around all four panes")
    func focus() {
        var station = Station()
        let expected: [(String, Pane)] = [
            ("3", .questions), ("<Tab>", .tours), ("<Tab>", .leads), ("<Shift-Tab>", .tours),
            ("2", .conversation), ("1", .leads), ("4", .tours),
        ]
        for (keys, pane) in expected {
            station.press(keys)
            #expect(station.desk.focus == pane, "after \(keys)")
        }
    }

    @Test("g and G go to the ends of a list that is longer than a window")
    func ends() {
        var station = Station(.crowded(1_000))
        station.press("G")
        #expect(station.desk.leads.cursor.index == 999)
        station.press("g")
        #expect(station.desk.leads.cursor.index == 0)
        #expect(station.desk.leads.selected?.id == station.desk.leads.rows.first?.id)
    }

    @Test("a list of a thousand is walked from end to end, a row a key")
    func walk() {
        var station = Station(.crowded(1_000))
        var seen: Set<ConversationID> = []
        for index in 0..<1_000 {
            #expect(station.desk.leads.cursor.index == index)
            if let id = station.desk.leads.selected?.id { seen.insert(id) }
            station.press("j")
        }
        #expect(seen.count == 1_000)
        let windows = station.requests.filter { if case .leads = $0 { true } else { false } }
        #expect(windows.count < 40, "a window is read for many rows, not for each")
    }

    @Test("/ narrows as one types, Enter keeps the filter, Esc clears it")
    func filter() {
        var station = Station()
        station.press("/jordan")
        #expect(station.desk.leads.rows.map(\.name) == ["Jordan Pérez"])
        station.press("<Enter>")
        #expect(station.desk.place == .leads)
        #expect(station.desk.leads.filterText == "jordan")
        station.press("<Esc>")
        #expect(station.desk.leads.rows.count == 42)
    }

    @Test("what is no filter is said beside the field, and the list stays")
    func filterProblem() throws {
        var station = Station()
        station.press("/hot stage:x")
        #expect(station.desk.leads.problem?.part == "stage:x")
        let last = try LeadFilter.parse("hot stage").get()
        #expect(station.desk.leads.query.filter == last)
        #expect(station.screen.contains("stage:x is no filter"))
        station.press("<Esc>")
        #expect(station.desk.leads.problem == nil)
    }

    @Test("keys that are commands elsewhere are letters in a field")
    func lettersInField() {
        var station = Station()
        station.press("/qz?:1")
        #expect(station.desk.leads.filterText == "qz?:1")
        #expect(station.effects.isEmpty)
        station.press("<Ctrl-w>two words<Backspace><Ctrl-w>")
        #expect(station.desk.leads.filterText == "two ")
    }

    @Test("a pasted text is typed into a field and runs no key outside of one")
    func paste() {
        var station = Station()
        station.send(.input(.paste("q\nG")))
        #expect(!station.effects.contains(.quit))
        #expect(station.desk.leads.cursor.index == 0)
        station.press("<Esc>/")
        station.send(.input(.paste("one\ntwo\u{1B}")))
        #expect(station.desk.leads.filterText == "one two")
    }

    @Test("a question and a tour open the conversation they came from, and Esc goes back to them")
    func openQuestion() {
        var station = Station()
        station.press("3jjj<Enter>")
        #expect(station.desk.focus == .conversation)
        #expect(station.desk.conversation.id == station.office.questions[3].conversation)
        station.press("<Esc>")
        #expect(station.desk.focus == .questions)
        station.press("4j<Enter>")
        #expect(station.desk.focus == .conversation)
        #expect(station.desk.conversation.id != station.office.questions[3].conversation)
    }

    @Test("a question without a conversation says why Enter does nothing")
    func noConversation() {
        var station = Station()
        station.press("3<Enter>")
        #expect(station.desk.focus == .questions)
        #expect(station.screen.contains("This question came from no conversation."))
    }

    @Test("Alt-a finds who waits also where another order has them far below")
    func waitingFarBelow() throws {
        var station = Station()
        let waiting = station.office.leads
        station.office.leads = (1000..<1300).map { number in
            var lead = Office.waitingLead(UInt64(number))
            (lead.waitingSince, lead.score) = (nil, 99)
            return lead
        }
        var last = try #require(waiting.first { $0.waitingSince != nil })
        last.score = 1
        station.office.leads.append(last)
        station.office.questions = []
        station.office.overview.waiting = 1
        station.send(.replicaChanged)
        station.press("o")
        #expect(station.desk.leads.query.order == .score)
        #expect(!station.desk.leads.rows.contains { $0.waitingSince != nil })
        station.press("<Alt-a>")
        #expect(station.desk.leads.selected?.id == last.id)
    }

    @Test("Alt-a goes from one waiting lead to the next and around")
    func nextWaiting() {
        var station = Station()
        let waiting = station.desk.leads.rows.prefix(3).map(\.id)
        station.press("<Alt-a>")
        #expect(station.desk.leads.selected?.id == waiting[1])
        station.press("<Alt-a>")
        #expect(station.desk.leads.selected?.id == waiting[2])
        station.press("<Alt-a>")
        #expect(station.desk.leads.selected?.id == waiting[0])
        station.press("G<Alt-a>")
        #expect(station.desk.conversation.id == waiting[0])
    }

    @Test("o orders the leads by the next order and begins at the top")
    func order() {
        var station = Station()
        station.press("jjo")
        #expect(station.desk.leads.query.order == .score)
        #expect(station.desk.leads.cursor.index == 0)
        #expect(station.desk.leads.selected?.score == 92)
    }

    @Test("z gives the focused pane the screen, Esc gives it back")
    func zoom() {
        var station = Station()
        station.press("3z")
        #expect(station.desk.layout.panes.keys.map(\.self) == [.questions])
        station.press("<Esc>")
        #expect(station.desk.layout.panes.count == 4)
        #expect(station.desk.focus == .questions)
    }

    @Test("v goes through the views of the tours; the arrows move and . comes back to today")
    func calendar() {
        var station = Station()
        station.press("4z")
        #expect(station.desk.tourView == .week)
        station.press("l")
        #expect(station.desk.tours.day(today: station.desk.today).text == "2026-11-30")
        station.press(".v")
        #expect(station.desk.tourView == .day)
        station.press("<Right><Right><Left>")
        #expect(station.desk.tours.day(today: station.desk.today).text == "2026-11-24")
        station.press("<Home>v")
        #expect(station.desk.tourView == .agenda)
        #expect(station.desk.tours.chosenDay == nil)
        station.press("v")
        #expect(station.desk.tourView == .month)
        station.press("v")
        #expect(station.desk.tourView == .week)
    }

    @Test("a theme is shown while one moves over it; Esc brings the one before back")
    func themes() {
        var station = Station()
        station.press("T<Down>")
        #expect(station.effects == [.useTheme("foyer-light")])
        station.press("<Esc>")
        #expect(station.effects == [.useTheme("foyer-light"), .useTheme("foyer-dark")])
        station.press("T<Down><Down><Enter>")
        #expect(station.desk.themes.current == "mono")
    }

    @Test(":theme and a name shows each theme as it is typed; Enter keeps it, Esc does not")
    func themeByName() {
        var station = Station()
        station.press(":theme mo")
        #expect(station.effects == [.useTheme("mono")])
        station.press("<Esc>")
        #expect(station.effects == [.useTheme("mono"), .useTheme("foyer-dark")])
        station.press(":theme light")
        #expect(station.desk.themes.current == "foyer-light")
        station.press("<Ctrl-u>")
        #expect(station.desk.themes.current == "foyer-dark")
        station.press("theme light<Enter>:<Esc>")
        #expect(station.desk.themes.current == "foyer-light")
        #expect(station.desk.place == .leads)
    }

    @Test("a theme whose file is broken is said, and the one before stays")
    func brokenTheme() {
        var station = Station()
        station.send(.themeRefused("themes/mine.toml:3: waitng is not known here"))
        #expect(station.screen.contains("themes/mine.toml:3: waitng is not known here"))
        station.press("j")
        #expect(!station.screen.contains("waitng"))
    }

    @Test("the palette finds a command by its name and runs it where it belongs")
    func palette() {
        var station = Station()
        station.press(":search conv<Enter>")
        #expect(station.desk.focus == .conversation)
        #expect(station.desk.place == .field)
    }

    @Test("help is narrowed as one types and runs what is selected")
    func help() {
        var station = Station()
        station.press("?zoom")
        #expect(station.screen.contains("Gives the focused pane the whole screen"))
        station.press("<Enter>")
        #expect(station.desk.isZoomed)
    }

    @Test("q, Ctrl-c, Ctrl-z, Ctrl-l and r ask the program for what they mean")
    func effects() {
        var station = Station(freshness: .offline(since: Office.ago(12), reason: .unreachable))
        station.press("r<Ctrl-l><Ctrl-z>q")
        #expect(station.effects == [.reconnect, .repaint, .suspend, .quit])
        station.press("/x")
        station.forget()
        station.press("<Ctrl-c>")
        #expect(station.effects == [.quit])
    }
}
