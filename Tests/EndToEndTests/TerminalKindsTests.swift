import Foundation
import Testing

/// The screen is the same on every terminal, and what `foyer render` says it is.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct TerminalKindsTests {
    private let desks: Desks

    init() throws {
        desks = try Desks(questions: 12)
    }

    /// Waits until the screen is what render says.
    private func see(_ tmux: Tmux, _ width: Int, _ height: Int) throws {
        try desks.expectFrame(width, height, on: tmux.screen)
    }

    private func open(_ tmux: Tmux, _ environment: String = "", _ arguments: String = "") throws {
        let desk = "\(Programs.foyer) --profile \(desks.robin) \(arguments)"
        try tmux.type("clear; \(environment) \(desk); echo left $?")
        try tmux.see(" live")
    }

    private func leave(_ tmux: Tmux) throws {
        try tmux.press("q")
        try tmux.see("left 0")
    }

    @Test("the frame is whole on terminals of every kind, with no, 8, 256 and direct colours")
    func kinds() throws {
        let tmux = try Tmux(width: 100, height: 30)
        let entry = try tmux.scratch.write(Self.direct, to: "direct.ti")
        let database = tmux.scratch.file("terminfo")
        _ = try Run.text("/usr/bin/env", "tic", "-x", "-o", database, entry)
        for kind in ["vt100", "linux", "xterm", "screen", "tmux-256color"] {
            try open(tmux, "TERM=\(kind)")
            try see(tmux, 100, 30)
            // Where it cannot be hidden it stands where nobody types.
            let cursor = try ["cursor_flag", "cursor_x", "cursor_y"].map(tmux.word)
            #expect(cursor[0] == "0" || cursor[1...] == ["0", "29"], "\(kind): \(cursor)")
            try leave(tmux)
        }
        let log = tmux.scratch.file("bytes")
        try tmux.record(to: log)
        try open(tmux, "TERM=xterm-direct TERMINFO=\(database)")
        try see(tmux, 100, 30)
        try leave(tmux)
        let bytes = try String(decoding: Data(contentsOf: URL(filePath: log)), as: UTF8.self)
        #expect(bytes.contains("48:2::"))
        try open(tmux, "TERM=tmux-256color COLORTERM=truecolor", "--theme dark")
        try see(tmux, 100, 30)
        // The very paper of dark.toml.
        #expect(try tmux.tmux(["capture-pane", "-p", "-e"]).contains("48;2;22;25;31"))
        try leave(tmux)
    }

    @Test("with eight colours nothing dark on a light paper is brightened by being bold")
    func eight() throws {
        let tmux = try Tmux(width: 100, height: 30)
        try open(tmux, "TERM=screen", "--theme light")
        try see(tmux, 100, 30)
        let cells = try tmux.tmux(["capture-pane", "-p", "-e"])
        #expect(cells.contains("[30m"), "black is a colour of this theme")
        #expect(!cells.contains(/\[1m(\u{1B}\[4[0-9]m)?\u{1B}\[30m/))
        try leave(tmux)
    }

    /// xterm's entry of direct colours as ncurses has it, which Debian packs apart.
    private static let direct = """
        xterm-direct|xterm with direct-color indexing,
        \tRGB, colors#0x1000000, pairs#0x7FFF, use=xterm-256color,
        \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\
        \\:%p1%{255}%&%d%;m,
        \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\
        \\:%p1%{255}%&%d%;m,

        """

    @Test("without UTF-8 every cell is ASCII, and the frame is whole")
    func ascii() throws {
        let tmux = try Tmux(width: 90, height: 26)
        try open(tmux, "LC_ALL=C")
        try desks.expectFrame(90, 26, ["--ascii"], on: tmux.screen)
        #expect(try tmux.screen().unicodeScalars.allSatisfy(\.isASCII))
        try leave(tmux)
    }

    @Test("after a storm of resizes the frame is whole, from the least size to the largest")
    func storm() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        for (width, height) in [(60, 16), (300, 80), (80, 24), (132, 36)] {
            for step in 0..<20 { try tmux.resize(50 + step * 7, 12 + step * 3 % 40) }
            try tmux.resize(width, height)
            try see(tmux, width, height)
        }
        try tmux.resize(59, 15)
        try tmux.see("Foyer needs 60x16")
        try tmux.resize(100, 30)
        try see(tmux, 100, 30)
    }
}
