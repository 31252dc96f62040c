/// What a text on the screen is; a theme says how that looks.
package enum Role: String, CaseIterable, Hashable, Sendable {
    /// What nothing else is said of.
    case text
    /// What matters less: labels, times, notes.
    case muted
    /// What draws the eye without alarm.
    case accent
    /// The name of the program.
    case brand
    /// The mark and name of the selected row.
    case selected
    /// A person's name.
    case name
    /// What a person said, quoted.
    case quote
    /// What is as it should be: live, done, booked.
    case good
    /// Who waits.
    case waiting
    /// Who waits too long, and what failed.
    case late
    case unread
    /// What went wrong, in words.
    case problem
    /// The sign before a line that is typed into.
    case prompt
    /// What is typed.
    case field
    /// Frames and rules.
    case border
    /// The frame of the pane that has the focus.
    case focusedBorder = "focused-border"
    /// What a frame says.
    case title
    /// Who wrote a message: a renter.
    case visitor
    /// Who wrote a message: the chatbot.
    case bot
    /// What the chatbot wrote.
    case botText = "bot-text"
    /// A place that a search found.
    case match
    /// The place of them where one stands.
    case currentMatch = "current-match"
    /// What was marked for the office.
    case flag
    /// The name of a key.
    case key
    /// A sentence for the agent at the foot of the screen.
    case notice
    /// Old rows, while data cannot be fresh.
    case stale
}

/// What lies under a text.
package enum Ground: String, CaseIterable, Hashable, Sendable {
    case plain
    /// The selected row of the pane that has the focus.
    case selected
    /// The selected row of another pane.
    case resting
    /// The first and the last line of the screen.
    case bar
}
