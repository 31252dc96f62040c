import Model

/// The ways to look at the calendar.
enum TourView: Int, CaseIterable, Hashable, Sendable {
    case week
    case day
    case agenda
    case month

    var next: TourView {
        TourView.allCases[(rawValue + 1) % TourView.allCases.count]
    }

    /// The days to read when that day is looked at.
    func days(around day: LocalDate) -> Range<LocalDate> {
        switch self {
        case .week: day.monday..<day.monday.adding(days: 7)
        case .day, .month: day..<day.adding(days: 1)
        case .agenda: day..<day.adding(days: Self.agendaDays)
        }
    }

    /// What to read when that day is looked at: a month's tours are counted, its chosen day's read.
    func query(around day: LocalDate) -> TourQuery {
        let days = days(around: day)
        return TourQuery(
            from: days.lowerBound,
            to: days.upperBound,
            limit: self == .agenda ? PageSize.agenda : PageSize.tours,
            counted: self == .month ? Self.month(of: day) : nil
        )
    }

    /// The day that the arrows go to from one, so many steps on.
    func day(_ steps: Int, after day: LocalDate) -> LocalDate {
        switch self {
        case .week, .agenda: day.adding(days: 7 * steps)
        case .day, .month: day.adding(days: steps)
        }
    }

    /// The six weeks in which a day's month lies.
    static func month(of day: LocalDate) -> Range<LocalDate> {
        let first = day.adding(days: 1 - day.components.day).monday
        return first..<first.adding(days: 42)
    }

    /// Whether that much room shows more of it than its frame.
    func fits(width: Int, height: Int) -> Bool {
        switch self {
        case .week: width >= 57 && height >= 8
        case .day: width >= 40 && height >= 8
        case .month: width >= 35 && height >= 9
        case .agenda: true
        }
    }

    /// The one that was wished where it fits, else the first that does.
    static func fitting(_ wish: TourView?, width: Int, height: Int) -> TourView {
        let all = (wish.map { [$0] } ?? []) + [.week, .day]
        return all.first { $0.fits(width: width, height: height) } ?? .agenda
    }

    /// What help and notes call it.
    var title: String {
        switch self {
        case .week: "week"
        case .day: "day"
        case .agenda: "agenda"
        case .month: "month"
        }
    }

    private static let agendaDays = 28
}

/// An entry of the tours pane that can be selected.
enum TourEntry: Hashable, Sendable {
    case tour(TourID)
    case request(ConversationID)
}
