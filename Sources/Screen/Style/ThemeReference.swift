// What the program says of theme files, made from the roles and grounds that there are.

/// The reference of the format of themes.
package enum ThemeReference {
    /// What `foyer help themes` says.
    package static var text: String {
        let roles = Role.allCases.map { "  \($0.rawValue): \($0.meaning)" }
        let attributes = Attributes.names.map(\.name).joined(separator: ", ")
        let grounds = Ground.allCases.map { "  \($0.rawValue): \($0.meaning)" }
        return """
            A theme is a TOML file NAME.toml in ~/.config/foyer/themes (or under \
            $XDG_CONFIG_HOME), in the directory that --themes names, or beside the program. The \
            desk draws it again as soon as it is saved; a wrong key is named with its line.

              # The first line says what it is.
              extends = "dark"

              [palette]
              paper = "#101018"
              rose = "#f08a9b"

              [roles]
              late = "rose"
              key = { color = "rose", attributes = ["bold"], c256 = 211, c16 = "bright-red", \
            mono = ["bold"] }

              [grounds]
              plain = "paper"

            extends: the theme whose palette, roles and grounds hold where this one says nothing.

            [palette] gives colours names. A theme that extends dark and changes its palette \
            alone is a whole theme.

            [roles] and [grounds] give each a colour of the palette, a colour like "#d8dee9", or \
            "terminal" for the terminal's own; or a table of color, attributes \
            (\(attributes)), c256 (0 to 255), c16 (0 to 15 or \
            \(Color.names16[0]) to \(Color.names16[15])) and mono (attributes without colours). \
            What is not said of 256, 16 and no colours is worked out so that it can be read.

            The roles:
            \(roles.joined(separator: "\n"))

            The grounds:
            \(grounds.joined(separator: "\n"))

            The theme auto is light where the terminal says that its paper is light (OSC 11, or \
            COLORFGBG), and dark elsewhere. NO_COLOR leaves weights alone. A text with less than \
            4.5:1 to its ground is listed by foyer themes.
            """
    }
}

extension Role {
    /// What stands in it, in a few words.
    var meaning: String {
        switch self {
        case .text: "what nothing else is said of"
        case .muted: "labels, times, notes"
        case .accent: "what draws the eye without alarm"
        case .brand: "the name of the program"
        case .selected: "mark and name of the selected row"
        case .name: "a person's name"
        case .quote: "what a person said"
        case .good: "what is as it should be: live, done, booked"
        case .waiting: "who waits"
        case .late: "who waits too long, and what failed"
        case .unread: "what nobody has read"
        case .problem: "what went wrong, in words"
        case .prompt: "the sign before a line that is typed into"
        case .field: "what is typed"
        case .border: "frames and rules"
        case .focusedBorder: "the frame of the pane that has the focus"
        case .title: "what a frame says"
        case .visitor: "who wrote: a renter"
        case .bot: "who wrote: the chatbot"
        case .botText: "what the chatbot wrote"
        case .match: "a place that a search found"
        case .currentMatch: "the place of them where one stands"
        case .flag: "what was marked for the office"
        case .key: "the name of a key"
        case .notice: "a sentence for the agent at the foot"
        case .stale: "old rows, while data cannot be fresh"
        }
    }
}

extension Ground {
    /// What it lies under, in a few words.
    var meaning: String {
        switch self {
        case .plain: "the screen"
        case .selected: "the selected row of the pane that has the focus"
        case .resting: "the selected row of another pane"
        case .bar: "the first and the last line"
        }
    }
}
