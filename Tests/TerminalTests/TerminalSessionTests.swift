import Glibc
import Screen
import Terminal
import Testing

/// The session on the far side of a pseudo-terminal; one at a time, for a process has one `TERM`
/// and one handler of each signal.

@Suite(.serialized) struct TerminalSessionTests {
    /// Both ends of a pseudo-terminal of 80 columns and 24 lines.
    private final class Line {
        let near: Int32
        let far: Int32

        init(lines: UInt16 = 24) throws {
            var (near, far): (Int32, Int32) = (0, 0)
            var size = winsize(ws_row: lines, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
            try #require(openpty(&near, &far, nil, nil, &size) == 0)
            (self.near, self.far) = (near, far)
            _ = fcntl(near, F_SETFL, O_NONBLOCK)
            setenv("TERM", "xterm-256color", 1)
            // What runs the tests may ask for none.
            unsetenv("NO_COLOR")
            unsetenv("COLORTERM")
        }

        deinit {
            close(near)
            close(far)
        }

        var modes: [UInt32] {
            var modes = termios()
            tcgetattr(far, &modes)
            return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
        }

        /// What the terminal was sent since, waited for until that text is among it; without one,
        /// what is there.
        func sent(until text: String = "") -> String {
            var all = ""
            var watched = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
            repeat {
                var bytes = [UInt8](repeating: 0, count: 1 << 16)
                let length = bytes.count
                let count = read(near, &bytes, length)
                all += String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
                if !text.isEmpty, all.contains(text) { return all }
            } while poll(&watched, 1, text.isEmpty ? 0 : 10_000) > 0
            return all
        }

        func type(_ text: String) { _ = write(near, text, text.utf8.count) }
    }

    private func session(_ line: Line) throws -> TerminalSession {
        let theme = try ThemeLibrary().theme("dark")
        return try TerminalSession(theme: theme, input: line.far, output: line.far)
    }

    private func grid(_ text: String) -> Grid {
        var grid = Grid(width: 80, height: 24)
        grid.draw(DisplayText(outside: text), x: 3, y: 2, role: .text)
        return grid
    }

    @Test("a frame that is as the one before writes no byte, and one that differs writes little")
    func frames() throws {
        let line = try Line()
        let session = try session(line)
        try session.present(grid("Avery Stone"))
        let first = session.bytesWritten
        #expect(line.sent(until: "Avery Stone").contains("Avery Stone"))
        try session.present(grid("Avery Stone"))
        #expect(session.bytesWritten == first)
        #expect(session.framesWritten == 1)
        try session.present(grid("Avery Stowe"))
        #expect(line.sent(until: "w").contains("w"))
        #expect(session.bytesWritten - first < 80)
        session.close()
    }

    @Test("another theme is drawn at once, though no letter is another one")
    func theme() throws {
        let line = try Line()
        let session = try session(line)
        try session.present(grid("Avery Stone"))
        #expect(line.sent(until: "Stone").contains("48;5;234"))
        for (paper, index) in [("#000087", 18), ("#5f0000", 52)] {
            let text = "extends = \"dark\"\n[palette]\npaper = \"\(paper)\"\n"
            session.setTheme(try ThemeLibrary(texts: ["mine": text]).theme("mine"))
            try session.present(grid("Avery Stone"))
            #expect(line.sent(until: "Stone").contains("48;5;\(index)"))
        }
        session.close()
    }

    @Test("a terminal that takes every colour gets the theme's own, and another theme's after it")
    func exactColors() throws {
        let line = try Line()
        setenv("COLORTERM", "truecolor", 1)
        defer { unsetenv("COLORTERM") }
        let session = try session(line)
        try session.present(grid("Avery Stone"))
        #expect(line.sent(until: "Stone").contains("48;2;22;25;31"))
        session.setTheme(try ThemeLibrary().theme("light"))
        try session.present(grid("Avery Stone"))
        let light = line.sent(until: "Stone")
        #expect(light.contains("48;2;251;251;249"))
        #expect(!light.contains("48;2;22;25;31") && !light.contains("8;5;"))
        session.close()
    }

    @Test("the scrolling region is that of the whole window, so that the shell's is too")
    func region() throws {
        let line = try Line(lines: 31)
        let session = try session(line)
        try session.present(grid("Avery Stone"))
        #expect(line.sent(until: "Stone").contains("\u{1B}[1;31r"))
        session.close()
        #expect(!line.sent().contains("\u{1B}[1;24r"))
    }

    @Test("closing gives modes, screen and cursor back; closing again does nothing")
    func givenBack() throws {
        let line = try Line()
        let before = line.modes
        let session = try session(line)
        #expect(line.modes != before)
        try session.present(grid("Avery Stone"))
        #expect(line.sent(until: "Stone").contains("\u{1B}[?1049h"))
        session.close()
        let closing = line.sent(until: "\u{1B}[?1049l")
        #expect(closing.contains("\u{1B}[?1049l"))
        #expect(closing.contains("\u{1B}[?2004l"))
        #expect(line.modes == before)
        session.close()
        #expect(line.sent().isEmpty)
    }

    @Test("keys, the mailbox and a terminal that goes each end a wait")
    func waits() throws {
        let line = try Line()
        let session = try session(line)
        let mailbox = Mailbox<Int>()
        line.type("j\u{1B}[A")
        let keys = try session.wait(timeout: .seconds(10), mailbox: mailbox.descriptor)
        #expect(
            keys == [.input(.key(Key(typing: "j"))), .input(.key(Key(name: "Up")))]
        )
        mailbox.post(1)
        #expect(try session.wait(timeout: .seconds(10), mailbox: mailbox.descriptor).isEmpty)
        _ = mailbox.drain()
        line.type("\u{1B}")
        #expect(try session.wait(timeout: .seconds(10), mailbox: mailbox.descriptor).isEmpty)
        let escape = try session.wait(timeout: .seconds(10), mailbox: mailbox.descriptor)
        #expect(escape == [.input(.key(Key(name: "Esc")))])
        session.close()
    }

    @Test("what is no terminal, or none that is known, is said with a way out")
    func refused() throws {
        let theme = try ThemeLibrary().theme("dark")
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        #expect(throws: TerminalTrouble.noTerminal) {
            try TerminalSession(theme: theme, input: ends[0], output: ends[1])
        }
        let line = try Line()
        let before = line.modes
        for (name, trouble) in [
            ("nonsense", TerminalTrouble.unknown("nonsense")), ("dumb", .simple("dumb")),
        ] {
            setenv("TERM", name, 1)
            #expect(throws: trouble) { try session(line) }
            #expect(line.modes == before)
            #expect(line.sent().isEmpty)
        }
    }
}
