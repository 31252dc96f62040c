import Model
import Testing

@testable import Desk

/// The filter of the leads while it is typed, and filters that are kept.
struct FilterFieldTests {
    @Test("Tab completes a field, then goes through its values")
    func complete() {
        var station = Station(.northgate(properties: 3))
        station.press("/hot pro")
        #expect(station.screen.contains("Tab property:"))
        station.press("<Tab>")
        #expect(station.desk.leads.filterText == "hot property:")
        #expect(station.screen.contains("property:northgate  property:harbor"))
        station.press("<Tab><Tab>")
        #expect(station.desk.leads.filterText == "hot property:harbor")
        station.press(" stage:co<Tab>")
        #expect(station.desk.leads.query.filter.conditions.last == .stage("contact"))
    }

    @Test("where nothing is to complete Tab goes to the next pane")
    func nothingToComplete() {
        var station = Station()
        station.press("/parking<Tab>")
        #expect(station.desk.focus == .conversation)
        station.press("3/x<Tab>")
        #expect(station.desk.focus == .tours)
    }

    @Test("a field that is nearly right is named as it is right")
    func nearest() {
        var station = Station()
        station.press("/status:new")
        #expect(station.screen.contains("status:new is no filter; write stage:new."))
    }

    @Test("a filter is kept under a name, taken by it, and forgotten")
    func saved() {
        var station = Station()
        station.press("/hot score>70<Enter>")
        station.forget()
        station.press("Fmine<Enter>")
        #expect(station.effects == [.keepDraft(name: "filter/mine", text: "hot score>70")])
        station.press("<Esc>")
        #expect(station.desk.leads.filterText.isEmpty)
        station.press("F")
        #expect(station.screen.contains("mine"))
        station.press("<Enter>")
        #expect(station.desk.leads.filterText == "hot score>70")
        station.press("<Esc>3:filter mine<Enter>")
        #expect(station.desk.leads.filterText == "hot score>70")
        #expect(station.desk.focus == .leads)
        station.forget()
        station.press("F<Alt-x>")
        #expect(station.effects == [.keepDraft(name: "filter/mine", text: "")])
        #expect(station.desk.savedFilters.isEmpty)
        #expect(station.screen.contains("Type a name to keep the filter that holds: hot score>70"))
    }

    @Test("filters are there again when the desk is opened anew")
    func restored() {
        var station = Station()
        station.send(.draftsKnown(["filter/cats": "pets waiting", "palette/recent": "zoom help"]))
        station.press("Fcats<Enter>")
        #expect(station.desk.leads.filterText == "pets waiting")
        #expect(station.desk.recentCommands == [.zoom, .help])
    }

    @Test("the palette begins with what was last chosen from it")
    func recent() {
        var station = Station()
        station.press(":zoom<Enter>:order of<Enter>")
        let choices = station.desk.choices(of: Menu(kind: .palette))
        let first = choices.prefix(2).map { choice -> CommandID? in
            if case .command(let command) = choice { command.id } else { nil }
        }
        #expect(first == [.order, .zoom])
        #expect(station.effects.last == .keepDraft(name: "palette/recent", text: "order zoom"))
    }
}

/// What of a conversation can be taken elsewhere.
struct CopyingTests {
    @Test("links of the talk are listed once, without the sentence around them")
    func links() {
        var station = Station()
        let lead = station.desk.leads.rows[0]
        station.office.transcripts[lead.id] = [
            Office.message(1, .visitor, "see (https://a.example/x?y=1).", at: Office.ago(9)),
            Office.message(
                2,
                .bot,
                "www.b.example, and https://a.example/x?y=1",
                at: Office.ago(8)
            ),
            Office.message(3, .visitor, "javascript:alert(1) file:///etc http://", at: nil),
        ]
        station.send(.replicaChanged)
        #expect(station.desk.links == ["www.b.example", "https://a.example/x?y=1"])
        station.press("2o")
        #expect(station.screen.contains("www.b.example"))
        station.forget()
        station.press("<Down><Enter>")
        #expect(station.effects == [.copy("https://a.example/x?y=1")])
    }

    @Test("y copies the address, with three keys the phone number, and orders no terminal")
    func contact() {
        var station = Station()
        station.press("j")
        station.forget()
        station.press("y<Enter>")
        #expect(station.effects == [.copy("jordan.p@mail.example")])
        station.press("y<Down><Enter>")
        #expect(station.effects.last == .copy("+1 510 555 0142"))
        let lead = station.desk.leads.rows[1]
        station.office.transcripts[lead.id] = [
            Office.message(1, .visitor, "a\u{1B}]52;c;x\u{07}b\nrm", at: Office.ago(9))
        ]
        station.send(.replicaChanged)
        station.press("yvisitor<Enter>")
        guard case .copy(let text)? = station.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }

    @Test("I unfolds all 18 metrics and folds them again")
    func metrics() {
        var station = Station(width: 160, height: 60)
        station.press("j2I")
        #expect(station.screen.contains("messages by visitors 12"))
        #expect(station.screen.contains("contacts left yes"))
        #expect(station.screen.contains("widget minimized"))
        station.press("I")
        #expect(!station.screen.contains("messages by visitors 12"))
    }
}
