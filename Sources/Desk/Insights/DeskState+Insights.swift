import Model
import Screen

// The insights on the screen: two columns where there is room.
extension DeskState {
    private static let twoColumns = 110

    var insightsContent: PaneContent {
        var content = PaneContent(note: insightsNote)
        guard let page = insights.page else {
            content.lines = teaching("Counting…", room: fullRect.inner.width)
            return content
        }
        let lines = insightLines
        let rows = fullRect.inner.height
        let top = min(insights.top, max(0, lines.count - rows))
        content.lines = Array(lines.dropFirst(top))
        content.footnote = "as of \(zone.local(page.readAt).clock)"
        if lines.count > top + rows {
            content.footnote += " \(glyphs.separator) more \(glyphs.down)"
        }
        return content
    }

    var insightLines: [Line] {
        guard let page = insights.page else { return [] }
        let room = fullRect.inner.width
        // What is heard is heard block after block.
        guard room >= Self.twoColumns, !options.isLinear else {
            let blocks = InsightBlocks(desk: self, page: page, room: room)
            return blocks.left + blocks.right
        }
        let half = room / 2
        let left = InsightBlocks(desk: self, page: page, room: half).left
        let right = InsightBlocks(desk: self, page: page, room: room - half).right
        return (0..<max(left.count, right.count)).map { index in
            var line = Line(room: room)
            if index < left.count { line.add(left[index]) }
            line.pad(to: half)
            if index < right.count { line.add(right[index]) }
            return line
        }
    }

    private var insightsNote: String {
        let periods = InsightsPeriod.allCases.map { period in
            period == insights.period ? "[\(period.rawValue) days]" : "\(period.rawValue)"
        }
        let isOld =
            insights.page.map { $0.query != insights.query(today: today, property: scope) } ?? false
        return periods.joined(separator: " ") + (isOld ? " counting" : "")
    }

    mutating func runInInsights(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .longerPeriod: insights.turnPeriod(by: 1)
        case .shorterPeriod: insights.turnPeriod(by: -1)
        case .nextMetric: turnMetric(by: 1)
        case .previousMetric: turnMetric(by: -1)
        case .dayReport: open(FullView.report)
        case .dayBefore: report.move(by: -1, today: today)
        case .dayAfter: report.move(by: 1, today: today)
        case .writeReport: return writeReport()
        // `run` sends no other here.
        default: break
        }
        return []
    }

    private mutating func turnMetric(by step: Int) {
        insights.turnMetric(by: step)
        guard let column = insights.metric else { return }
        let lines = insightLines
        let plotted = lines.indices.filter { index in
            lines[index].spans.contains { $0.target == .metric(column) }
        }
        guard let first = plotted.first, let last = plotted.last else { return }
        insights.show(first...last, by: fullRect.inner.height)
    }

    /// A key that comes before the report is heard all the same.
    private mutating func writeReport() -> [DeskEffect] {
        report.wanted = report.day(today: today)
        let effects = writeWantedReport()
        if effects.isEmpty {
            notice = Notice(text: "The report is still being read; it is written once it is here.")
        }
        return effects
    }

    /// Writes the report that was asked for, once it is here; another key calls it off.
    mutating func writeWantedReport() -> [DeskEffect] {
        guard let shown = report.report, shown.day == report.wanted else { return [] }
        report.wanted = nil
        return [.writeReport(shown)]
    }
}
