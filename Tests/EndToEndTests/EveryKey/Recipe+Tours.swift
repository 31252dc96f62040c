import Desk

// The commands of the calendar.
extension Recipe {
    /// The agenda, with who asked for a tour selected; then the tour that has begun, the next, and
    /// the one after that.
    static let agenda = "4 A . @in_person_·_Sam"
    static let request = "\(agenda) ^"
    static let garcia = "\(agenda) ^ j"
    static let haddad = "\(agenda) ^ j j"
    private static let fromToday = "from today"

    static let tours: [Recipe] = [
        Recipe(.openTour, at: request, standing: "t tour", shows: "┏━ 2 Conversation"),
        Recipe(.bookRequest, at: request, standing: "t tour", shows: "┏━ Book a tour"),
        Recipe(.bookAnew, at: "4", standing: "┏━ 4", shows: "┏━ Book a tour"),
        Recipe(.moveTour, at: haddad, standing: "g grab", shows: "┏━ Move a tour"),
        Recipe(.cancelTour, at: haddad, standing: "g grab", shows: "┏━ Cancel a tour"),
        Recipe(.confirmTour, at: haddad, standing: "g grab", shows: done),
        Recipe(.completeTour, at: garcia, standing: "d done", shows: "┏━ How did it go?"),
        Recipe(.noShow, at: garcia, standing: "d done", shows: done, after: "u"),
        Recipe(.tourView, at: "4 W", hides: "week of"),
        Recipe(.toursByWeek, at: agenda, shows: "week of"),
        Recipe(.toursByDay, at: agenda, hides: fromToday),
        Recipe(.toursAgenda, at: "4 W", standing: "week of", shows: fromToday),
        Recipe(.toursByMonth, at: agenda, hides: fromToday),
        Recipe(.earlier, at: agenda, hides: fromToday),
        Recipe(.later, at: agenda, hides: fromToday),
        Recipe(.today, at: "\(agenda) l", shows: fromToday),
        Recipe(.exportTours, at: agenda, shows: "Written:"),
        Recipe(.printTours, at: agenda, shows: "Written:"),
    ]

    private static let still = "The arrows move it."
    private static let held = "\(haddad) g"

    static let grabbing: [Recipe] = [
        Recipe(.grabTour, at: haddad, standing: "g grab", shows: still),
        Recipe(.grabUp, at: held, hides: still),
        Recipe(.grabDown, at: held, hides: still),
        Recipe(.grabLeft, at: held, hides: still),
        Recipe(.grabRight, at: held, hides: still),
        Recipe(.grabHourUp, at: held, hides: still),
        Recipe(.grabHourDown, at: held, hides: still),
        Recipe(.letGo, at: held, hides: still),
        Recipe(.dropTour, at: held, standing: still, shows: "It stays where it is."),
        Recipe(.dropAnyway) { walk, key in
            // To a day on which no office is closed.
            let days = walk.daysToOpenDay
            try walk.press(held + String(repeating: " Right", count: days))
            try walk.see(" was ")
            try walk.seeNoMore("reading the calendar")
            try walk.press(key)
            try walk.see(done)
            try walk.press("u")
        },
    ]
}
