// The rows of the command table that hold everywhere on the desk.
extension Command {
    /// Every command, in the order in which help and palette list them.
    static let all = panes + writing + grabbing + lists + desk + typing + forms

    static let anyPane: Set<Place> = [.leads, .conversation, .questions, .tours]
    static let anywhere = Set(Place.allCases)

    private static let desk: [Command] = [
        Command(
            .help,
            "help",
            ["?", "F1"],
            in: anyPane,
            footer: "help",
            "Lists every command with its keys; type to find one, Enter runs it."
        ),
        Command(
            .palette,
            "all commands",
            [":", "Ctrl-p"],
            in: anyPane,
            footer: "commands",
            "Finds a command by its name."
        ),
        Command(
            .nextWaiting,
            "next waiting lead",
            ["Alt-a", "Space w"],
            in: anyPane,
            needs: .someoneWaiting,
            footer: "next waiting",
            "Goes to the next lead that waits for a person."
        ),
        Command(
            .zoom,
            "zoom",
            ["z", "Space z"],
            in: anyPane,
            footer: "zoom",
            "Gives the focused pane the whole screen, and back."
        ),
        Command(
            .back,
            "back",
            ["Esc"],
            in: anyPane,
            needs: .somethingToLeave,
            "Leaves what was entered last: a search, a filter, the zoom, the pane."
        ),
        Command(
            .focusNext,
            "next pane",
            ["Tab"],
            in: anyPane.union([.field]),
            "Moves the focus to the next pane."
        ),
        Command(
            .focusPrevious,
            "previous pane",
            ["Shift-Tab"],
            in: anyPane.union([.field]),
            "Moves the focus to the pane before."
        ),
        Command(.focusLeads, "leads", ["1"], in: anyPane, "Moves the focus to the leads."),
        Command(
            .focusConversation,
            "conversation",
            ["2"],
            in: anyPane,
            "Moves the focus to the conversation."
        ),
        Command(
            .focusQuestions,
            "questions",
            ["3"],
            in: anyPane,
            "Moves the focus to the questions."
        ),
        Command(.focusTours, "tours", ["4"], in: anyPane, "Moves the focus to the tours."),
        Command(
            .reconnect,
            "reconnect now",
            ["r", "Space r"],
            in: anyPane,
            needs: .hubAway,
            footer: "reconnect",
            "Tries the hub at once instead of when the pause is over."
        ),
        Command(
            .theme,
            "theme",
            ["T", "Space t"],
            in: anyPane,
            needs: .themes,
            "Chooses the colours, shown while one moves over them; :theme and a name does too."
        ),
        Command(.repaint, "repaint", ["Ctrl-l"], in: anywhere, "Draws the whole screen again."),
        Command(
            .suspend,
            "suspend",
            ["Ctrl-z"],
            in: anywhere,
            "Gives the terminal to the shell; fg brings the desk back."
        ),
        Command(.quit, "quit", ["q"], in: anyPane, "Leaves the desk."),
        Command(.leave, "quit at once", ["Ctrl-c"], in: anywhere, "Leaves the desk from anywhere."),
    ]
}
