import Model
import Screen

// The report of a day on the screen.
extension DeskState {
    var reportContent: PaneContent {
        let day = report.day(today: today)
        var content = PaneContent(note: day == today ? "today" : Words.weekday(day))
        // The header may name the one that the desk is narrowed to.
        if hasSeveralProperties { content.note += " \(glyphs.separator) all properties" }
        guard let shown = report.report, shown.day == day else {
            content.lines = teaching("Counting…", room: fullRect.inner.width)
            return content
        }
        content.footnote = "as of \(zone.local(shown.readAt).clock)"
        let lines = reportLines
        let top = min(report.top, max(0, lines.count - fullRect.inner.height))
        content.lines = Array(lines.dropFirst(top))
        return content
    }

    var reportLines: [Line] {
        guard let shown = report.report else { return [] }
        let room = fullRect.inner.width
        let sentences = DisplayText(outside: shown.summary(of: shown.total))
            .wrapped(width: max(1, room - 2)).map { text in
                var line = Line(room: room)
                line.pad(to: 1)
                line.add(text, .quote)
                return line
            }
        return [Line(DisplayText(outside: " \(Words.weekday(shown.day))"), .title, room: room)]
            + sentences + [Line(room: room)]
            + table("agent", shown.byAgent.map { ($0.agent ?? "nobody", $0) }, room: room)
            + [Line(room: room)]
            + table("source", shown.bySource.map { ($0.source, $0) }, room: room)
    }

    private static let columns = [
        "leads", "contacts", "response", "kept", "missed", "cancelled", "open", "answers",
    ]
    private static let columnWidth = 11

    private func table(
        _ title: String,
        _ lines: [(name: String, line: ReportLine)],
        room: Int
    ) -> [Line] {
        guard !lines.isEmpty else { return teaching("Nothing happened on this day.", room: room) }
        // At 60 columns the first of them find room; the file has all.
        let count = min(Self.columns.count, max(1, (room - 20) / Self.columnWidth))
        let nameWidth = min(32, room - 2 - count * Self.columnWidth)
        func row(_ name: String, _ cells: [String], _ role: Role, _ nameRole: Role) -> Line {
            var line = Line(room: room)
            line.pad(to: 1)
            line.add(DisplayText(outside: name), column: nameWidth, nameRole)
            for cell in cells.prefix(count) {
                line.add(DisplayText(outside: cell), rightColumn: Self.columnWidth, role)
            }
            return line
        }
        return [row(title, Self.columns, .muted, .title)]
            + lines.map { row($0.name, cells($0.line), .text, .name) }
    }

    private func cells(_ line: ReportLine) -> [String] {
        [
            Words.count(line.leads), Words.count(line.contacts),
            line.responses.median.map(ReportWords.time) ?? glyphs.dash,
            Words.count(line.tours(.kept)), Words.count(line.tours(.missed)),
            Words.count(line.tours(.cancelled)), Words.count(line.tours(.open)),
            Words.count(line.answered),
        ]
    }
}
