// The rows of the command table that belong to one pane, and to lists.
extension Command {
    static let panes: [Command] = [
        Command(
            .openLead,
            "open lead",
            ["Enter"],
            in: [.leads],
            needs: .lead,
            footer: "open",
            "Moves into the conversation of the selected lead."
        ),
        Command(
            .filterLeads,
            "filter leads",
            ["/"],
            in: [.leads],
            footer: "filter",
            """
            Narrows the leads as you type: words of names and messages, and hot waiting unread \
            pets contact stage:new property:north score>70 since:2d beds:2.
            """
        ),
        Command(
            .savedFilters,
            "saved filters",
            ["F"],
            in: [.leads],
            "Takes a filter that was kept under a name, or keeps the one that holds."
        ),
        Command(
            .order,
            "order of leads",
            ["o"],
            in: [.leads],
            footer: "order",
            "Orders the leads by waiting, score, newest, move-in."
        ),
        Command(
            .searchConversation,
            "search conversation",
            ["/"],
            in: [.conversation],
            needs: .conversation,
            footer: "search",
            "Finds words in the talk."
        ),
        Command(
            .nextMatch,
            "next match",
            ["n"],
            in: [.conversation],
            needs: .search,
            footer: "next",
            "Goes to the next place where the words stand."
        ),
        Command(
            .previousMatch,
            "previous match",
            ["N"],
            in: [.conversation],
            needs: .search,
            "Goes to the place before where the words stand."
        ),
        Command(
            .card,
            "lead card",
            ["i"],
            in: [.conversation],
            needs: .conversation,
            footer: "card",
            "Unfolds all that is known of the lead, and folds it again."
        ),
        Command(
            .links,
            "links",
            ["o"],
            in: [.conversation],
            needs: .conversation,
            "Lists the links of the talk; the one that is taken is copied."
        ),
        Command(
            .metrics,
            "engagement metrics",
            ["I"],
            in: [.conversation],
            needs: .conversation,
            "Unfolds all 18 engagement metrics of the lead, and folds them again."
        ),
        Command(
            .copy,
            "copy",
            ["y"],
            in: leadPanes,
            needs: .conversation,
            "Copies the lead's address, phone number, name, or a line of the talk."
        ),
        Command(
            .openQuestion,
            "open question",
            ["Enter"],
            in: [.questions],
            needs: .questionWithConversation,
            footer: "open",
            "Moves into the conversation that the question came from."
        ),
        Command(
            .filterQuestions,
            "search questions",
            ["/"],
            in: [.questions],
            footer: "search",
            "Narrows the questions to those with these words."
        ),
        Command(
            .openTour,
            "open tour",
            ["Enter"],
            in: [.tours],
            needs: .tourWithConversation,
            footer: "open",
            "Moves into the conversation that the tour came from; of a month, into the day."
        ),
        Command(
            .tourView,
            "next view of tours",
            ["v"],
            in: [.tours],
            footer: "view",
            "Shows the tours by week, by day, as an agenda, by month."
        ),
        Command(.toursByWeek, "tours by week", ["W"], in: [.tours], "Shows a week by the hour."),
        Command(
            .toursByDay,
            "tours by day",
            ["D"],
            in: [.tours],
            "Shows a day by the hour, a column for each agent."
        ),
        Command(
            .toursAgenda,
            "agenda of tours",
            ["A"],
            in: [.tours],
            "Lists the tours from a day on, and reads on at its ends."
        ),
        Command(
            .toursByMonth,
            "tours by month",
            ["M"],
            in: [.tours],
            "Counts the tours of each day; the arrows choose one, whose tours are listed."
        ),
        Command(
            .earlier,
            "earlier",
            ["h", "Left"],
            in: [.tours],
            footer: "earlier",
            "Goes a week back, or a day."
        ),
        Command(
            .later,
            "later",
            ["l", "Right"],
            in: [.tours],
            footer: "later",
            "Goes a week on, or a day."
        ),
        Command(
            .exportTours,
            "write a calendar file",
            ["E"],
            in: [.tours],
            "Writes the tours that are shown to an .ics file in your home directory."
        ),
        Command(
            .printTours,
            "print the day",
            ["P"],
            in: [.tours],
            "Writes the day's tours to a text file of 80 columns in your home directory, for lp."
        ),
        Command(
            .today,
            "today",
            [".", "Home"],
            in: [.tours],
            footer: "today",
            "Goes back to today."
        ),
    ]

    static let lists: [Command] = [
        Command(.up, "up", ["k", "Up"], in: anyView, "Moves up a row or a line."),
        Command(.down, "down", ["j", "Down"], in: anyView, "Moves down a row or a line."),
        Command(.pageUp, "page up", ["PgUp", "Ctrl-b"], in: anyView, "Moves up a screen."),
        Command(.pageDown, "page down", ["PgDn", "Ctrl-f"], in: anyView, "Moves down a screen."),
        Command(.halfUp, "half a page up", ["Ctrl-u"], in: anyView, "Moves up half a screen."),
        Command(
            .halfDown,
            "half a page down",
            ["Ctrl-d"],
            in: anyView,
            "Moves down half a screen."
        ),
        Command(
            .first,
            "first",
            ["g", "Home"],
            in: fullViews.union([.leads, .conversation, .questions]),
            "Goes to the first row or the first message."
        ),
        Command(.firstTour, "first tour", ["^"], in: [.tours], "Goes to the first entry shown."),
        Command(
            .last,
            "last",
            ["G", "End"],
            in: anyView,
            "Goes to the last row; in a conversation to the newest, and follows it."
        ),
    ]

    static let typing: [Command] = [
        Command(
            .rowUp,
            "row above",
            ["Up", "Ctrl-p"],
            in: [.field, .menu],
            "Moves the selection up while typing."
        ),
        Command(
            .rowDown,
            "row below",
            ["Down", "Ctrl-n"],
            in: [.field, .menu],
            "Moves the selection down while typing."
        ),
        Command(
            .forgetFilter,
            "forget filter",
            ["Alt-x"],
            in: [.menu],
            "Forgets the saved filter that is selected."
        ),
        Command(.choose, "choose", ["Enter"], in: [.menu], footer: "choose", "Takes it."),
        Command(.close, "close", ["Esc"], in: [.menu], footer: "close", "Closes the list."),
        Command(
            .keepText,
            "keep",
            ["Enter"],
            in: [.field],
            footer: "keep",
            "Leaves the line and keeps what it narrows."
        ),
        Command(
            .dropText,
            "clear",
            ["Esc"],
            in: [.field],
            footer: "clear",
            "Leaves the line and clears it."
        ),
        Command(
            .completeWord,
            "complete",
            ["Tab"],
            in: [.field],
            "Completes the field or the value of a filter; else goes to the next pane."
        ),
        Command(
            .eraseLeft,
            "erase a character",
            ["Backspace"],
            in: [.field, .menu, .form, .lock],
            "Erases the character before the cursor."
        ),
        Command(
            .eraseWord,
            "erase a word",
            ["Ctrl-w"],
            in: [.field, .menu, .form, .lock],
            "Erases the word before the cursor."
        ),
        Command(
            .eraseAll,
            "erase all",
            ["Ctrl-u"],
            in: [.field, .menu, .form, .lock],
            "Empties the line."
        ),
        Command(.cursorLeft, "left", ["Left"], in: [.field, .menu], "Moves the cursor left."),
        Command(.cursorRight, "right", ["Right"], in: [.field, .menu], "Moves the cursor right."),
    ]
}
