import Model
import Screen

/// Draws a tour with all that is known of it.
struct TourWords {
    let desk: DeskState

    /// Columns behind the name from which a status is said that nothing is the matter with.
    private static let roomy = 30

    /// `10:30–11:00  Jordan Pérez  2 bed · in person · Dana W. · Northgate   ✓ completed`, and
    /// `10:30–11:00 PST` where that is not the desk's zone.
    func add(_ tour: TourRow, isSelected: Bool, to line: inout Line) {
        let (start, end) = clocks(tour)
        let zone = desk.zoneEnding(of: tour.property, at: tour.start)
        let times = "\(start)\(desk.glyphs.dash)\(end)\(zone)"
        line.add(DisplayText(outside: times), column: 13 + desk.zoneColumns, .muted)
        let mark = desk.mark(of: tour)
        let role: Role = isSelected ? .selected : tour.status == .cancelled ? .muted : .name
        line.add(DisplayText(outside: tour.prospect), column: min(24, max(8, line.left / 3)), role)
        line.add(.blanks(2))
        // What is as it should be needs no word where there is little room.
        let isPlain = mark.sign.isEmpty && line.left < Self.roomy
        let words = DisplayText(outside: isPlain ? "" : "\(mark.sign) \(mark.words)")
            .fitted(to: line.left / 2)
        let facts = DisplayText(outside: facts(tour))
        line.add(facts.fitted(to: max(0, line.left - words.width - 2)), .text)
        line.add(.blanks(1))
        line.addAtEdge(words, mark.role)
    }

    /// When it begins and ends on its property's wall.
    func clocks(_ tour: TourRow) -> (start: String, end: String) {
        let zone = desk.zone(of: tour.property)
        let start = tour.localStart.clock
        guard zone.local(tour.start) == tour.localStart else {
            let end = (tour.localStart.minuteOfDay + max(0, min(tour.minutes, 1_440))) % 1_440
            return (
                start, LocalDateTime(date: tour.localStart.date, secondOfDay: end * 60).clock
            )
        }
        return (start, zone.local(tour.end).clock)
    }

    private func facts(_ tour: TourRow) -> String {
        var parts: [String] = []
        if let unit = tour.unit, !unit.isEmpty { parts.append(unit) }
        parts.append(tour.type.words)
        parts.append(tour.managerName ?? "nobody yet")
        if desk.hasSeveralProperties { parts.append(tour.propertyName) }
        return parts.joined(separator: " \(desk.glyphs.separator) ")
    }
}

/// Draws conversations that asked for a tour and have none.
struct TourRequestLines {
    let desk: DeskState
    let page: TourPage
    let room: Int

    /// How many are shown above a calendar of so many lines.
    static func most(height: Int) -> Int { height / 4 }

    /// So many of them, around the selected one; what is left out is counted at the foot.
    func lines(limit: Int) -> [Line] {
        let here = page.requests.firstIndex { desk.tours.selected == .request($0.conversation) }
        let count = min(limit, page.requests.count)
        let start = windowStart(of: page.requests.count, around: here, height: count)
        return page.requests[start..<start + count].map(line)
    }

    func line(_ request: TourRequest) -> Line {
        var line = Line(room: room)
        let isSelected = desk.tours.selected == .request(request.conversation)
        line.isSelected = isSelected
        line.aim(at: .request(request.conversation))
        let marker = isSelected ? " \(desk.glyphs.selected) " : "   "
        line.add(DisplayText(outside: marker), .selected)
        line.add(DisplayText(outside: "no time"), column: 9, .waiting)
        let name =
            request.name.flatMap { $0.isEmpty ? nil : $0 }
            ?? "Visitor \(request.conversation.short)"
        line.add(
            DisplayText(outside: name),
            column: min(24, room / 3),
            isSelected ? .selected : .name
        )
        line.add(.blanks(2))
        let age =
            request.askedAt.map { " \(Words.short(max(.zero, desk.now.since($0)))) ago" } ?? ""
        line.add(DisplayText(outside: "asked for a tour\(age)"), .muted)
        if desk.hasSeveralProperties, let property = desk.property(request.property) {
            line.add(.blanks(2))
            line.addAtEdge(DisplayText(outside: property.name).fitted(to: line.left / 2), .muted)
        }
        return line
    }
}
