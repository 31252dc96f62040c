import Model

/// The three ways to look at the calendar.
enum TourView: Int, CaseIterable, Hashable, Sendable {
    case week
    case day
    case agenda

    var next: TourView {
        TourView.allCases[(rawValue + 1) % TourView.allCases.count]
    }

    /// How many days the arrows move by.
    var step: Int {
        switch self {
        case .week, .agenda: 7
        case .day: 1
        }
    }

    /// The days to read when that day is looked at.
    func days(around day: LocalDate) -> Range<LocalDate> {
        switch self {
        case .week: day.monday..<day.monday.adding(days: 7)
        case .day: day..<day.adding(days: 1)
        case .agenda: day..<day.adding(days: Self.agendaDays)
        }
    }

    private static let agendaDays = 28
}

/// An entry of the tours pane that can be selected.
enum TourEntry: Hashable, Sendable {
    case tour(TourID)
    case request(ConversationID)
}
