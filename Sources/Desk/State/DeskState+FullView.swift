import Model
import Screen

// Views over the whole screen: the panes wait beneath, as they were.
extension DeskState {
    /// Where a full-screen view stands.
    var fullRect: Rect { Rect(x: 0, y: 1, width: width, height: max(2, height - 2)) }

    mutating func open(_ view: FullView) {
        if case .typing = mode { mode = .panes }
        fullView = view
    }

    /// Leaves a view: the report for the insights it was opened from, others for the panes.
    mutating func closeView() {
        fullView = fullView == .report ? .insights : nil
    }

    /// Moves in the view that has the screen.
    mutating func move(_ step: Step, in view: FullView) {
        switch view {
        case .email: moveInEmails(step)
        case .insights: insights.scroll(step, by: fullRect.inner.height, lines: insightLines.count)
        case .report: report.scroll(step, by: fullRect.inner.height, lines: reportLines.count)
        case .shift: moveInShift(step)
        case .status:
            let lines = statusLines.count
            status.top = step.scrolled(status.top, by: fullRect.inner.height, lines: lines)
        }
    }

    func draw(_ view: FullView, into grid: inout Grid) {
        switch view {
        case .email: drawEmail(into: &grid)
        case .insights: drawWhole(insightsContent, view, into: &grid)
        case .report: drawWhole(reportContent, view, into: &grid)
        case .shift: drawWhole(shiftContent, view, into: &grid)
        // It says itself how old everything is.
        case .status:
            let isFocused = mode == .panes
            draw(statusContent, view.title, in: fullRect, isFocused: isFocused, into: &grid)
        }
    }

    private func drawWhole(_ content: PaneContent, _ view: FullView, into grid: inout Grid) {
        let isFocused = mode == .panes
        draw(dimmed(content), view.title, in: fullRect, isFocused: isFocused, into: &grid)
    }

    /// Old rows are dimmed while data cannot be fresh.
    func dimmed(_ content: PaneContent) -> PaneContent {
        guard isStale else { return content }
        var content = content
        content.lines = content.lines.map { $0.with(.stale) }
        return content
    }

    /// What a view asks of the replica while it is seen.
    func requests(of view: FullView) -> [PageRequest] {
        guard overview != nil else { return [] }
        switch view {
        case .email: return [.emails(emails.query)]
        case .insights: return [.insights(insights.query(today: today, property: scope))]
        case .report: return [.report(report.day(today: today))]
        case .shift:
            var query = shift.query(today: today, now: now, zone: zone)
            query.property = scope
            return [.shift(query)]
        case .status: return []
        }
    }
}
