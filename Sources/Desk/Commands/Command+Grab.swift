// The rows of the command table that move a tour by hand.
extension Command {
    static let grabbing: [Command] = [
        Command(
            .grabTour,
            "grab tour",
            ["g"],
            in: [.tours],
            needs: .tourAhead,
            writes: .tour,
            footer: "grab",
            "Takes the tour in the hand: the arrows move it, Enter drops it, Esc lets it go."
        ),
        Command(
            .dropTour,
            "drop",
            ["Enter"],
            in: [.grab],
            writes: .tour,
            footer: "drop",
            "Moves the tour to where it is held."
        ),
        Command(
            .letGo,
            "let go",
            ["Esc", "q"],
            in: [.grab],
            footer: "let go",
            "Leaves the tour where it was."
        ),
        Command(
            .grabUp,
            "a quarter earlier",
            ["k", "Up"],
            in: [.grab],
            footer: "earlier",
            "Moves the tour 15 minutes up."
        ),
        Command(
            .grabDown,
            "a quarter later",
            ["j", "Down"],
            in: [.grab],
            footer: "later",
            "Moves the tour 15 minutes down."
        ),
        Command(
            .grabLeft,
            "a day earlier",
            ["h", "Left"],
            in: [.grab],
            footer: "day before",
            "Moves the tour to the day before."
        ),
        Command(
            .grabRight,
            "a day later",
            ["l", "Right"],
            in: [.grab],
            footer: "day after",
            "Moves the tour to the day after."
        ),
        Command(
            .grabHourUp,
            "an hour earlier",
            ["K", "PgUp"],
            in: [.grab],
            "Moves the tour an hour up."
        ),
        Command(
            .grabHourDown,
            "an hour later",
            ["J", "PgDn"],
            in: [.grab],
            "Moves the tour an hour down."
        ),
        Command(
            .dropAnyway,
            "drop all the same",
            ["Alt-y"],
            in: [.grab],
            writes: .tour,
            "Moves the tour although something warns against it."
        ),
    ]
}
