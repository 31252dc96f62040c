import Desk
import Foundation

// The commands of the panes and of their lists.
extension Recipe {
    static let all = parts.values.flatMap(\.self)

    /// Each is walked on a desk of its own.
    static let parts: [String: [Recipe]] = [
        "desk": desk, "leads": leads, "work on leads": leadWork, "conversation": conversation,
        "questions": questions, "tours": tours, "lists": lists, "typing": typing,
        "grabbing": grabbing, "views": views, "forms": forms, "office": office,
        "refused": refused, "leaving": leaving,
    ]

    static let desk: [Recipe] = [
        Recipe(.help, at: "1", shows: "┏━ Help"),
        Recipe(.palette, at: "1", shows: "┏━ Commands"),
        Recipe(.tutorial) { walk, key in
            try walk.press(": =tutorial @Shows_the_desk_in_eight_steps Enter")
            try walk.see("1 of 8")
        },
        Recipe(.statusView, at: "1", shows: "┏━ 8 This terminal"),
        Recipe(.nextWaiting, at: "1 g", standing: "1 of 6", shows: "2 of 6"),
        Recipe(.zoom, at: "1", hides: "4 Tours"),
        Recipe(.back, at: "3", standing: "┏━ 3 Questions", shows: "┏━ 1 Leads"),
        Recipe(.focusNext, at: "1", shows: "┏━ 2 Conversation"),
        Recipe(.focusPrevious, at: "1", shows: "┏━ 4 Tours"),
        Recipe(.focusLeads, at: "3", standing: "┏━ 3", shows: "┏━ 1 Leads"),
        Recipe(.focusConversation, at: "1", shows: "┏━ 2 Conversation"),
        Recipe(.focusQuestions, at: "1", shows: "┏━ 3 Questions"),
        Recipe(.focusTours, at: "1", shows: "┏━ 4 Tours"),
        Recipe(.emailView, at: "1", shows: "┏━ 5 Email"),
        Recipe(.insightsView, at: "1", shows: "┏━ 6 Insights"),
        Recipe(.shiftView, at: "1", shows: "┏━ 0 Start of shift"),
        Recipe(.attention, at: "1", shows: "━ Needs attention"),
        Recipe(.theme, at: "1", shows: "┏━ Theme"),
        Recipe(.mouse, at: "1", shows: "The mouse is the desk's now", after: "Space m"),
        Recipe(.repaint) { walk, key in
            let screen = try walk.day.tmux.word("pane_tty")
            try Data("\u{1B}[Hscribbled over".utf8).write(to: URL(filePath: screen))
            try walk.see("scribbled over")
            try walk.press(key)
            try walk.seeNoMore("scribbled over")
        },
    ]

    static let leads: [Recipe] = [
        Recipe(.openLead, at: "1 g", shows: "┏━ 2 Conversation"),
        Recipe(.filterLeads, at: "1 g", shows: "Enter keep"),
        Recipe(.savedFilters, at: "1", shows: "┏━ Saved filters"),
        Recipe(.forgetFilter) { walk, key in
            try walk.press("\(avery) F")
            try walk.see("Type a name to keep")
            try walk.press("=mine")
            try walk.see("keep avery as mine")
            try walk.press("Enter")
            try walk.see("is kept as mine")
            try walk.press("F")
            try walk.see("▸ mine")
            try walk.press(key)
            try walk.seeNoMore("▸ mine")
        },
        Recipe(.order, at: "1", shows: "Leads by score.", after: "o o o"),
    ]

    /// Moves into the leads, with these alone in the list.
    static let avery = "1 / =avery Enter @1_of_1"
    static let miles = "1 / =miles Enter @1_of_1"
    static let kim = "1 / =kim Enter @1_of_2"
    private static let found = "1 / =toni Enter @+15105550146 2 / =talk Enter"
    static let one = "1 of 1"

    static let conversation: [Recipe] = [
        Recipe(.searchConversation, at: "2", shows: "Enter keep"),
        Recipe(.nextMatch, at: found, standing: " 1 of 60", shows: " 2 of 60"),
        Recipe(
            .previousMatch,
            at: found,
            standing: " 1 of 60",
            shows: "60 of 60"
        ),
        Recipe(.card, at: "\(avery) 2", hides: "3 emails not sent", after: "i"),
        Recipe(.links, at: "\(avery) 2", standing: "avery@mail", shows: "┏━ Links of the talk"),
        Recipe(
            .metrics,
            at: "\(avery) 2",
            standing: "avery@mail",
            shows: "nothing was measured",
            after: "I"
        ),
        Recipe(.copy, at: avery, standing: "avery@mail", shows: "┏━ Copy"),
    ]

    static let questions: [Recipe] = [
        Recipe(.openQuestion, at: "3 G", standing: "┏━ 3", shows: "┏━ 2 Conversation"),
        Recipe(.filterQuestions, at: "3", standing: "┏━ 3", shows: "Enter keep"),
        Recipe(.approve, at: "3 g", standing: "v approve", shows: done),
        Recipe(.reviseAnswer, at: "3 g", standing: "v approve", shows: "┏━ Knowledge"),
        Recipe(.dismiss, at: "3 G", standing: "┏━ 3", shows: done),
    ]

    static let lists: [Recipe] = [
        Recipe(.up, at: "1 g j", standing: "2 of 6", shows: "1 of 6"),
        Recipe(.down, at: "1 g", standing: "1 of 6", shows: "2 of 6"),
        Recipe(.pageUp, at: "1 G", standing: "6 of 6", shows: "1 of 6"),
        Recipe(.pageDown, at: "1 g", standing: "1 of 6", shows: "6 of 6"),
        Recipe(.halfUp, at: "1 G", standing: "6 of 6", shows: "1 of 6"),
        Recipe(.halfDown, at: "1 g", standing: "1 of 6", shows: "6 of 6"),
        Recipe(.first, at: "1 G", standing: "6 of 6", shows: "1 of 6"),
        Recipe(.last, at: "1 g", standing: "1 of 6", shows: "6 of 6"),
        Recipe(.firstTour, at: "\(agenda) G", shows: "t tour"),
    ]
}
