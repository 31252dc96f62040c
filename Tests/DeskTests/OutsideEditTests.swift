import Model
import Testing

@testable import Desk

/// A long text in the agent's own editor, as the desk sees it.
struct OutsideEditTests {
    private func answering(_ typed: String) throws -> (Station, String) {
        var (station, row) = try Station.withQuestion()
        station.press("3a" + typed)
        station.forget()
        return (station, "answer-\(row.id)/answer")
    }

    @Test("the text is kept, handed over, and taken back as one change that is kept too")
    func there() throws {
        var (station, name) = try answering("One")
        station.press("<Ctrl-e>")
        #expect(
            station.effects == [
                .keepDraft(name: name, text: "One"), .editOutside(name: name, text: "One"),
            ]
        )
        station.forget()
        station.send(.editedOutside(OutsideEdit(name: name, text: "One space\nfor each.")))
        #expect(station.desk.form?.text("answer") == "One space\nfor each.")
        #expect(station.effects == [.keepDraft(name: name, text: "One space\nfor each.")])
    }

    @Test("what comes back is as hostile as a paste, and goes through the same hands")
    func hostile() throws {
        var (station, name) = try answering("")
        station.press("<Ctrl-e>")
        let text = "Yes\u{1B}[31m\u{202E}.\r\nNo\u{0}."
        station.send(.editedOutside(OutsideEdit(name: name, text: text)))
        #expect(station.desk.form?.text("answer") == "Yes[31m.\nNo.")
    }

    @Test("a text that comes back to no form is kept for the next time")
    func closed() throws {
        var (station, name) = try answering("")
        station.press("<Esc>")
        station.forget()
        station.send(.editedOutside(OutsideEdit(name: name, text: "Yes.")))
        #expect(station.effects == [.keepDraft(name: name, text: "Yes.")])
        station.press("a")
        #expect(station.desk.form?.text("answer") == "Yes.")
    }

    @Test("what went wrong is said, and the text is as it was")
    func trouble() throws {
        var (station, name) = try answering("One")
        station.press("<Ctrl-e>")
        let trouble = "nano does not start: No such file or directory"
        station.send(.editedOutside(OutsideEdit(name: name, trouble: trouble)))
        #expect(station.screen.contains(trouble))
        #expect(station.desk.form?.text("answer") == "One")
    }

    @Test("a form without a long text says so, and hands nothing over")
    func short() {
        var station = Station()
        station.press("t")
        station.forget()
        station.press("<Ctrl-e>")
        #expect(station.effects.isEmpty)
        #expect(station.screen.contains("Only a text of several lines"))
    }
}
