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

    /// What a calendar shows of a day.
    func day(_ day: LocalDate) -> OfficeDay {
        let usual = week?[day.weekday.rawValue]
        let closing = holidays.closing(on: day)
        let isClosed = closing?.isCertain == true && usual != nil
        var words = usual?.isEmpty == true ? "closed" : nil
        if let closing, let holiday = closing.holiday {
            words = closing.isCertain ? holiday.name : "\(holiday.name)?"
        }
        return OfficeDay(open: isClosed ? [] : usual, closing: words)
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

/// When the offices are open on one day.
struct OfficeDay: Equatable, Sendable {
    /// Stretches of minutes; nil where nobody knows.
    fileprivate let open: [Range<Int>]?
    /// Why it is closed, or may be: a holiday's name with a question mark where nobody knows.
    let closing: String?

    /// Whether a calendar shows a time as open.
    func isOpen(_ minute: Int) -> Bool {
        open?.contains { $0.contains(minute) } ?? true
    }
}
