/// The sequences beside ncurses: what the desk asks of a terminal and takes back.
enum Modes {
    /// Pasted text comes marked (xterm's mode 2004).
    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"
    /// Presses and the wheel are reported, with columns beyond 223 (modes 1000 and 1006).
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
    /// The terminal says when its window gets and loses the focus (mode 1004).
    static let focusOn = "\u{1B}[?1004h"
    static let focusOff = "\u{1B}[?1004l"
    /// A frame is shown when it is whole (mode 2026).
    static let synchronizedOn = "\u{1B}[?2026h"
    static let synchronizedOff = "\u{1B}[?2026l"
    /// Asks whether mode 2026 is there (DECRQM).
    static let synchronizedQuestion = "\u{1B}[?2026$p"
    /// Asks for the colour of the paper (xterm's OSC 11).
    static let paperQuestion = "\u{1B}]11;?\u{1B}\\"
    static let bell = "\u{07}"

    /// Gives back whatever was taken, when nothing is known of what was: after a crash.
    static let restore =
        synchronizedOff + focusOff + mouseOff + pasteOff + "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l\r"

    /// The same where no screen was drawn.
    static let restoreLine = pasteOff + "\u{1B}[0m\r\n"

    /// What a terminal is asked when it is taken over.
    static let questions = synchronizedQuestion + paperQuestion

    /// Terminals that take `38;2;r;g;b` where the environment says so; GNU Screen is none.
    static func mayTakeAnyColor(_ name: String) -> Bool {
        ["xterm", "tmux", "foot", "alacritty", "kitty", "wezterm", "konsole"]
            .contains { name.hasPrefix($0) }
    }

    /// Terminals that skip a question they do not know, rather than show it.
    static func skipsQuestions(_ name: String) -> Bool {
        ["xterm", "tmux", "screen", "foot", "alacritty", "kitty", "wezterm", "rxvt", "konsole"]
            .contains { name.hasPrefix($0) }
    }
}
