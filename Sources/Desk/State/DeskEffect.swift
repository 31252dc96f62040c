package import Model

/// What the desk wants done: values, never closures, so that a test can read them.
package enum DeskEffect: Equatable, Sendable {
    /// Ask the replica; the answer comes back as `pageArrived` or `readFailed`.
    ///
    /// At most one request of a kind is under way.
    case read(PageRequest)
    /// Say when no key has come for a moment; comes back as `handRested`.
    ///
    /// Asked again before the moment is over, it begins anew.
    case tellOfRest
    /// Leave the program and give the terminal back.
    case quit
    /// Stop as a job of the shell, as Ctrl-Z does.
    case suspend
    /// Try the hub at once instead of when the pause is over.
    case reconnect
    /// Draw with this theme.
    case useTheme(String)
    /// Ask the terminal to report the mouse, or not to.
    case useMouse(Bool)
    /// Write every cell again: something else wrote on the terminal.
    case repaint
    /// Somebody new waits for a person.
    case bell
    /// Look whether that is the agent's PIN; comes back as `lockAnswered`.
    case checkPIN(String)
    /// Make that the agent's PIN; comes back as `lockAnswered`.
    case setPIN(String)
    /// Say whose desks are on this terminal; comes back as `agentsKnown`.
    case lookForAgents
    /// Leave this agent's desk, give the terminal back and open the one of that profile.
    case openDesk(profile: String)
    /// The first tour was had or left: it begins by itself no more.
    case rememberTutorial
    /// Look how this terminal does; comes back as `statusKnown`.
    case lookAtStatus
    /// Keep in the outbox what the agent wants; comes back as `written` or `writeRefused`.
    case write(Intent)
    /// Take back what was written last, while it can be.
    case undo
    /// A refused write goes out again as this, or is dropped where nil.
    case settle(MutationID, again: Intent?)
    /// Say beside the terminal that somebody waits; the words are the desk's own.
    case notify(String)
    /// Put a text that the agent chose into the clipboard.
    case copy(String)
    /// Write the report of a day to files; comes back as `reportWritten`.
    case writeReport(DayReport)
    /// Write a text to a file of that name, or of one beside it where that is taken; comes back as
    /// `fileKept` or `fileNotKept`.
    case keepFile(name: String, ending: String, String)
    /// Give a text and the terminal to the agent's own editor; comes back as `editedOutside`.
    case editOutside(name: String, text: String)
    /// Keep an unfinished text on disk under a name; an empty one is forgotten.
    case keepDraft(name: String, text: String)
}
