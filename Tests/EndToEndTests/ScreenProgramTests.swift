import Foundation
import Testing

/// The desk within GNU screen, as offices that work over SSH keep it open.
@Suite(
    .enabled(
        if: Tmux.isHere && Programs.isInstalled("screen"),
        "needs tmux and screen; Tests/run installs them"
    ),
    .serialized
)
final class ScreenProgramTests {
    // What is first here ends first.
    private let tmux: Tmux
    private let desks: Desks

    init() throws {
        desks = try Desks(questions: 12)
        tmux = try Tmux(width: 80, height: 24)
        let settings = try tmux.scratch.write(
            "startup_message off\naltscreen on\ndefutf8 on\nterm screen-256color\n",
            to: "screenrc"
        )
        let sockets = tmux.scratch.file("sockets")
        let screen = "SCREENDIR='\(sockets)' screen -U -S desk -c '\(settings)'"
        let shell = "PS1='with''in ' \(screen) bash --norc"
        try tmux.type("mkdir -m 700 '\(sockets)'; \(shell); echo en''ded")
        try tmux.see("within")
    }

    /// It goes on without its terminal, as it is meant to.
    deinit { _ = try? order("quit") }

    private func order(_ words: String...) throws -> Run {
        try Run(
            "/usr/bin/env",
            ["screen", "-S", "desk", "-p", "0", "-X"] + words,
            environment: ["SCREENDIR": tmux.scratch.file("sockets")]
        )
    }

    /// What screen itself holds to be on its window.
    private func hardcopy() throws -> String {
        let path = tmux.scratch.file("hardcopy")
        try? FileManager.default.removeItem(atPath: path)
        _ = try order("hardcopy", path)
        try eventually("a hardcopy") { FileManager.default.fileExists(atPath: path) }
        return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    @Test("the frame is whole at each size, keys arrive, and the terminal is given back")
    func whole() throws {
        try tmux.type("echo st''ands; stty -g > '\(tmux.scratch.file("before"))'")
        try tmux.see("stands")
        try tmux.type("\(Programs.foyer) --profile \(desks.robin) --theme dark; echo le''ft $?")
        try tmux.see(" live")
        for (width, height) in [(80, 24), (120, 40), (100, 30), (80, 24)] {
            try tmux.resize(width, height)
            try desks.expectFrame(width, height, on: tmux.screen)
        }
        #expect(try tmux.tmux(["capture-pane", "-p", "-e"]).contains("48;5;"))
        try tmux.press("Down", "Down", "Up")
        try tmux.see("2 of 12")
        try tmux.press("/")
        try tmux.send("visitor 7")
        try tmux.see("1 of 1 ")
        try tmux.press("Escape")
        try tmux.see("of 12")
        try tmux.press("q")
        try tmux.see("left 0")
        let screen = try tmux.screen()
        #expect(screen.contains("stands") && !screen.contains("Leads"))
        try tmux.type("stty -g | cmp - '\(tmux.scratch.file("before"))' && echo as be''fore")
        try tmux.see("as before")
        // A hardcopy has no letters but ASCII.
        try tmux.type("LC_ALL=C \(Programs.foyer) --profile \(desks.robin); echo le''ft $?")
        for (width, height) in [(80, 24), (100, 30)] {
            try tmux.resize(width, height)
            try desks.expectFrame(width, height, ["--ascii"], on: hardcopy)
        }
        try tmux.press("q")
        try tmux.see("left 0")
        try tmux.type("exit")
        try tmux.see("ended")
    }
}
