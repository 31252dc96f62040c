import Desk

// The commands that write, and what is typed into.
extension Recipe {
    static let leadWork: [Recipe] = [
        Recipe(.answer, at: avery, standing: one, shows: "┏━ Answer"),
        Recipe(.bookTour, at: avery, standing: one, shows: "┏━ Book a tour"),
        Recipe(.email, at: avery, standing: "avery@mail", shows: "┏━ Email"),
        Recipe(.stage, at: avery, standing: one, shows: "┏━ Stage"),
        Recipe(.call, at: avery, standing: one, shows: "┏━ Log a call"),
        Recipe(.note, at: avery, standing: one, shows: "┏━ Note"),
        Recipe(.followUp, at: avery, standing: one, shows: "┏━ Follow up"),
        Recipe(.assign, at: avery, standing: one, shows: "┏━ Whose is the lead?"),
        Recipe(.claim, at: miles, standing: "+15105550142", shows: done),
        Recipe(.undo) { walk, key in
            let claimed = """
                SELECT string_agg(claimed_by::text, '') FROM foyer.lead_desk
                WHERE conversation_id = '\(DeskDay.id(6, 2))'
                """
            let before = try walk.day.rows(claimed)
            try walk.press(miles)
            try walk.see("+15105550142")
            try walk.press("c")
            try walk.see(done)
            try walk.press(key)
            // The hub has it, and the words are not replaced by those of what takes it back.
            try walk.day.expect(claimed, before)
            try walk.see("Taken back: ")
        },
        Recipe(.takeOver, at: miles, standing: "+15105550142", shows: done),
        Recipe(.contact, at: avery, standing: "avery@mail", shows: "┏━ Correct a contact"),
        Recipe(.emails, at: avery, standing: "avery@mail", shows: "┏━ Emails that are not sent"),
        Recipe(.findDuplicates, at: "1", shows: "┏━ One person twice?"),
        Recipe(.merge, at: kim, standing: "1 of 2", shows: "┏━ One person twice?"),
        Recipe(.split) { walk, key in
            try walk.press("1 / =again Enter")
            try walk.see(one)
            try walk.press("M")
            try walk.see("Kim Lake  =  Kim Lake")
            try walk.press("Enter")
            try walk.see(done)
            try walk.press("2")
            try walk.see("merged with another visitor")
            try walk.press(key)
            try walk.seeNoMore("merged with another visitor")
        },
    ]

    static let typing: [Recipe] = [
        Recipe(.rowDown, at: "?", standing: "┏━ Help", hides: "▸ Enter"),
        Recipe(.rowUp, at: "? Down", standing: "┏━ Help", shows: "▸ Enter"),
        Recipe(.choose, at: ": =insights", standing: "▸ 6", shows: "┏━ 6 Insights"),
        Recipe(.close, at: "?", hides: "┏━ Help"),
        Recipe(
            .editOutside,
            at: "3 a",
            standing: "┏━ Answer",
            shows: "No editor is named; before foyer: export EDITOR"
        ),
        Recipe(.keepText, at: "1 / =avery", hides: "Enter keep"),
        Recipe(.dropText, at: "1 / =avery", hides: "/ avery"),
        Recipe(.completeWord, at: "1 / =wai", standing: "Tab waiting", shows: "/ waiting"),
        Recipe(.eraseLeft, at: "1 / =averyx", hides: "/ averyx"),
        Recipe(.eraseWord, at: "1 / =avery Space =stone", hides: "avery stone"),
        Recipe(.eraseAll, at: "1 / =avery", hides: "/ avery"),
        Recipe(.cursorLeft) { walk, key in try walk.seeCursor(move: -1, by: key, after: "") },
        Recipe(.cursorRight) { walk, key in try walk.seeCursor(move: 1, by: key, after: "Left") },
    ]

    /// A call has two fields: what came of it, and a note.
    private static let call = "\(avery) p"

    static let forms: [Recipe] = [
        Recipe(.formEnter, at: call, standing: "▸ outcome", shows: "▸ note"),
        Recipe(.formTab, at: call, standing: "▸ outcome", shows: "▸ note"),
        Recipe(.formBack, at: "\(call) Tab", standing: "▸ note", shows: "▸ outcome"),
        Recipe(.formUp, at: "\(call) Tab", standing: "▸ note", shows: "▸ outcome"),
        Recipe(.formDown, at: call, standing: "▸ outcome", shows: "▸ note"),
        Recipe(.formLeft, at: call, standing: "▸ outcome", shows: "wrong number"),
        Recipe(.formRight, at: call, standing: "▸ outcome", shows: "voicemail"),
        Recipe(.leaveForm, at: call, hides: "┏━ Log a call"),
        Recipe(.togglePublish, at: "\(avery) a", standing: "[x] yes", shows: "[ ] no"),
        Recipe(.toggleEmail, at: "\(avery) a", standing: "[x] yes", shows: "[ ] no"),
        Recipe(.toggleAsker, at: "\(haddad) m", standing: "┏━ Move a tour", shows: "the visitor"),
        Recipe(.pickFree, at: "\(avery) t", standing: "next free:", shows: "nearest free: ▸"),
        Recipe(.send, at: "\(miles) e =hello", standing: "hello", shows: done),
        // An hour's notice is asked for; on a holiday nothing helps, so it is none.
        Recipe(.sendAnyway) { walk, key in
            try walk.press("\(haddad) m")
            try walk.see("┏━ Move a tour")
            try walk.day.type(walk.day.typed("11:00"))
            try walk.see(", 11:00")
            try walk.press(key)
            try walk.see(done)
        },
        Recipe(.sendNow, at: "\(avery) m Tab Tab =Hello", standing: "Hello", shows: done),
        Recipe(.dropInForm, at: "3 g e", standing: "Alt-x retire", shows: done),
    ]

    static let office: [Recipe] = [
        Recipe(.knowledge, at: "1", shows: "┏━ Knowledge"),
        Recipe(.coverAbsence, at: "1", shows: "┏━ Cover an absence"),
        Recipe(.team, at: "1", shows: "┏━ Who works here"),
        Recipe(.propertySettings, at: "1", shows: "┏━ Property settings"),
        Recipe(.visits, at: kim, standing: "1 of 2", shows: "┏━ Earlier visits"),
        Recipe(.mask, at: "1", standing: "Miles Jessup", hides: "Miles Jessup", after: "!"),
        Recipe(
            .maskWhileTyping,
            at: "1 / ",
            standing: "Miles Jessup",
            hides: "Miles Jessup",
            after: "F9"
        ),
        Recipe(.properties) { walk, key in
            try walk.addProperty()
            try walk.press(key)
            try walk.see("┏━ Which property?")
            try walk.press("Down Down Enter")
            try walk.see("Only Sam House")
            try walk.press("\(key) Up Up Enter")
            try walk.see("All properties are shown.")
            try walk.dropProperty()
        },
    ]
}

extension Walk {
    /// Presses a key in a line that is typed into, and sees the terminal's cursor move.
    func seeCursor(move step: Int, by key: String, after keys: String) throws {
        try press("1 / =avery \(keys)")
        try see("/ avery")
        let before = try column()
        try press(key)
        try eventually("the cursor in column \(before + step)") {
            try column() == before + step
        }
    }
}
