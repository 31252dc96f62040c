import Model
import Screen
import Testing

@testable import Desk

/// A text that is pasted outside of a field: offered as a reply, and never keys.
struct PastedReplyTests {
    /// Keys that would quit, write and lock, what ends a bracketed paste, and order signs.
    private static let hostile = "q\r:quit\r\u{1B}[201~cL\u{3}\u{13}x\nrm -rf ~\u{202E}end"

    @Test("with a question at hand it becomes the answer's text, which is not sent")
    func answer() throws {
        var (station, row) = try Station.withQuestion()
        station.press("3")
        station.forget()
        station.send(.input(.paste("One space.\nA second is $75.")))
        #expect(station.desk.form?.purpose == .answer(row.id))
        #expect(station.desk.form?.text("answer") == "One space.\nA second is $75.")
        #expect(station.writes.isEmpty)
        let name = "answer-\(row.id)/answer"
        #expect(station.effects == [.keepDraft(name: name, text: "One space.\nA second is $75.")])
    }

    @Test("it goes behind what was begun before, and Tab and Esc mean what they mean")
    func behind() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3a")
        station.press("Yes. <Esc>")
        station.send(.input(.paste("One space.")))
        #expect(station.desk.form?.text("answer") == "Yes. One space.")
        station.press("<Esc>")
        #expect(station.desk.mode == .panes)
    }

    @Test("with a lead at hand that left an address it becomes an email's text")
    func email() throws {
        var station = Station()
        station.office.questions = []
        station.send(.replicaChanged)
        // The first left nothing, the second an address.
        station.press("j")
        let lead = try #require(station.desk.leads.selected)
        station.send(.input(.paste("Thank you for writing.")))
        #expect(station.desk.form?.purpose == .email(lead.id))
        #expect(station.desk.form?.text("text") == "Thank you for writing.")
        #expect(station.desk.form?.focused?.label == "text")
        #expect(station.writes.isEmpty)
    }

    @Test("where no reply can be it says why not, and nothing opens")
    func elsewhere() throws {
        var station = Station()
        for keys in ["4", "5", "6", "0"] {
            station.press(keys)
            station.forget()
            station.send(.input(.paste("hello")))
            #expect(station.desk.form == nil && station.effects.isEmpty, "\(keys)")
            #expect(station.screen.contains("Pasted text becomes the reply"), "\(keys)")
        }
        station = Station()
        station.office.questions = []
        station.send(.replicaChanged)
        station.send(.input(.paste("hello")))
        #expect(station.desk.form == nil)
        #expect(station.screen.contains("The lead left no email address."))
        station.office.overview.access = .only([])
        station.send(.replicaChanged)
        station.press("j")
        station.send(.input(.paste("hello")))
        #expect(station.desk.form == nil)
        #expect(station.screen.contains("Pasted text becomes a reply. You may read here"))
    }

    @Test("a hostile paste runs no key in any place, and only what can be seen is taken")
    func hostile() throws {
        for keys in ["1", "2", "3", "4", "5", "6", "0", "7", "3a", "t", "?", ":", "/", "4g"] {
            var (station, _) = try Station.withQuestion()
            station.press(keys)
            station.forget()
            station.send(.input(.paste(Self.hostile)))
            let drafts = station.effects.allSatisfy {
                if case .keepDraft = $0 { true } else { false }
            }
            #expect(drafts, "\(keys): \(station.effects)")
            #expect(station.desk.lock == nil, "\(keys)")
            for text in station.desk.form?.fields.map(\.text) ?? [] {
                let controls = text.unicodeScalars.filter {
                    $0 != "\n" && $0.properties.generalCategory == .control
                }
                #expect(controls.isEmpty, "\(keys)")
            }
            #expect(station.desk.form?.text("answer").contains("\u{202E}") != true, "\(keys)")
        }
    }

    @Test("a flood is cut at what an answer can hold")
    func flood() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3")
        station.send(.input(.paste(String(repeating: "x", count: 1_000_000))))
        #expect(station.desk.form?.text("answer").count == TextEditor.longest)
    }
}
