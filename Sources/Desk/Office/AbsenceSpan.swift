import Model

/// Which tours of an absence are handed over.
enum AbsenceSpan: Int, CaseIterable {
    case today
    case week
    case all
    case none

    var words: String {
        switch self {
        case .today: "today's"
        case .week: "those of the next 7 days"
        case .all: "all that are to come"
        case .none: "none"
        }
    }

    /// When the first begins that stays; nil where none does.
    func end(now: Timestamp, in zone: Zone) -> Timestamp? {
        let today = zone.local(now).date
        func begin(of day: LocalDate) -> Timestamp {
            zone.instant(LocalDateTime(date: day, secondOfDay: 0))
        }
        return switch self {
        case .today: begin(of: today.adding(days: 1))
        case .week: begin(of: today.adding(days: 7))
        case .all: nil
        case .none: now
        }
    }
}
