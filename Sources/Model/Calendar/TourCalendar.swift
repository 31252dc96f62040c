/// Tours as an iCalendar object (RFC 5545), for other calendar programs to read.
///
/// It has no METHOD: it is published, nobody is invited. Times are in the properties' zones, each
/// with its VTIMEZONE; a tour keeps its UID for ever, on every terminal and in the hub's feed; what
/// was cancelled stays in it as CANCELLED, so that subscribers take it away.
package struct TourCalendar: Sendable {
    private let tours: [CalendarTour]
    private let name: String
    private let now: Timestamp

    /// `name` is what a calendar program calls it; `now` is when it was made.
    package init(_ tours: [CalendarTour], name: String, now: Timestamp) {
        self.tours = tours
        self.name = name
        self.now = now
    }

    /// What a file of it is called in HTTP and in mail.
    package static let type = "text/calendar; charset=utf-8"

    /// The whole object, its lines folded and ended as the standard wants.
    package var text: String {
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Foyer//Tours//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.addText("X-WR-CALNAME", name)
        for zone in zones { CalendarZone(zone.zone, during: zone.times).add(to: &lines) }
        for tour in tours { add(tour, to: &lines) }
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    /// Every zone with the stretch of time in which it is used, by name.
    private var zones: [(zone: Zone, times: ClosedRange<Timestamp>)] {
        var used: [String: (zone: Zone, times: ClosedRange<Timestamp>)] = [:]
        for tour in tours where tour.zone.isNamedInCalendars {
            let known = used[tour.zone.name]?.times ?? tour.start...tour.start
            let times = min(known.lowerBound, tour.start)...max(known.upperBound, tour.end)
            used[tour.zone.name] = (tour.zone, times)
        }
        return used.values.sorted { $0.zone.name < $1.zone.name }
    }

    private func add(_ tour: CalendarTour, to lines: inout CalendarLines) {
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", "\(tour.id)@tours.foyer")
        lines.add("DTSTAMP", CalendarLines.utc(now))
        lines.add("SEQUENCE", "\(max(0, tour.revision))")
        lines.addTimes(tour.start, tour.end, in: tour.zone)
        lines.addText("SUMMARY", Self.summary(tour))
        lines.addText("LOCATION", tour.propertyName)
        lines.addText("DESCRIPTION", Self.description(tour))
        lines.add("STATUS", tour.isCancelled ? "CANCELLED" : "CONFIRMED")
        lines.add("TRANSP", tour.isCancelled ? "TRANSPARENT" : "OPAQUE")
        lines.add("CLASS", "PRIVATE")
        lines.add("END", "VEVENT")
    }

    private static func summary(_ tour: CalendarTour) -> String {
        let who = tour.prospect.isEmpty ? "a visitor" : tour.prospect
        switch tour.status {
        case .scheduled, .unknown: return "Tour: \(who)"
        case .completed: return "Tour: \(who) (done)"
        case .cancelled: return "Tour: \(who) (cancelled)"
        case .noShow: return "Tour: \(who) (no-show)"
        }
    }

    private static func description(_ tour: CalendarTour) -> String {
        let unit = tour.unit.flatMap { $0.isEmpty ? nil : "unit \($0)" }
        let agent = "agent: \(tour.managerName ?? "nobody yet")"
        return [unit, tour.type.words, agent].compactMap { $0 }.joined(separator: "\n")
    }
}

extension CalendarTour {
    /// When it is over; a tour without length takes a minute, since an event must end after it
    /// begins.
    var end: Timestamp { start.advanced(by: .seconds(max(1, min(minutes, 1_440)) * 60)) }

    var isCancelled: Bool { status == .cancelled }
}
