import Desk

// The commands of the views over the whole screen, of what was refused, and the last ones.
extension Recipe {
    static let views: [Recipe] = [
        Recipe(.openShiftRow, at: "0 @Questions_asked G", shows: "┏━ 3 Questions"),
        Recipe(.nextFilter, at: "5", standing: "[open", shows: "[drafts", after: "F"),
        Recipe(.previousFilter, at: "5", standing: "[open", shows: "[cancelled", after: "f"),
        Recipe(.openEmailLead, at: "5 g", standing: "Enter lead", shows: "┏━ 2 Conversation"),
        Recipe(.editEmail, at: "5 g", standing: "e edit", shows: "┏━ Edit the email"),
        Recipe(.scheduleEmail, at: "5 g", standing: "e edit", shows: "┏━ When is it sent?"),
        Recipe(.unscheduleEmail, at: "5 g", standing: "c do not send", shows: done),
        Recipe(.discardEmail, at: "5 G", standing: "x discard", shows: done),
        Recipe(.longerPeriod, at: "6", standing: "[30 days]", shows: "[90 days]", after: "h"),
        Recipe(.shorterPeriod, at: "6", standing: "[30 days]", shows: "[7 days]", after: "l"),
        Recipe(.nextMetric) { walk, key in try walk.seeMetric(chosenBy: key) },
        Recipe(.previousMetric) { walk, key in try walk.seeMetric(chosenBy: key) },
        Recipe(.dayReport, at: "6", standing: "┏━ 6", shows: "┏━ Day report"),
        Recipe(.dayBefore, at: "6 r", standing: "as of", shows: nothing, after: "l"),
        Recipe(.dayAfter, at: "6 r h", hides: nothing),
        Recipe(.writeReport, at: "6 r", standing: "as of", shows: "Written:"),
        Recipe(.closeView, at: "6", hides: "┏━ 6 Insights"),
    ]

    private static let nothing = "Nothing happened on this day."

    /// What the hub refuses: two answers to questions that were answered while it was away.
    static let refused: [Recipe] = [
        Recipe(.reconnect) { walk, key in
            if try !walk.day.tmux.screen().contains("! 2") { try walk.beRefused() }
            walk.day.loseHub()
            try walk.see("offline")
            try walk.press(key)
            try walk.see("Trying the hub now.")
            try walk.day.findHub()
            try walk.press(key)
            try walk.see("● live")
        },
        Recipe(.attentionDown) { walk, key in
            try walk.press("7 k")
            try walk.seeSelected(above: "“Five.”")
            try walk.press(key)
            try walk.seeSelected(above: "“Two.”")
        },
        Recipe(.attentionUp) { walk, key in
            try walk.press("7 j")
            try walk.seeSelected(above: "“Two.”")
            try walk.press(key)
            try walk.seeSelected(above: "“Five.”")
        },
        Recipe(.editRefused, at: "7", standing: "“Two.”", shows: "┏━ Answer"),
        Recipe(.askToDiscard, at: "7", standing: "“Two.”", shows: "Discard what you wrote?"),
        Recipe(.closeAttention, at: "7", hides: "━ Needs attention"),
        Recipe(.discardRefused, at: "7 j d", standing: "Discard what", hides: "“Two.”"),
        Recipe(.retryRefused) { walk, key in
            // What stood in the way is gone, and sending it again is enough.
            try walk.day.platform(
                """
                UPDATE tasks SET answer = NULL, status = 'pending'
                WHERE id = '\(DeskDay.id(9, 4))'
                """
            )
            try walk.see("What is the deposit?")
            try walk.press("7")
            try walk.see("“Five.”")
            try walk.press(key)
            try walk.seeNoMore("“Five.”")
            try walk.day.expect(
                "SELECT answer FROM tasks WHERE id = '\(DeskDay.id(9, 4))'",
                "Five."
            )
        },
    ]

    /// What covers or ends the desk comes last.
    static let leaving: [Recipe] = [
        Recipe(.suspend) { walk, key in
            try walk.press(key)
            try walk.see("Stopped")
            try walk.day.tmux.type("fg; echo left $?")
            try walk.see("┏━ 1 Leads")
        },
        Recipe(.quit) { walk, key in
            try walk.press(key)
            try walk.see("left 0")
            try walk.day.open()
        },
        Recipe(.leave) { walk, key in
            try walk.press(": \(key)")
            try walk.see("left 0")
            try walk.day.open()
        },
        Recipe(.lock, at: "1", shows: "Choose a PIN", after: "Esc"),
        Recipe(.clearPIN, at: "L", standing: "Choose a PIN", hides: "Choose a PIN"),
        Recipe(.switchAgent, at: "1", shows: "▸ Sam Sole", after: "Esc"),
        Recipe(.agentDown, at: "Space a", standing: "▸ Sam", shows: "▸ Robin", after: "Esc"),
        Recipe(.agentUp, at: "Space a", standing: "▸ Sam", shows: "▸ Robin", after: "Esc"),
        Recipe(.unlock) { walk, key in
            try walk.press("L =4711")
            try walk.see("PIN  ••••")
            try walk.press("Enter =4711")
            try walk.see("once more")
            try walk.see("PIN  ••••")
            try walk.press("Enter")
            try walk.see("Foyer is locked")
            try walk.press("=4711 \(key)")
            try walk.seeNoMore("Foyer is locked")
        },
        Recipe(.otherAgents) { walk, key in
            try walk.press("L")
            try walk.see("Foyer is locked")
            try walk.press(key)
            try walk.see("▸ Sam Sole")
            try walk.press("Esc")
            try walk.see("Foyer is locked")
            try walk.press("=4711 Enter")
            try walk.seeNoMore("Foyer is locked")
        },
    ]
}

extension Walk {
    /// Presses a key among the insights, and sees another metric plotted.
    func seeMetric(chosenBy key: String) throws {
        func plotted() throws -> Substring? {
            try day.tmux.screen().split(separator: "\n").first { $0.contains("▸ ") }
        }
        try press("6")
        try see("as of")
        let before = try plotted()
        try press(key)
        try eventually("another metric", within: Self.patience) { try plotted() != before }
    }

    /// Answers two questions while the hub is away and somebody else answers them too.
    func beRefused() throws {
        day.loseHub()
        try see("offline")
        for (number, word, answer) in [(3, "dogs", "Two."), (4, "deposit", "Five.")] {
            try home()
            try press("3 / =\(word) Enter")
            try seeNoMore("gym")
            try press("a =\(answer)")
            try see(answer)
            try press("Ctrl-s")
            try see(Recipe.done)
            try day.platform(
                """
                UPDATE tasks SET answer = 'Ask us.', status = 'answered'
                WHERE id = '\(DeskDay.id(9, number))'
                """
            )
        }
        try home()
        try day.findHub()
        try press("r")
        try see("! 2")
        try see("● live")
    }
}
