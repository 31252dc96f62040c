import CNcurses
import Glibc
package import Screen

/// The terminal while a desk is on it: taken over at the beginning, given back on every way out.
///
/// One thread owns it: the process's first. A frame is one write.
package final class TerminalSession {
    /// Frames that were written, and their bytes, for those who measure.
    package private(set) var framesWritten = 0
    package private(set) var bytesWritten = 0
    /// Whether the terminal is to be given ASCII alone, for it takes no UTF-8.
    package let isASCII: Bool
    package private(set) var size: Size

    private let line: TerminalLine
    private let signals: SignalLine
    /// Nil where lines are said and no screen is drawn.
    private let curses: Curses?
    private let depth: ColorDepth
    private var isMouseOn: Bool
    /// Whether the terminal says when its window has the focus.
    private let reportsFocus: Bool
    private var writer: LinearWriter
    private var sheet: StyleSheet
    private var shown: Grid?
    private var inks: [Look: Ink] = [:]
    private var lastInk: (look: Look, ink: Ink)?
    private var parser = KeyParser()
    private var isSynchronized = false
    private var isOpen = true
    private var early: [TerminalEvent] = []
    /// When what the parser has begun is whole, whether or not letters come meanwhile.
    private var deadline: ContinuousClock.Instant?

    /// Takes over the terminal of these descriptors.
    ///
    /// A crash of the program gives it back too, and adds where it was to the file `crashReport`.
    package init(
        theme: Theme,
        isMouseOn: Bool = false,
        isLinear: Bool = false,
        reportsFocus: Bool = false,
        crashReport: String? = nil,
        input: Int32 = STDIN_FILENO,
        output: Int32 = STDOUT_FILENO
    ) throws(TerminalTrouble) {
        isASCII = Self.prepareLocale()
        line = try TerminalLine(input: input, output: output)
        signals = try SignalLine(
            line: line,
            restore: isLinear ? Modes.restoreLine : Modes.restore,
            crashReport: crashReport
        )
        size = line.size
        try line.enterRawMode()
        do {
            curses = isLinear ? nil : try Curses(line, size: size)
        } catch {
            line.leaveRawMode()
            throw error
        }
        depth = ColorDepth(
            colors: curses?.colors ?? 0,
            takesAny: Self.takesAnyColor,
            noColor: Self.isSet("NO_COLOR")
        )
        sheet = StyleSheet(theme, depth: depth)
        self.isMouseOn = isMouseOn && !isLinear
        self.reportsFocus = reportsFocus && !isLinear
        writer = LinearWriter(
            width: size.width,
            isASCII: isASCII,
            // ncurses asks the same of its own, and must not be asked beside it.
            canMove: isLinear && Int(foyer_terminal_kind(line.output)) == FOYER_TERMINAL_SCREEN
        )
        try write(opening)
    }

    deinit {
        close()
    }

    /// Shows a frame: the difference to the one before, in one write; nothing where there is none.
    package func present(_ grid: Grid) throws(TerminalTrouble) {
        guard isOpen, let curses else { return }
        var isSame = shown?.cursor == grid.cursor
        grid.forEachChange(since: shown) { cell, x, y in
            isSame = false
            guard x < size.width, y < size.height, let glyph = glyph(of: cell) else { return }
            curses.put(glyph, x: x, y: y, ink: ink(of: cell, curses))
        }
        guard !isSame || shown == nil else { return }
        let bytes = curses.frame(cursor: grid.cursor)
        shown = grid
        guard !bytes.isEmpty else { return }
        framesWritten += 1
        try write(isSynchronized ? Self.bracketed(bytes) : bytes)
    }

    /// Says lines that are new, where no screen is drawn.
    package func say(_ speech: Speech) throws(TerminalTrouble) {
        guard isOpen else { return }
        try write(Array(writer.text(of: speech).utf8))
    }

    /// Asks the terminal to report the mouse, or not to.
    package func setMouse(_ isOn: Bool) throws(TerminalTrouble) {
        guard isOpen, curses != nil, isOn != isMouseOn else { return }
        isMouseOn = isOn
        try write(Array((isOn ? Modes.mouseOn : Modes.mouseOff).utf8))
    }

    /// Draws with another theme from the next frame on.
    package func setTheme(_ theme: Theme) {
        guard isOpen else { return }
        sheet = StyleSheet(theme, depth: depth)
        curses?.forgetColors()
        inks.removeAll()
        lastInk = nil
        shown = nil
    }

    /// Writes every cell with the next frame: something else wrote on the terminal.
    package func repaint() {
        guard isOpen else { return }
        curses?.forgetScreen()
        shown = nil
    }

    /// Rings the terminal's bell, however it rings.
    package func bell() throws(TerminalTrouble) {
        try write(Array(Modes.bell.utf8))
    }

    /// Puts a text into the clipboard, where the terminal lets it; one that is longer than it takes
    /// is left.
    package func copy(_ text: String) throws(TerminalTrouble) {
        guard takesOrders, let order = passing.copy(text) else { return }
        try write(Array(order.utf8))
    }

    /// Shows a notification of our own words beside the terminal, where it knows how.
    package func notify(_ words: String) throws(TerminalTrouble) {
        guard takesOrders else { return }
        try write(Array(passing.notification(words).utf8))
    }

    /// What takes no order shows its letters: lines that are said into a file, for one.
    private var takesOrders: Bool { curses != nil || writer.canMove }

    private var passing: Passing {
        Passing(
            name: getenv("TERM").map { String(cString: $0) } ?? "",
            isInTmux: Self.isSet("TMUX")
        )
    }

    /// Sleeps until something comes, at most so long, and says what of the terminal came.
    ///
    /// It also returns, with nothing, when `mailbox` becomes readable; and says so when the files
    /// that `files` watches change.
    package func wait(
        timeout: Duration,
        mailbox: Int32,
        files: FileWatch? = nil
    ) throws(TerminalTrouble)
        -> [TerminalEvent]
    {
        if !early.isEmpty {
            defer { early.removeAll() }
            return early
        }
        let limit = deadline.map { min(timeout, $0 - .now) } ?? timeout
        // A descriptor of -1 is skipped by poll(2).
        var watched = [line.input, signals.descriptor, mailbox, files?.descriptor ?? -1].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let count = Self.poll(&watched, atMost: limit)
        if count < 0, errno != EINTR { throw .system("poll", errno) }
        var events = try take(signals.drain())
        if count > 0, watched[3].revents != 0, files?.drain() == true { events.append(.watched) }
        if count > 0, watched[0].revents != 0 {
            guard let bytes = line.read() else { return events + [.ending] }
            defer { deadline = parser.patience.map { .now + $0 } }
            return events + take(parser.read(bytes))
        }
        guard let deadline, deadline <= .now else { return events }
        self.deadline = nil
        return events + take(parser.finish())
    }

    /// Stops as a job of the shell, and takes the terminal over again when it is continued.
    package func suspend() throws(TerminalTrouble) {
        guard isOpen else { return }
        try giveBack()
        foyer_stop_here()
        try takeAgain()
        early += try take(signals.drain().subtracting([SIGCONT]))
    }

    /// Gives the terminal to another program until that has ended, and takes it over again.
    ///
    /// Its arguments go to it as they are, through no shell. Nothing else is drawn meanwhile.
    package func lend(to arguments: [String]) throws(TerminalTrouble) -> LentEnd {
        guard isOpen else { throw .gone }
        try giveBack()
        let outcome: Result<(end: LentEnd, signals: Set<Int32>), TerminalTrouble>
        do throws(TerminalTrouble) {
            outcome = .success(try LentProgram(arguments).wait(signals))
        } catch {
            outcome = .failure(error)
        }
        // A terminal that went meanwhile must not take with it what the program has saved.
        do { try takeAgain() } catch { early.append(.ending) }
        let (end, came) = try outcome.get()
        early += try take(came.intersection([SIGTERM, SIGHUP]))
        return end
    }

    /// Gives the terminal back as it was; once.
    package func close() {
        guard isOpen else { return }
        try? giveBack()
        isOpen = false
        curses?.close()
    }

    /// Nil where the wide glyph to the left stands here too.
    private func glyph(of cell: Cell) -> Glyph? {
        guard isASCII else { return cell.isContinuation ? nil : cell.glyph }
        return cell.isContinuation ? .blank : cell.glyph.ascii
    }

    /// Made once a theme: a frame asks for thousands, and nearly always for the last one again.
    private func ink(of cell: Cell, _ curses: Curses) -> Ink {
        let look = Look(role: cell.role, ground: cell.ground)
        if let lastInk, lastInk.look == look { return lastInk.ink }
        let ink = inks[look] ?? curses.ink(of: sheet[cell.role, cell.ground])
        inks[look] = ink
        lastInk = (look, ink)
        return ink
    }

    private func take(_ items: [KeyParser.Item]) -> [TerminalEvent] {
        items.compactMap { item in
            switch item {
            case .input(let input): return .input(input)
            case .mode(2026, let isKnown):
                isSynchronized = isKnown
                return nil
            case .mode: return nil
            case .paper(let color): return .backdrop(Backdrop(color))
            }
        }
    }

    private func take(_ numbers: Set<Int32>) throws(TerminalTrouble) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        if numbers.contains(SIGCONT) {
            // Stopped from outside, so a shell has had the terminal meanwhile.
            try takeAgain()
            events.append(.continued)
        }
        if numbers.contains(SIGTSTP) { events.append(.stopping) }
        if numbers.contains(SIGWINCH), let size = resized() { events.append(.input(.resize(size))) }
        if !numbers.isDisjoint(with: [SIGTERM, SIGHUP, SIGINT]) { events.append(.ending) }
        return events
    }

    /// The new size, after a storm of signals only the last.
    private func resized() -> Size? {
        let new = line.size
        guard new != size else { return nil }
        size = new
        shown = nil
        writer.width = new.width
        curses?.resize(to: new)
        curses?.forgetScreen()
        return new
    }

    private func write(_ bytes: [UInt8]) throws(TerminalTrouble) {
        bytesWritten += bytes.count
        try line.write(bytes)
    }

    private static func bracketed(_ bytes: [UInt8]) -> [UInt8] {
        Array(Modes.synchronizedOn.utf8) + bytes + Array(Modes.synchronizedOff.utf8)
    }

    private var opening: [UInt8] {
        guard curses != nil else { return Array((writer.canMove ? Modes.pasteOn : "").utf8) }
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        let question = Modes.skipsQuestions(name) ? Modes.questions : ""
        let modes = (isMouseOn ? Modes.mouseOn : "") + (reportsFocus ? Modes.focusOn : "")
        return Array((Modes.pasteOn + modes + question).utf8)
    }

    private func giveBack() throws(TerminalTrouble) {
        defer { line.leaveRawMode() }
        let pasteOff = curses != nil || writer.canMove ? Modes.pasteOff : ""
        let focusOff = reportsFocus ? Modes.focusOff : ""
        let closing = focusOff + (isMouseOn ? Modes.mouseOff : "") + pasteOff
        try write(Array(closing.utf8) + (curses?.leave() ?? Array(writer.leave().utf8)))
    }

    private func takeAgain() throws(TerminalTrouble) {
        try line.enterRawMode()
        repaint()
        if let size = resized() { early.append(.input(.resize(size))) }
        try write(opening)
    }

    /// Sleeps until something can be read; in parts of a millisecond, for a frame waits so long.
    private static func poll(_ watched: inout [pollfd], atMost duration: Duration) -> Int32 {
        // A day is long enough; the caller asks again.
        let parts = min(max(duration, .zero), .seconds(86_400)).components
        let nanoseconds = Int(parts.attoseconds / 1_000_000_000)
        return foyer_poll(&watched, UInt(watched.count), Int(parts.seconds), nanoseconds)
    }
}

/// What a cell is drawn with.
private struct Look: Hashable {
    let role: Role
    let ground: Ground
}
