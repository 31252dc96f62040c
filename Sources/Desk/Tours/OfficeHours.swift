import Model

/// When the offices of the agent's properties are open: of several, when any of them is.
///
/// Properties whose hours nobody knows say nothing of it.
struct OfficeHours: Equatable, Sendable {
    /// By days of the week from Monday, stretches of minutes that do not touch, in order; nil where
    /// no property's hours are known.
    private let week: [[Range<Int>]]?
    private let holidays = Holidays()

    /// When tours are given where nobody knows the hours.
    private static let usual = 540..<1_080

    init(_ properties: [PropertyName] = []) {
        let known = properties.map(\.hours).filter(\.isKnown)
        guard !known.isEmpty else {
            week = nil
            return
        }
        week = (0..<7).map { day in Self.united(known.flatMap { $0.week[day] }) }
    }

    /// Whether a calendar shows a time as open.
    func isOpen(_ day: LocalDate, _ minute: Int) -> Bool {
        guard let week else { return true }
        if holidays.closing(on: day)?.isCertain == true { return false }
        return week[day.weekday.rawValue].contains { $0.contains(minute) }
    }

    /// Why a day is closed, or may be: a holiday's name with a question mark where nobody knows.
    func closing(on day: LocalDate) -> String? {
        if let closing = holidays.closing(on: day), let holiday = closing.holiday {
            return closing.isCertain ? holiday.name : "\(holiday.name)?"
        }
        guard let week, week[day.weekday.rawValue].isEmpty else { return nil }
        return "closed"
    }

    /// The minutes of some days in which any of them is open; the usual ones where none is.
    func span(of days: [LocalDate]) -> Range<Int> {
        let open = (week.map { week in days.flatMap { week[$0.weekday.rawValue] } } ?? [])
        guard let first = open.map(\.lowerBound).min(), let last = open.map(\.upperBound).max()
        else { return Self.usual }
        return first..<last
    }

    private static func united(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var united: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = united.last, range.lowerBound <= last.upperBound {
                united[united.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                united.append(range)
            }
        }
        return united
    }
}
