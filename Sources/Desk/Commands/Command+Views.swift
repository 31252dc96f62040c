// The rows of the command table that belong to the views over the whole screen.
extension Command {
    static let views: [Command] = [
        Command(
            .closeView,
            "back to the desk",
            ["q"],
            in: fullViews,
            footer: "back",
            "Goes back to the desk."
        ),
        Command(
            .shorterPeriod,
            "shorter period",
            ["h", "Left", "-"],
            in: [.insights],
            needs: .shorterPeriod,
            footer: "shorter",
            "Looks at a shorter period: 90, 30, 7 days."
        ),
        Command(
            .longerPeriod,
            "longer period",
            ["l", "Right", "+"],
            in: [.insights],
            needs: .longerPeriod,
            footer: "longer",
            "Looks at a longer period: 7, 30, 90 days."
        ),
        Command(
            .nextMetric,
            "next metric",
            ["n", "Tab"],
            in: [.insights],
            footer: "metric",
            "Plots the next of the engagement metrics day by day."
        ),
        Command(
            .previousMetric,
            "metric before",
            ["N", "Shift-Tab"],
            in: [.insights],
            "Plots the engagement metric before day by day."
        ),
        Command(
            .dayReport,
            "day report",
            ["r"],
            in: [.insights],
            footer: "day report",
            "Shows what was done today, by agent and source."
        ),
        Command(
            .dayBefore,
            "day before",
            ["h", "Left"],
            in: [.report],
            footer: "day before",
            "Shows the report of the day before."
        ),
        Command(
            .dayAfter,
            "day after",
            ["l", "Right"],
            in: [.report],
            footer: "day after",
            "Shows the report of the day after."
        ),
        Command(
            .writeReport,
            "write report",
            ["w"],
            in: [.report],
            footer: "write files",
            "Writes the report as Markdown and as CSV, and says where."
        ),
        Command(
            .openShiftRow,
            "open",
            ["Enter"],
            in: [.shift],
            needs: .shiftRow,
            footer: "open",
            "Goes to the lead, the question or the tour."
        ),
    ]
}
