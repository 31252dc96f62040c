import Model
import Screen

extension DeskState {
    /// Questions that the pane shows at once.
    var questionRows: Int {
        guard let inner = layout[.questions]?.inner else { return 1 }
        let above = fieldLines(in: .questions, kept: questions.query.words, room: inner.width)
        return max(1, inner.height - above.count)
    }

    func questionsContent(width: Int, height: Int) -> PaneContent {
        var content = PaneContent()
        content.lines = fieldLines(in: .questions, kept: questions.query.words, room: width)
        content.cursor = fieldCursor(in: .questions)
        guard let page = questions.page else { return content }
        content.note = "\(Words.count(page.total)) pending"
        if page.answered > 0 { content.footnote = "\(Words.count(page.answered)) answered" }
        if page.rows.isEmpty {
            let sentence =
                page.query.words.isEmpty
                ? "No question waits. What the chatbot cannot answer appears here."
                : "No question has these words. \(key(.back)) clears them."
            content.lines += teaching(sentence, room: width)
            return content
        }
        let rows = questionRows
        let top = questions.cursor.top(of: page.rows.count, offset: 0, rows: rows)
        let selected = questions.selected?.id
        for row in page.rows[top..<min(page.rows.count, top + rows)] {
            content.lines.append(line(row, isSelected: row.id == selected, room: width))
        }
        return content
    }

    private func line(_ row: QuestionRow, isSelected: Bool, room: Int) -> Line {
        var line = Line(room: room)
        line.isSelected = isSelected
        let marker = isSelected ? " \(glyphs.selected) " : "   "
        line.add(DisplayText(outside: marker), .selected)
        let age = row.askedAt.map { Words.short(max(.zero, now.since($0))) } ?? glyphs.dash
        line.add(DisplayText(outside: age), rightColumn: 4, .muted)
        line.add(.blanks(2))
        let note = DisplayText(outside: note(row)).fitted(to: room / 3)
        let text = DisplayText(outside: row.text)
        line.add(text, column: max(1, line.left - note.width - 2), isSelected ? .selected : .text)
        line.add(.blanks(1))
        line.addAtEdge(note, row.origin == .task ? .accent : .muted)
        return line
    }

    /// Who asks: `3 people · yours`, `knowledge`, and at which property.
    private func note(_ row: QuestionRow) -> String {
        var parts: [String] = []
        if row.askers > 1 { parts.append("\(Words.count(row.askers)) asked") }
        switch row.origin {
        case .task:
            if let agent = row.assignedTo, agent == overview?.agent?.id { parts.append("yours") }
        case .message: parts.append("from the bot")
        case .knowledge: parts.append("for the FAQ")
        case .review: parts.append("to review")
        }
        if hasSeveralProperties { parts.append(row.propertyName) }
        return parts.joined(separator: " \(glyphs.separator) ")
    }
}
