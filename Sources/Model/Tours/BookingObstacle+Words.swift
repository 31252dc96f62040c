extension BookingObstacle {
    /// Whether another tour is in the way, rather than the calendar.
    package var isAboutTours: Bool {
        switch self {
        case .overlap, .tooClose, .nobodyFree: true
        case .duration, .skipped, .shownTwice, .past, .tooSoon, .holiday, .closed, .hoursUnknown:
            false
        }
    }

    /// The tour that is in the way, where one is.
    package var tour: BookedTour? {
        switch self {
        case .overlap(let tour), .tooClose(let tour, _): tour
        case .nobodyFree(_, let tours): tours.first
        case .duration, .skipped, .shownTwice, .past, .tooSoon, .holiday, .closed, .hoursUnknown:
            nil
        }
    }

    /// What stands in the way, in a sentence for the agent.
    package func words(in zone: Zone) -> String {
        switch self {
        case .duration:
            let allowed = BookingSlot.allowedMinutes
            return "A tour takes \(allowed.lowerBound) to \(allowed.upperBound) minutes."
        case .skipped(_, let next):
            return "The clock is put forward over that time; the next is \(next.clock)."
        case .shownTwice(let earlier, let later):
            let names = [earlier, later].map { zone.abbreviation(at: $0) }
            return "The clock shows that time twice: \(names[0]) or \(names[1])?"
        case .past: return "That is in the past."
        case .tooSoon(let earliest):
            let local = zone.local(earliest)
            return "That is too soon; from \(local.date.weekday.short) \(local.clock) on."
        case .holiday(let closing):
            let day = closing.holiday.map { " on \($0.name)" } ?? " on that day"
            return closing.isCertain
                ? "The office is closed\(day)." : "The office may be closed\(day)."
        case .closed(let open):
            guard !open.isEmpty else { return "The office is closed on that day." }
            let hours = open.map { "\(Self.clock($0.lowerBound))–\(Self.clock($0.upperBound))" }
            return "The office is open \(hours.joined(separator: " and ")) on that day."
        case .hoursUnknown: return "Nobody knows when the office is open."
        case .overlap(let tour): return "There is a tour \(Self.span(tour, zone))."
        case .tooClose(let tour, let minutes):
            return "\(minutes) minutes must lie between it and the tour \(Self.span(tour, zone))."
        case .nobodyFree: return "Nobody of the property's team is free then."
        }
    }

    private static func span(_ tour: BookedTour, _ zone: Zone) -> String {
        "\(zone.local(tour.start).clock)–\(zone.local(tour.end).clock)"
    }

    private static func clock(_ minute: Int) -> String {
        LocalDateTime(date: LocalDate(dayNumber: 0), secondOfDay: min(minute, 1_439) * 60).clock
    }
}
