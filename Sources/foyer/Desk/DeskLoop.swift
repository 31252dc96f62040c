import Desk
import Model
import Screen
import Terminal

/// The loop of the drawing thread: what happened, the desk's new state, what must be done, a frame.
struct DeskLoop {
    let terminal: TerminalSession
    let mailbox: Mailbox<DeskNews>
    let company: DeskCompany
    let source: DeskSource
    let looks: DeskLooks
    /// Says the desk where it is not drawn.
    let voice: DeskVoice?
    /// How long nobody needs to be at the keyboard before a desk with a PIN locks itself.
    let attendance: Duration

    /// How long a frame waits for the pages that a key asked for, so that one key is often one
    /// frame: a page takes 0.1 to 1 ms.
    private static let patience = Duration.microseconds(300)
    /// The same where it was no key, and all panes are read anew: drawing what is half of it takes
    /// as long as waiting for the rest.
    private static let patienceWithAll = Duration.milliseconds(2)
    /// How long a frame waits until what a key wrote is on the disk, 2 to 3 ms where the disk is
    /// quick: what is drawn before is drawn once more at once.
    private static let patienceWithDisk = Duration.milliseconds(10)
    /// How long no key comes before the hand rests: longer than from one key to the next of a key
    /// that is held down, 25 to 40 ms, and shorter than an eye notices, 100 ms.
    private static let rest = Duration.milliseconds(60)

    /// Runs until the desk is left; throws where it cannot go on.
    ///
    /// Answers whose profile is to be opened in its place; nil where none is.
    func run(_ desk: inout DeskState, first events: [DeskEvent]) throws -> String? {
        var turn = Turn()
        var painter = DeskPainter()
        for event in events { try take(event, &desk, &turn) }
        try show(desk, &painter)
        while !turn.isOver {
            turn = Turn(lastInput: turn.lastInput, restsAt: turn.restsAt)
            try wait(untilNextMoment(desk), &desk, &turn)
            try waitForAnswers(&desk, &turn)
            guard !turn.isOver else { return turn.next }
            try show(desk, &painter)
        }
        return turn.next
    }

    private func show(_ desk: DeskState, _ painter: inout DeskPainter) throws {
        if let voice {
            try voice.say(desk)
        } else {
            try terminal.present(painter.frame(of: desk))
        }
    }

    /// Draws, or says, everything again: something else wrote on the terminal.
    private func repaint() {
        terminal.repaint()
        voice?.forget()
    }

    /// Stops as a job of the shell: whoever continues it types the PIN, where there is one.
    private func suspend(_ desk: inout DeskState, _ turn: inout Turn) throws {
        try take(.leftAlone, &desk, &turn)
        // What was said stands on the terminal meanwhile.
        try voice?.say(desk)
        try terminal.suspend()
        voice?.forget()
    }

    /// What one turn of the loop has come to.
    private struct Turn {
        var isOver = false
        /// Whether a key was pressed.
        var hasInput = false
        /// The profile whose desk is opened then.
        var next: String?
        /// Pages that were asked for and are not here.
        var reads = 0
        /// Writes of which it is not known whether they are kept.
        var writes = 0
        /// When a key was pressed last; the clock runs on while the machine sleeps.
        var lastInput = ContinuousClock.now
        /// When the hand rests, where the desk wants to know.
        var restsAt: ContinuousClock.Instant?
    }

    /// Takes what comes until what was written is kept, and the pages that were asked for are here,
    /// or the time is over: so a key is mostly one frame.
    private func waitForAnswers(_ desk: inout DeskState, _ turn: inout Turn) throws {
        var patience = turn.hasInput ? Self.patience : Self.patienceWithAll
        if turn.writes > 0 {
            try wait(for: \.writes, Self.patienceWithDisk, &desk, &turn)
            patience = Self.patienceWithAll
        }
        try wait(for: \.reads, patience, &desk, &turn)
    }

    private func wait(
        for answers: KeyPath<Turn, Int>,
        _ patience: Duration,
        _ desk: inout DeskState,
        _ turn: inout Turn
    ) throws {
        let end = ContinuousClock.now + patience
        while turn[keyPath: answers] > 0, !turn.isOver {
            let rest = end - ContinuousClock.now
            guard rest > .zero else { return }
            try wait(rest, &desk, &turn)
        }
    }

    private func wait(_ timeout: Duration, _ desk: inout DeskState, _ turn: inout Turn) throws {
        let events = try terminal.wait(
            timeout: turn.restsAt.map { min(timeout, $0 - .now) } ?? timeout,
            mailbox: mailbox.descriptor,
            files: looks.watch
        )
        for event in events {
            // What was typed behind the key that leaves is for whoever has the terminal then.
            guard !turn.isOver else { return }
            try handle(event, &desk, &turn)
        }
        for news in mailbox.drain() {
            switch news {
            case .event(let event): try take(event, &desk, &turn)
            case .failed(let reason): throw Complaint(reason)
            }
        }
        if let restsAt = turn.restsAt, restsAt <= .now {
            turn.restsAt = nil
            try take(.handRested, &desk, &turn)
        }
        try noticeAbsence(&desk, &turn)
        let now = source.now()
        if now.minute != desk.now.minute { try take(.minuteTurned(now: now), &desk, &turn) }
        if let end = desk.undoEnds, end <= now { try take(.undoEnded, &desk, &turn) }
    }

    /// Tells the desk where nobody was at the keyboard for as long as it stays open.
    private func noticeAbsence(_ desk: inout DeskState, _ turn: inout Turn) throws {
        guard turn.lastInput.duration(to: .now) >= attendance else { return }
        turn.lastInput = .now
        try take(.leftAlone, &desk, &turn)
    }

    private func handle(
        _ event: TerminalEvent,
        _ desk: inout DeskState,
        _ turn: inout Turn
    ) throws {
        switch event {
        case .input(let input):
            // Before a key counts: the machine may have slept since the last.
            try noticeAbsence(&desk, &turn)
            turn.lastInput = .now
            turn.hasInput = true
            try take(DeskEvent.input(input), &desk, &turn)
        case .ending: turn.isOver = true
        case .stopping: try suspend(&desk, &turn)
        case .continued:
            try take(.leftAlone, &desk, &turn)
            repaint()
        case .backdrop(let backdrop):
            if looks.see(backdrop) { try use(looks.chosen, &desk, &turn) }
        case .watched:
            looks.reload()
            try take(looks.event, &desk, &turn)
            try use(looks.chosen, &desk, &turn)
        }
    }

    private func take(_ event: DeskEvent, _ desk: inout DeskState, _ turn: inout Turn) throws {
        switch event {
        case .pageArrived, .readFailed: turn.reads -= 1
        case .written, .writeRefused: turn.writes -= 1
        default: break
        }
        for effect in desk.update(event) { try perform(effect, &desk, &turn) }
    }

    private func perform(
        _ effect: DeskEffect,
        _ desk: inout DeskState,
        _ turn: inout Turn
    ) throws {
        switch effect {
        case .read(let request):
            turn.reads += 1
            company.read(request)
        case .tellOfRest: turn.restsAt = .now + Self.rest
        case .quit: turn.isOver = true
        case .suspend: try suspend(&desk, &turn)
        case .reconnect: company.reconnect()
        case .useTheme(let name): try use(name, &desk, &turn)
        case .repaint: repaint()
        case .useMouse(let isOn): try terminal.setMouse(isOn)
        case .bell: try terminal.bell()
        case .checkPIN, .setPIN, .lookForAgents, .lookAtStatus: company.look(at: effect)
        case .openDesk(let profile):
            turn.next = profile
            turn.isOver = true
        case .editOutside(let name, let text):
            let event = OutsideEditor(source.directory).edit(name, text) { arguments in
                try terminal.lend(to: arguments)
            }
            repaint()
            try take(.editedOutside(event), &desk, &turn)
        case .notify(let words): try terminal.notify(words)
        case .copy(let text): try terminal.copy(text)
        case .write:
            turn.writes += 1
            company.take(effect, bringing: desk.pagesOfWrite)
        case .undo, .settle: company.take(effect, bringing: desk.pagesOfWrite)
        case .keepDraft, .writeReport, .keepFile, .rememberTutorial:
            company.take(effect)
        }
    }

    /// A theme whose file is broken is drawn as it was before, and the desk says what is wrong with
    /// it; one that never was whole leaves the desk as it is.
    private func use(_ name: String, _ desk: inout DeskState, _ turn: inout Turn) throws {
        do {
            terminal.setTheme(try looks.choose(name))
        } catch {
            if let theme = looks.beforeItBroke(name) { terminal.setTheme(theme) }
            try take(.themeRefused("\(error)"), &desk, &turn)
        }
    }

    /// The clock in the header shows minutes: the only thing that wakes an idle desk, but for what
    /// can be taken back until then.
    private func untilNextMoment(_ desk: DeskState) -> Duration {
        let now = source.now()
        let rest = Duration.seconds(60) - .microseconds(now.microseconds % 60_000_000)
        let undo = desk.undoEnds.map { $0.since(now) } ?? rest
        return max(min(rest, undo) / source.speed, .milliseconds(100))
    }
}

extension Timestamp {
    /// Minutes since the epoch.
    fileprivate var minute: Int64 { microseconds / 60_000_000 }
}
