import Foundation
import Testing

/// The mouse of a real terminal, as the bytes that one sends (SGR, mode 1006).
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct MouseTests {
    /// Presses a button of the mouse, or turns its wheel, on a text of the screen.
    private func mouse(_ button: Int, on text: String, _ tmux: Tmux) throws {
        let lines = try tmux.screen().split(separator: "\n", omittingEmptySubsequences: false)
        guard let row = lines.firstIndex(where: { $0.contains(text) }),
            let start = lines[row].range(of: text)?.lowerBound
        else { throw Failure("\(text) is not on the screen:\n\(try tmux.screen())") }
        let column = lines[row].distance(from: lines[row].startIndex, to: start) + 1
        for (number, final) in [(button, "M"), (button, "m")] {
            let report = "\u{1B}[<\(number);\(column);\(row + 1)\(final)"
            try tmux.send(report)
        }
    }

    @Test(
        "rows, fields and hints are pressed with the mouse of a terminal",
        .timeLimit(.minutes(3))
    )
    func presses() throws {
        let desks = try Desks(questions: 3)
        let tmux = try Tmux(width: 120, height: 40)
        try tmux.type("clear; \(Programs.foyer) --mouse --profile \(desks.robin); echo left $?")
        try tmux.see("Visitor 2")
        try mouse(0, on: "Visitor 1", tmux)
        try tmux.see("Visitor  Hello from 1")
        try mouse(0, on: "Visitor 1", tmux)
        try tmux.see("┏━ 2 Conversation")
        try tmux.press("e")
        try tmux.see("your text is kept")
        try tmux.press("abc")
        try tmux.see("abc")
        try mouse(0, on: "Esc leave", tmux)
        try tmux.see("Your text is kept.")
        try tmux.press("6")
        try tmux.see("From chat to tour")
        try mouse(65, on: "From chat to tour", tmux)
        try mouse(64, on: "Insights", tmux)
        try mouse(0, on: "q back", tmux)
        try tmux.seeNoMore("From chat to tour")
        try tmux.press("q")
        try tmux.see("left 0")
    }
}
