package import Screen

/// What the terminal's thread is woken for.
package enum TerminalEvent: Equatable, Sendable {
    case input(InputEvent)
    /// The program is asked to end: by SIGTERM or SIGINT, or because the terminal is gone.
    case ending
    /// The program is asked to stop as a job, by SIGTSTP.
    case stopping
    /// It goes on after a stop.
    case continued
    /// The terminal answered what its paper is.
    case backdrop(Backdrop)
    /// What is watched beside the terminal became readable.
    case watched
}
