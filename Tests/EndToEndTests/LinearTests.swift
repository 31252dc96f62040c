import Foundation
import Testing

/// The built desk for somebody who hears it, and the mouse in a real terminal.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct LinearTests {
    private let desks: Desks

    init() throws {
        desks = try Desks(questions: 3)
    }

    private func open(_ tmux: Tmux, _ words: String) throws {
        try tmux.type("clear; \(words.replacing("FOYER", with: Programs.foyer)); echo left $?")
    }

    @Test(
        "--linear says one thing a line on any terminal, with the cursor on the selection",
        arguments: ["tmux-256color", "dumb"]
    )
    func linear(kind: String) throws {
        let tmux = try Tmux(width: 100, height: 30)
        try open(tmux, "TERM=\(kind) FOYER --linear --profile \(desks.robin)")
        try tmux.see("Live.")
        try tmux.see("1 of 3: Visitor 0, waiting")
        #expect(try tmux.word("alternate_on") == "0")
        #expect(try !tmux.screen().contains("┃"))
        try tmux.press("j")
        try tmux.see("2 of 3: Visitor 1, waiting")
        #expect(try tmux.word("cursor_x") == "0")
        let row = Int(try tmux.word("cursor_y")) ?? 0
        let lines = try tmux.screen().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[row].hasPrefix("2 of 3: Visitor 1"))
        try tmux.press("/")
        try tmux.send("visitor 2")
        try tmux.see("/ visitor 2")
        try tmux.see("Leads, 1, filtered")
        try tmux.press("Enter", "Enter")
        try tmux.see("Conversation, Visitor 2.")
        try tmux.see("Hello from 2")
        try tmux.press("q")
        try tmux.see("left 0")
        #expect(try tmux.screen().contains("1 of 3: Visitor 0"), "what was said stays")
    }

    @Test("the mouse is the terminal's until it is asked for, and is given back")
    func mouse() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux, "FOYER --profile \(desks.robin)")
        try tmux.see("● live")
        #expect(try tmux.word("mouse_any_flag") == "0")
        try tmux.press("Space", "m")
        try tmux.see("with Shift it is the terminal's")
        #expect(try tmux.word("mouse_standard_flag") == "1")
        // A press on the third question, as xterm's mode 1006 tells it.
        try tmux.send("\u{1B}[<0;10;30M")
        try tmux.see("┏━ 3 Questions")
        try tmux.press("Space", "m")
        try tmux.see("the terminal's again")
        #expect(try tmux.word("mouse_any_flag") == "0")
        try tmux.press("q")
        try tmux.see("left 0")
    }
}
