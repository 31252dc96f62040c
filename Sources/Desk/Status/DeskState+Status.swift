import Model
import Screen

// How this terminal does, for whoever looks after it: nothing of a renter.
extension DeskState {
    /// Columns of the labels.
    private static let statusLabels = 14
    /// Properties that are named; an agent of a whole market has 150.
    private static let mostNames = 12

    var statusContent: PaneContent {
        guard status.report != nil else {
            return PaneContent(lines: teaching("Looking…", room: fullRect.inner.width))
        }
        let lines = statusLines
        let height = fullRect.inner.height
        let top = min(status.top, max(0, lines.count - height))
        let rest = lines.count - top - height
        return PaneContent(
            footnote: rest > 0 ? "\(rest) more \(glyphs.down)" : "foyer status says the same",
            lines: Array(lines.dropFirst(top))
        )
    }

    var statusLines: [Line] {
        guard let report = status.report else { return [] }
        let blocks = StatusWords(report, now: now, zone: zone).blocks + [accessLines]
        return Array(blocks.map { $0.flatMap(drawn) }.joined(separator: [Line(room: 0)]))
    }

    private func drawn(_ line: StatusWords.Line) -> [Line] {
        let room = fullRect.inner.width
        let texts = DisplayText(outside: line.text)
            .wrapped(width: max(1, room - Self.statusLabels - 1))
        return texts.enumerated().map { index, text in
            var shown = Line(room: room)
            shown.pad(to: 1)
            let label = index == 0 ? line.label : ""
            shown.add(DisplayText(outside: label), column: Self.statusLabels, .muted)
            shown.add(text, line.isProblem ? .problem : .text)
            return shown
        }
    }

    /// What the agent may do, and where.
    private var accessLines: [StatusWords.Line] {
        guard let overview else { return [] }
        var lines: [StatusWords.Line] = []
        if let agent = overview.agent { lines.append(.init(label: "agent", text: agent.words)) }
        let written = overview.properties.filter { overview.access.allows($0.id) }
        let read = overview.properties.filter { !overview.access.allows($0.id) }
        lines.append(.init(label: "may write at", text: names(written)))
        if !read.isEmpty { lines.append(.init(label: "may read at", text: names(read))) }
        return lines
    }

    private func names(_ properties: [PropertyName]) -> String {
        let names = properties.prefix(Self.mostNames).map(\.name)
        let more = properties.count - names.count
        return names.isEmpty
            ? "no property" : names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    /// Whether what happened makes the report of the view old: asked for when it is opened and when
    /// something changes while it is seen, never by a clock of its own.
    func wantsStatus(after event: DeskEvent, wasOpen: Bool) -> Bool {
        guard fullView == .status, lock == nil else { return false }
        guard wasOpen else { return true }
        switch event {
        case .minuteTurned, .freshnessChanged, .outboxChanged, .lockAnswered: return true
        case .input, .handRested, .pageArrived, .readFailed, .replicaChanged, .rowsWritten,
            .undoEnded, .written, .writeRefused, .draftsKnown, .reportWritten, .templatesKnown,
            .fileKept, .fileNotKept, .themesKnown, .lockKnown, .statusKnown, .tutorialWanted,
            .editedOutside, .agentsKnown, .leftAlone, .themeRefused:
            return false
        }
    }
}
