import Desk
import Terminal

/// Says a desk line by line; the drawing thread's own.
final class DeskVoice {
    private let terminal: TerminalSession
    private var reader = LinearReader()

    init(_ terminal: TerminalSession) {
        self.terminal = terminal
    }

    /// Says what changed.
    func say(_ desk: DeskState) throws {
        if let speech = reader.read(desk) { try terminal.say(speech) }
    }

    /// Says everything again the next time.
    func forget() {
        reader.forget()
    }
}
