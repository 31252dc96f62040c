import Foundation
import Testing

/// A desk that is used over a line on which every byte takes 300 ms each way.
@Suite(
    .enabled(
        if: Tmux.isHere && Programs.isInstalled("python3"),
        "needs tmux and python3; Tests/run installs them"
    ),
    .serialized
)
struct SlowLineTests {
    private static let line = Programs.root.appending(path: "Tests/Terminals/slow.py").path

    @Test(
        "what is typed, cut sequences, Escape and pastes arrive as they were meant",
        .timeLimit(.minutes(3))
    )
    func far() throws {
        let desks = try Desks(questions: 12)
        let tmux = try Tmux(width: 100, height: 30)
        let desk = "\(Programs.foyer) --profile \(desks.robin)"
        try tmux.type("clear; python3 '\(Self.line)' 300 \(desk); echo left $?")
        // Keys before the first frame is seen, while the terminal's own answers are on their way.
        try tmux.press("3", "a")
        try tmux.see("publish")
        // Escape alone is Escape. What comes next waits until that is seen: where the desk gets no
        // time to read between the two, they are Alt and a key on any terminal.
        try tmux.press("Escape")
        try tmux.seeNoMore("┏━ Answer")
        try tmux.press("1", "G")
        try tmux.see("12 of 12")
        // An arrow comes in two packets.
        try tmux.press("Up", "Up", "Down")
        try tmux.see("11 of 12")
        try expectFewBytes(tmux)
        // All of it before the first of it is seen.
        try tmux.send("/visitor 7")
        try tmux.press("Escape", "Up", "e")
        try tmux.see("┏━ Note")
        let words = (1...60).map { "line \($0) of a long text that is pasted" }
        try tmux.paste(words.joined(separator: "\n"))
        try tmux.see("line 60 of a long text that is pasted")
        try tmux.press("C-s")
        try tmux.see("Done: ")
        try tmux.press("q")
        try tmux.see("left 0")
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", desks.robin)
        #expect(
            try desks.texts("SELECT note FROM lead_activity") == [words.joined(separator: "\n")]
        )
        #expect(try tmux.word("alternate_on") == "0")
    }

    /// Keys that come together are one frame, and one that says what is different alone.
    private func expectFewBytes(_ tmux: Tmux) throws {
        let log = tmux.scratch.file("bytes")
        try tmux.record(to: log)
        try tmux.send(String(repeating: "k", count: 40))
        try tmux.see(" 1 of 12")
        try tmux.send(String(repeating: "j", count: 40))
        try tmux.see("12 of 12")
        try tmux.tmux(["pipe-pane"])
        let bytes = try Data(contentsOf: URL(filePath: log)).count
        #expect(bytes < 10_000, "80 keys, each seen by itself, are some 20,000")
    }
}
