import CNcurses
import Glibc
import Screen

/// ncurses, drawing into memory: what it would write for a frame is collected and handed out.
///
/// ncurses keeps its state in global variables, so there is one of these at a time, used by one
/// thread.
final class Curses {
    private let screen: OpaquePointer
    private let output: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>
    private let memory: Int32
    /// What the terminal says of itself in the terminfo database.
    let colors: Int
    private var pairs: [Style: Int32] = [:]
    /// The colours that stand for places of the palette.
    private var exact = ExactColors()
    private var writer = PenWriter()
    private var canHideCursor = true

    /// Pairs of colours that ncurses has room for; a theme has some hundreds of styles at most.
    private static let mostPairs = 32_000

    init(_ line: TerminalLine, size: Size) throws(TerminalTrouble) {
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        switch Int(foyer_terminal_kind(line.output)) {
        case FOYER_TERMINAL_UNKNOWN: throw .unknown(name)
        case FOYER_TERMINAL_SIMPLE: throw .simple(name)
        default: break
        }
        memory = foyer_memory_file()
        guard memory >= 0 else { throw .system("memfd_create", errno) }
        guard let output = fdopen(Self.copy(memory), "w"),
            let input = fdopen(Self.copy(line.input), "r")
        else {
            throw .system("fdopen", errno)
        }
        self.output = output
        self.input = input
        set_escdelay(25)
        guard let screen = Self.newScreen(output, input, size) else {
            fclose(output)
            fclose(input)
            Glibc.close(memory)
            throw .unknown(name)
        }
        self.screen = screen
        colors = has_colors() ? Self.startColors() : 0
        // Keys are read elsewhere; ncurses must not look whether some are waiting.
        typeahead(-1)
        nonl()
        leaveok(foyer_stdscr(), false)
        resizeterm(Int32(size.height), Int32(size.width))
    }

    /// Begins a screen of the size that the terminal has.
    ///
    /// ncurses cannot ask the memory that it writes to for its size, and would set the scrolling
    /// region of a terminal of 24 lines, below which a shell could never scroll again. So it is
    /// told where it looks first, before any other thread could look there.
    private static func newScreen(
        _ output: UnsafeMutablePointer<FILE>,
        _ input: UnsafeMutablePointer<FILE>,
        _ size: Size
    ) -> OpaquePointer? {
        let sizes = [("LINES", size.height), ("COLUMNS", size.width)]
        let before = sizes.map { getenv($0.0).map { String(cString: $0) } }
        for (name, count) in sizes { setenv(name, "\(count)", 1) }
        defer {
            for ((name, _), value) in zip(sizes, before) {
                if let value { setenv(name, value, 1) } else { unsetenv(name) }
            }
        }
        return newterm(nil, output, input)
    }

    /// Another descriptor of the same file, which programs that are started do not get.
    private static func copy(_ descriptor: Int32) -> Int32 {
        fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    }

    private static func startColors() -> Int {
        start_color()
        use_default_colors()
        return Int(foyer_colors())
    }

    /// How ncurses draws a style; good until `forgetColors`.
    func ink(of style: Style) -> Ink {
        var style = style
        // Eight colours and bold make sixteen.
        if colors < 16 {
            if style.background >= 8 { style.background -= 8 }
            if style.foreground >= 8 {
                style.foreground -= 8
                style.attributes.insert(.bold)
            } else if Self.lightOfEight.contains(style.background) {
                // Bold would brighten it too: black on white became grey on white.
                style.attributes.remove(.bold)
            }
        }
        return Ink(bits: Self.bits(style.attributes), pair: pair(of: style))
    }

    /// Green, yellow, cyan and white: on them the darker of two inks is the legible one.
    private static let lightOfEight: Set<Int32> = [2, 3, 6, 7]

    /// Puts a cell where it is; the right half of a wide glyph goes with the left one.
    func put(_ glyph: Glyph, x: Int, y: Int, ink: Ink) {
        // The base, two marks at most, and the end.
        var scalars: (wchar_t, wchar_t, wchar_t, wchar_t) = (wchar_t(glyph.base.value), 0, 0, 0)
        if glyph.hasMarks {
            let all = glyph.scalars.map { wchar_t($0.value) }
            scalars.1 = all.count > 1 ? all[1] : 0
            scalars.2 = all.count > 2 ? all[2] : 0
        }
        withUnsafeBytes(of: &scalars) { bytes in
            guard let start = bytes.assumingMemoryBound(to: wchar_t.self).baseAddress else {
                return
            }
            foyer_put(Int32(y), Int32(x), start, ink.bits, ink.pair)
        }
    }

    /// What must be written for the screen to show what was put, with the cursor in its place.
    func frame(cursor: Point?) -> [UInt8] {
        // ncurses says ERR the first time alone.
        if curs_set(cursor == nil ? 0 : 1) == ERR { canHideCursor = false }
        if let cursor {
            wmove(foyer_stdscr(), Int32(cursor.y), Int32(cursor.x))
        } else if !canHideCursor {
            // A VT100 cannot hide it: in the corner it is not taken for a place one types at.
            wmove(foyer_stdscr(), max(0, getmaxy(foyer_stdscr()) - 1), 0)
        }
        wrefresh(foyer_stdscr())
        return writer.write(collected(), exact)
    }

    func resize(to size: Size) {
        resizeterm(Int32(size.height), Int32(size.width))
    }

    /// Makes room for the colours of another theme: small terminals have 64 pairs.
    ///
    /// The next frame writes every cell, without clearing the screen before: ncurses holds a cell
    /// to be as it was where only the colours of its pair are others.
    func forgetColors() {
        pairs.removeAll()
        exact.makeRoom()
        redrawwin(foyer_stdscr())
    }

    /// The next frame writes every cell.
    func forgetScreen() {
        clearok(foyer_stdscr(), true)
        writer.forget()
    }

    /// What must be written to leave.
    func leave() -> [UInt8] {
        endwin()
        writer.forget()
        return collected()
    }

    func close() {
        delscreen(screen)
        fclose(output)
        fclose(input)
        Glibc.close(memory)
    }

    private func collected() -> [UInt8] {
        fflush(output)
        let count = Int(lseek(memory, 0, SEEK_END))
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = pread(memory, &bytes, count, 0)
        ftruncate(memory, 0)
        lseek(memory, 0, SEEK_SET)
        return Array(bytes[..<max(0, read)])
    }

    private func pair(of style: Style) -> Int32 {
        guard colors > 0, style.foreground >= 0 || style.background >= 0 else { return 0 }
        var key = style
        key.attributes = []
        if let known = pairs[key] { return known }
        let number = Int32(pairs.count + 1)
        guard number < Self.mostPairs,
            init_extended_pair(number, color(style.foreground), color(style.background)) == OK
        else { return 0 }
        pairs[key] = number
        return number
    }

    /// What ncurses calls a colour of a style: terminals of direct colours take all but the first
    /// eight as red, green and blue, others get a place of their palette for each.
    private func color(_ number: Int32) -> Int32 {
        guard number >= Color.numbers else { return number }
        let color = number & 0xFF_FFFF
        if colors > 256 { return color < 8 ? 0 : color }
        return exact.place(of: color)
    }

    private static func bits(_ attributes: Attributes) -> UInt32 {
        var bits: UInt32 = 0
        if attributes.contains(.bold) { bits |= foyer_attribute_bold() }
        if attributes.contains(.dim) { bits |= foyer_attribute_dim() }
        if attributes.contains(.underline) { bits |= foyer_attribute_underline() }
        if attributes.contains(.reverse) { bits |= foyer_attribute_reverse() }
        if attributes.contains(.italic) { bits |= foyer_attribute_italic() }
        return bits
    }
}

/// Attributes and colours as ncurses numbers them.
struct Ink {
    let bits: UInt32
    let pair: Int32
}
