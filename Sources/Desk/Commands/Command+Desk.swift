// The rows of the command table that hold everywhere on the desk.
extension Command {
    /// Every command, in the order in which help and palette list them.
    static let all =
        panes + writing + grabbing + office + email + views + lists + desk + typing + forms

    static let anyPane: Set<Place> = [.leads, .conversation, .questions, .tours]
    /// The views that take the whole screen.
    static let fullViews = Set(FullView.allCases.map(\.place))
    static let anyView = anyPane.union(fullViews)
    static let anywhere = Set(Place.allCases)

    private static let desk: [Command] = [
        Command(
            .help,
            "help",
            ["?", "F1"],
            in: anyView,
            footer: "help",
            "Lists every command with its keys; type to find one, Enter runs it."
        ),
        Command(
            .tutorial,
            "tutorial",
            [],
            in: anyView,
            "Shows the desk in eight steps, each of which waits for its key; nothing else changes."
        ),
        Command(
            .palette,
            "all commands",
            [":", "Ctrl-p"],
            in: anyView,
            footer: "commands",
            "Finds a command by its name."
        ),
        Command(
            .nextWaiting,
            "next waiting lead",
            ["Alt-a", "Space w"],
            in: anyView.union([.attention]),
            needs: .someoneWaiting,
            footer: "next waiting",
            """
            Goes to the next lead that waits for a person; where none does to the questions, else \
            to what the hub refused.
            """
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
            in: anyView,
            needs: .somethingToLeave,
            "Leaves what was entered last: a search, a filter, the zoom, the pane."
        ),
        Command(
            .focusNext,
            "next pane",
            ["Tab"],
            in: anyPane,
            "Moves the focus to the next pane."
        ),
        Command(
            .focusPrevious,
            "previous pane",
            ["Shift-Tab"],
            in: anyPane.union([.field]),
            "Moves the focus to the pane before."
        ),
        Command(.focusLeads, "leads", ["1"], in: anyView, "Moves the focus to the leads."),
        Command(
            .focusConversation,
            "conversation",
            ["2"],
            in: anyView,
            "Moves the focus to the conversation."
        ),
        Command(
            .focusQuestions,
            "questions",
            ["3"],
            in: anyView,
            "Moves the focus to the questions."
        ),
        Command(.focusTours, "tours", ["4"], in: anyView, "Moves the focus to the tours."),
        Command(
            .emailView,
            "emails",
            ["5"],
            in: anyView,
            "Shows every email: drafts, what is to be sent, what was sent, and campaigns."
        ),
        Command(
            .insightsView,
            "insights",
            ["6"],
            in: anyView,
            "Shows how the office did: from chat to tour, response times, sources, engagement."
        ),
        Command(
            .shiftView,
            "start of shift",
            ["0"],
            in: anyView,
            "Shows what came in since you left, today's tours, and tours without an outcome."
        ),
        Command(
            .statusView,
            "status of this terminal",
            ["8"],
            in: anyView,
            "Shows how this terminal does: sync, what is not sent, errors, sizes, and what to do."
        ),
        Command(
            .reconnect,
            "reconnect now",
            ["r", "Space r"],
            in: anyPane.union([.email, .shift, .status]),
            needs: .hubAway,
            footer: "reconnect",
            "Tries the hub at once instead of when the pause is over."
        ),
        Command(
            .lock,
            "lock",
            ["L"],
            in: anyView,
            "Covers the desk until your PIN is typed; the first time, one is chosen."
        ),
        Command(.unlock, "unlock", ["Enter"], in: [.lock], "Opens the desk with the PIN typed."),
        Command(
            .clearPIN,
            "clear the PIN",
            ["Esc"],
            in: [.lock],
            "Clears what was typed; leaves where a PIN is being chosen."
        ),
        Command(
            .properties,
            "property",
            ["Space p"],
            in: anyView,
            "Narrows the whole desk to one of your properties, or shows all again."
        ),
        Command(
            .switchAgent,
            "switch agent",
            ["Space a"],
            in: anyView,
            "Covers the desk and lists whose desks are on this terminal, to open another one."
        ),
        Command(
            .otherAgents,
            "another agent",
            ["Tab"],
            in: [.lock],
            "Lists whose desks are on this terminal, to open another one."
        ),
        Command(.agentUp, "agent before", ["Up"], in: [.lock], "Selects the agent before."),
        Command(.agentDown, "next agent", ["Down"], in: [.lock], "Selects the next agent."),
        Command(
            .mask,
            "hide renters",
            ["!"],
            in: anyView.union([.attention, .grab]),
            "Hides names, contacts and words of renters from who passes by, and shows them again."
        ),
        Command(
            .maskWhileTyping,
            "hide renters while typing",
            ["F9"],
            in: [.field, .menu, .form],
            "Hides names, contacts and words of renters where keys type, and shows them again."
        ),
        Command(
            .theme,
            "theme",
            ["T", "Space t"],
            in: anyView,
            needs: .themes,
            "Chooses the colours, shown while one moves over them; :theme and a name does too."
        ),
        Command(
            .mouse,
            "mouse on or off",
            ["Space m"],
            in: anyView,
            "Lets the mouse choose panes, rows and keys; the terminal's own selection needs Shift."
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
