import Model
import Screen

extension DeskState {
    /// Leads that the pane shows at once.
    var leadRows: Int {
        guard let rect = layout[.leads] else { return 1 }
        let lines = rect.inner.height - filterLines(room: rect.inner.width).count
        return max(1, lines / linesPerLead)
    }

    /// Two lines a lead where the pane is tall.
    private var linesPerLead: Int {
        (layout[.leads]?.height ?? 0) >= Self.tallPane ? 2 : 1
    }

    private static let tallPane = 16

    func leadsContent(width: Int, height: Int) -> PaneContent {
        var content = PaneContent(note: leadsNote)
        content.lines = filterLines(room: width)
        content.cursor = fieldCursor(in: .leads)
        guard leads.page != nil else { return content }
        if leads.rows.isEmpty {
            content.lines += emptyLeads(room: width)
        } else {
            content.lines += leadLines(room: width)
        }
        return content
    }

    private func leadLines(room: Int) -> [Line] {
        guard let page = leads.page else { return [] }
        let rows = leadRows
        let top = leads.cursor.top(of: page.rows.count, offset: page.offset, rows: rows)
        let drawer = LeadLine(desk: self, room: room - 1)
        let isTwoLines = linesPerLead == 2
        let selected = leads.selected?.id
        var lines: [Line] = []
        for lead in page.rows[top..<min(page.rows.count, top + rows)] {
            let isSelected = lead.id == selected
            if isTwoLines {
                lines.append(drawer.first(lead, isSelected: isSelected))
                lines.append(drawer.second(lead, isSelected: isSelected))
            } else {
                lines.append(drawer.only(lead, isSelected: isSelected))
            }
        }
        return lines
    }

    private var leadsNote: String {
        guard let page = leads.page else { return "" }
        var parts: [String] = []
        if page.rows.isEmpty {
            parts.append("0")
        } else {
            let place = Words.count(leads.cursor.index + 1)
            parts.append("\(place) of \(Words.count(page.total))")
        }
        if leads.isFiltered { parts.append("filtered") }
        if leads.query.order != .waiting { parts.append("by \(leads.query.order.words)") }
        if let waiting = waits?.waiting { parts.append("\(Words.count(waiting)) waiting") }
        return parts.joined(separator: " \(glyphs.separator) ")
    }

    /// The filter and, under it, what is wrong with it.
    private func filterLines(room: Int) -> [Line] {
        var lines = fieldLines(in: .leads, kept: leads.filterText, room: room)
        if let line = completionLine(room: room) { lines.append(line) }
        if let problem = leads.problem {
            let sentence = "\(problem.part) is no filter; write \(problem.remedy)."
            lines += DisplayText(outside: sentence).wrapped(width: max(1, room - 2)).prefix(3)
                .map { text in
                    var line = Line(room: room)
                    line.pad(to: 1)
                    line.add(text, .problem)
                    return line
                }
        }
        return lines
    }

    private func emptyLeads(room: Int) -> [Line] {
        let sentence =
            !leads.isFiltered
            ? "No lead yet. Each visitor who writes to the chat appears here."
            : "No lead passes this filter. \(key(.back)) clears it."
        return teaching(sentence, room: room)
    }
}
