import Model
import Screen
import Testing

@testable import Desk

/// What somebody hears of the desk.
struct LinearTests {
    /// A station whose desk is heard.
    struct Heard {
        var station = Station(options: DeskOptions(isLinear: true))
        var reader = LinearReader()

        /// What is said after keys.
        mutating func hear(_ keys: String = "") -> [String] {
            speech(keys)?.lines.map(\.string) ?? []
        }

        mutating func speech(_ keys: String) -> Speech? {
            station.press(keys)
            return reader.read(station.desk)
        }
    }

    @Test("at first it is said whose desk it is, how fresh, where one is, and what is selected")
    func opening() {
        var heard = Heard()
        heard.station.send(.outboxChanged(OutboxSummary(waiting: 1, attention: 2)))
        let lines = heard.hear()
        #expect(lines[0] == "Foyer. Northgate Residences. Dana Whitfield.")
        #expect(lines[1] == "Live.")
        #expect(lines[2] == "1 write waiting. 2 need attention.")
        #expect(lines[3] == "Leads, 42, 3 waiting.")
        #expect(
            lines[4]
                == "1 of 42: Visitor 0002, waiting 16 minutes, very late. Score 81. 2 bed, pets. "
                + "“Do you allow two cats?” no contact yet."
        )
        #expect(lines.count == 5)
    }

    @Test("another view of the tours is said once it is known, with its own count")
    func toursView() {
        var heard = Heard()
        _ = heard.hear("4")
        heard.station.isAnswering = false
        let before = heard.hear("D")
        #expect(!before.contains { $0.contains(" tours") })
        heard.station.answerAll()
        let after = heard.hear()
        #expect(after.count { $0.hasPrefix("Tours, today, 3 tours.") } == 1)
    }

    @Test("of a wished time what is said is sentences, and no bar")
    func ruler() {
        var heard = Heard()
        _ = heard.hear("4bSam<Tab><Tab>")
        let lines = heard.hear("tue 3pm")
        #expect(lines.contains { $0.contains("15:00") } && lines.contains("free"))
        #expect(!lines.contains { $0.contains("here") || $0.contains("10, 11") }, "\(lines)")
    }

    @Test("only what changed is said, and nothing where nothing did")
    func changes() {
        var heard = Heard()
        _ = heard.hear()
        let again = heard.hear()
        #expect(again.isEmpty)
        let next = heard.hear("j")
        #expect(next.count == 1)
        #expect(next[0].hasPrefix("2 of 42: Jordan Pérez, unread, waiting 12 minutes, late."))
        heard.station.send(.minuteTurned(now: Office.now.advanced(by: .seconds(60))))
        let later = heard.hear()
        #expect(later.isEmpty, "a clock that goes on is no news")
        heard.station.send(.freshnessChanged(.offline(since: Office.now, reason: .unreachable)))
        let offline = heard.hear()
        #expect(offline == ["offline since 14:14, trying again."])
        let back = heard.hear("k")
        #expect(back.count == 1)
    }

    @Test("a conversation is heard message by message, after its card")
    func conversation() {
        var heard = Heard()
        _ = heard.hear("j")
        let lines = heard.hear("<Enter>")
        #expect(lines[0] == "Conversation, Jordan Pérez.")
        #expect(lines.last?.contains("asked for a person") == true)
        let above = heard.hear("k")
        #expect(above.count == 1 && above[0].contains("Bot"), "\(above)")
        var seen = 0
        while !heard.hear("k").isEmpty { seen += 1 }
        #expect(seen > 3)
        let left = heard.hear("<Esc>")
        #expect(left.first == "Leads, 42, 3 waiting.")
    }

    @Test("what is typed is a line with the cursor in it, and what it narrows is said")
    func typing() throws {
        var heard = Heard()
        _ = heard.hear()
        let heardNow = heard.speech("/jordan")
        let speech = try #require(heardNow)
        #expect(speech.input?.text.string == "jordan")
        #expect(speech.input?.cursor == 6)
        #expect(speech.lines.map(\.string).first == "Leads, 1, filtered, 3 waiting.")
        let after = heard.speech("<Esc>")
        #expect(after?.input == nil)
    }

    @Test("every command is found by its name, said with its keys, and why it is not possible")
    func everyCommand() {
        for command in Command.all where !command.places.isDisjoint(with: Command.anyPane) {
            var heard = Heard()
            _ = heard.hear()
            let lines = heard.hear("?" + command.help.prefix(60).lowercased())
            let said = lines.contains {
                $0.hasPrefix("\(command.title). ") && $0.contains(command.help)
            }
            #expect(said, "\(command.id.rawValue): \(lines)")
        }
    }

    @Test("every key of every pane says something or is said to be impossible")
    func everyPane() {
        for (pane, keys) in [("1", "o"), ("3", "j"), ("4", "j"), ("2", "i"), ("1", "<Space>")] {
            var heard = Heard()
            _ = heard.hear()
            let there = heard.hear("2\(pane)")
            #expect(!there.isEmpty || pane == "1", "\(pane)")
            let said = heard.hear(keys)
            #expect(!said.isEmpty, "\(pane) \(keys)")
        }
    }

    @Test("a form says its field, what is typed into it, and what that means")
    func form() throws {
        var heard = Heard()
        _ = heard.hear("j")
        let lines = heard.hear("t")
        #expect(lines.first == "Book a tour.", "\(lines)")
        #expect(lines.contains { $0.hasPrefix("when, 2 of") }, "\(lines)")
        let next = heard.hear("<Tab>")
        #expect(next.contains { $0.hasPrefix("minutes, 3 of") }, "\(next)")
        _ = heard.hear("<Shift-Tab>")
        let typed = heard.speech("tue 3pm")
        let speech = try #require(typed)
        #expect(speech.input?.label.string == "when: ")
        #expect(speech.lines.contains { $0.string.contains("Tue 24 Nov, 15:00") })
    }

    @Test("a view that takes the whole screen is heard too, and what it covers again after it")
    func fullViews() {
        var heard = Heard()
        _ = heard.hear()
        for (key, title) in [("5", "Email"), ("6", "Insights"), ("0", "Start of shift")] {
            let lines = heard.hear(key)
            #expect(lines.contains { $0.hasPrefix(title) }, "\(key): \(lines)")
            let back = heard.hear("<Esc>")
            #expect(back.first == "Leads, 42, 3 waiting.", "\(back)")
        }
    }

    @Test("no frame, bar or picture is ever heard, whatever is on the desk")
    func pictures() {
        var heard = Heard()
        var lines = heard.hear()
        for keys in [
            "j", "<Enter>", "k", "<Esc>", "3", "j", "4", "j", "j", "v", "?", "<Esc>", "7", "q", "5",
            "q", "6",
        ] {
            lines += heard.hear(keys)
        }
        for line in lines {
            let pictures = line.unicodeScalars.filter { (0x2500...0x25FF).contains($0.value) }
            #expect(pictures.isEmpty, "\(line)")
        }
    }
}
