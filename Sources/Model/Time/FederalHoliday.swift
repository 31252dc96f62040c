/// A public holiday of the United States, by the rule that gives its date (title 5, section 6103).
package enum FederalHoliday: CaseIterable, Hashable, Sendable {
    case newYear, martinLutherKing, presidents, memorial, juneteenth, independence, labor
    case columbus, veterans, thanksgiving, christmas

    /// What it is called: `Thanksgiving`.
    package var name: String {
        switch self {
        case .newYear: "New Year's Day"
        case .martinLutherKing: "Martin Luther King Jr. Day"
        case .presidents: "Presidents' Day"
        case .memorial: "Memorial Day"
        case .juneteenth: "Juneteenth"
        case .independence: "Independence Day"
        case .labor: "Labor Day"
        case .columbus: "Columbus Day"
        case .veterans: "Veterans Day"
        case .thanksgiving: "Thanksgiving"
        case .christmas: "Christmas"
        }
    }

    /// Its date in a year; nil outside the calendar's years.
    package func date(in year: Int) -> LocalDate? {
        switch self {
        case .newYear: LocalDate(year: year, month: 1, day: 1)
        case .martinLutherKing: Self.weekday(.monday, 3, of: 1, year)
        case .presidents: Self.weekday(.monday, 3, of: 2, year)
        case .memorial: Self.lastMonday(of: 5, year)
        case .juneteenth: LocalDate(year: year, month: 6, day: 19)
        case .independence: LocalDate(year: year, month: 7, day: 4)
        case .labor: Self.weekday(.monday, 1, of: 9, year)
        case .columbus: Self.weekday(.monday, 2, of: 10, year)
        case .veterans: LocalDate(year: year, month: 11, day: 11)
        case .thanksgiving: Self.weekday(.thursday, 4, of: 11, year)
        case .christmas: LocalDate(year: year, month: 12, day: 25)
        }
    }

    /// The holiday of a day.
    package static func on(_ date: LocalDate) -> FederalHoliday? {
        let year = date.components.year
        return allCases.first { $0.date(in: year) == date }
    }

    /// The holiday that falls on a Saturday or Sunday and is kept on this Friday or Monday.
    package static func keptInstead(on date: LocalDate) -> FederalHoliday? {
        switch date.weekday {
        case .friday: on(date.adding(days: 1))
        case .monday: on(date.adding(days: -1))
        case .tuesday, .wednesday, .thursday, .saturday, .sunday: nil
        }
    }

    private static func weekday(
        _ weekday: Weekday,
        _ number: Int,
        of month: Int,
        _ year: Int
    ) -> LocalDate? {
        guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
        let days = (weekday.rawValue - first.weekday.rawValue + 7) % 7
        return first.adding(days: days + 7 * (number - 1))
    }

    private static func lastMonday(of month: Int, _ year: Int) -> LocalDate? {
        LocalDate(year: year, month: month, day: LocalDate.length(ofMonth: month, year: year))?
            .monday
    }
}
