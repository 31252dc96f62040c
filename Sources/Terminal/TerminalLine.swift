import CNcurses
import Glibc
import Screen

/// The line to a terminal: its modes, its size, and bytes both ways.
struct TerminalLine {
    let input: Int32
    let output: Int32
    private let saved: termios

    /// Remembers the modes as they are.
    init(input: Int32, output: Int32) throws(TerminalTrouble) {
        guard isatty(input) == 1, isatty(output) == 1 else { throw .noTerminal }
        var modes = termios()
        guard tcgetattr(input, &modes) == 0 else { throw .system("tcgetattr", errno) }
        self.input = input
        self.output = output
        saved = modes
    }

    var savedModes: termios { saved }

    /// Every byte as it comes: no line editing, no signals of keys, no echo.
    func enterRawMode() throws(TerminalTrouble) {
        var modes = saved
        cfmakeraw(&modes)
        guard tcsetattr(input, TCSANOW, &modes) == 0 else { throw .system("tcsetattr", errno) }
    }

    /// The modes as they were; keys meant for the desk do not run in the shell.
    ///
    /// It waits for nothing: a terminal that takes no bytes any more must not hold the program.
    func leaveRawMode() {
        var modes = saved
        tcflush(input, TCIFLUSH)
        tcsetattr(input, TCSANOW, &modes)
    }

    /// Columns and lines; 80x24 where the terminal does not say.
    var size: Size {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
        else { return Size(width: 80, height: 24) }
        return Size(width: Int(window.ws_col), height: Int(window.ws_row))
    }

    /// Writes all of it; a terminal that takes nothing for a while is waited for.
    func write(_ bytes: [UInt8]) throws(TerminalTrouble) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(output, buffer.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count > 0 {
                start += count
            } else if errno == EAGAIN {
                var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, -1)
                if wait.revents & Int16(POLLHUP | POLLERR) != 0 { throw .gone }
            } else if errno != EINTR {
                throw .gone
            }
        }
    }

    /// What has come; empty where nothing has, nil where the terminal is gone.
    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        let count = Glibc.read(input, &buffer, buffer.count)
        if count > 0 { return Array(buffer[..<count]) }
        if count < 0, errno == EAGAIN || errno == EINTR { return [] }
        return nil
    }
}
