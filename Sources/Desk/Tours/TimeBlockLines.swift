import Model
import Screen

/// Draws one tour of a calendar by the hour: a bar as long as it lasts, and what is known of it
/// beside.
struct TimeBlockLines {
    let desk: DeskState
    let block: TimeColumn.TimeBlock
    let slots: TimeSlots
    let width: Int

    /// Columns from which everything is said in the first line.
    private static let wide = 48
    /// Columns from which more than the name is said.
    private static let roomy = 8

    func line(_ row: Int, isSelected: Bool) -> Line {
        var line = Line(room: width)
        let index = row - max(0, block.rows.lowerBound)
        let isMarked = isSelected && index == 0
        let bar = isMarked ? desk.glyphs.selected : bar(row)
        line.add(DisplayText(outside: bar), isSelected ? .selected : barRole)
        if index == 0 {
            addName(isSelected: isSelected, to: &line)
        } else if width < Self.wide, width >= Self.roomy, details.indices.contains(index - 1) {
            line.add(DisplayText(outside: details[index - 1]), .muted)
        }
        line.pad(to: width)
        line.aim(at: .tour(block.tour.id))
        return line
    }

    /// Half a bar where the tour begins or ends in the middle of a row.
    private func bar(_ row: Int) -> String {
        let middle = slots.minute(row) + (slots.step + 1) / 2
        if block.minutes.lowerBound >= middle { return desk.glyphs.lowerBar }
        if block.minutes.upperBound <= middle, block.minutes.count > slots.step / 2 {
            return desk.glyphs.upperBar
        }
        return desk.glyphs.bar
    }

    private var barRole: Role {
        let mark = desk.mark(of: block.tour)
        guard mark.role == .text else { return mark.role }
        return block.tour.manager == desk.overview?.agent?.id ? .accent : .name
    }

    private func addName(isSelected: Bool, to line: inout Line) {
        let tour = block.tour
        guard width < Self.wide else {
            line.add(.blanks(1))
            TourWords(desk: desk).add(tour, isSelected: isSelected, to: &line)
            return
        }
        let mark = desk.mark(of: tour)
        let sign = DisplayText(outside: mark.sign.isEmpty ? "" : " \(mark.sign)")
        let role: Role = isSelected ? .selected : tour.isLost ? .muted : .text
        let minute = tour.localStart.minute
        if minute % slots.step != 0, width >= Self.roomy + 3 {
            line.add(DisplayText(outside: ":\(minute < 10 ? "0" : "")\(minute) "), .muted)
        }
        let columns = max(1, line.left - sign.width)
        line.add(shortName(columns), role)
        // What is one row high has no line below for it.
        let zone = block.rows.count > 1 ? "" : desk.zoneEnding(of: tour.property, at: tour.start)
        if zone.count + sign.width <= line.left { line.add(DisplayText(outside: zone), .muted) }
        line.add(sign, mark.role)
    }

    /// The whole name, or its last word where that is all there is room for.
    private func shortName(_ columns: Int) -> DisplayText {
        let whole = DisplayText(outside: block.tour.prospect)
        guard whole.width > columns, let last = block.tour.prospect.split(separator: " ").last
        else { return whole.fitted(to: columns) }
        return DisplayText(outside: String(last)).fitted(to: columns)
    }

    /// A line each below the name.
    private var details: [String] {
        let tour = block.tour
        let (start, end) = TourWords(desk: desk).clocks(tour)
        var lines = [
            width >= 12
                ? "\(start)\(desk.glyphs.dash)\(end)" : "\(desk.glyphs.dash)\(end)"
        ]
        if let zone = desk.zoneWord(of: tour.property, at: tour.start) {
            let isRoom = lines[0].count + zone.count + 1 < width
            if isRoom { lines[0] += " \(zone)" } else { lines.append(zone) }
        }
        if let unit = tour.unit, !unit.isEmpty { lines.append(unit) }
        if tour.type != .inPerson { lines.append(tour.type.words) }
        lines.append(tour.managerName ?? "nobody yet")
        if desk.hasSeveralProperties { lines.append(tour.propertyName) }
        return lines
    }
}
