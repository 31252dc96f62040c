package import Model
package import Screen

/// What happens to the desk.
///
/// Time and everything read from a disk or a network enters here, as values.
package enum DeskEvent: Equatable, Sendable {
    /// A key, a paste, the mouse or a new size.
    case input(InputEvent)
    /// The replica answered a request.
    case pageArrived(Page)
    /// The replica could not answer; the pane keeps what it shows until something changes.
    case readFailed(PageRequest)
    /// Rows changed in the replica: what is visible is read again.
    case replicaChanged
    /// A write changed rows, and brought along what is visible of them.
    case rowsWritten(WrittenPages)
    /// How far the screen can be trusted has changed.
    case freshnessChanged(Freshness)
    /// No key has come for a moment, as `tellOfRest` asked to be told.
    case handRested
    /// The minute of the clock turned.
    case minuteTurned(now: Timestamp)
    /// How the agent's writes stand.
    case outboxChanged(OutboxSummary)
    /// What was done last can be taken back no more: `DeskState.undoEnds` is over.
    case undoEnded
    /// What was wanted is in the outbox, and shown.
    case written(Intent)
    /// A rule is against it, or the disk; nothing was written.
    case writeRefused(Intent, Refusal)
    /// Unfinished texts by name, as they were when the desk was left.
    case draftsKnown([String: String])
    /// The report is in these files, or could not be written for that reason.
    case reportWritten(Result<[String], ReportTrouble>)
    /// The templates of emails that there are beside the built-in ones, and what is wrong with
    /// others.
    case templatesKnown([EmailTemplate], problems: [TemplateProblem])
    /// A file that was wanted is there.
    case fileKept(path: String)
    /// It could not be written; why.
    case fileNotKept(reason: String)
    /// The themes that can be chosen, and the one in use.
    case themesKnown([String], current: String)
    /// Whether the agent has a PIN on this terminal; a desk that begins with one begins locked.
    case lockKnown(hasPIN: Bool, isAtStart: Bool)
    /// What came of a PIN that was typed.
    case lockAnswered(LockAnswer)
    /// Somebody is here for the first time: the tour begins.
    case tutorialWanted
    /// The agent's own editor has ended.
    case editedOutside(OutsideEdit)
    /// How this terminal does.
    case statusKnown(StatusReport)
    /// The agents whose desks are on this terminal.
    case agentsKnown([TerminalAgent])
    /// Nobody was at the keyboard for as long as a desk stays open, or the terminal was away.
    case leftAlone
    /// A theme cannot be used, and why; the one before stays.
    case themeRefused(String)
}

/// Why a report could not be written, with the way out.
package struct ReportTrouble: Error, Equatable, Sendable {
    package var words: String

    package init(words: String) {
        self.words = words
    }
}
