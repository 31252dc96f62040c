import Screen

extension Grid {
    mutating func draw(_ line: Line, x: Int, y: Int) {
        var x = x
        for run in line.runs {
            draw(run.text, x: x, y: y, role: run.role)
            x += run.text.width
        }
    }
}

extension DeskState {
    /// Draws a pane: its frame, what the frame says, and its lines inside.
    func draw(
        _ content: PaneContent,
        _ title: String,
        in rect: Rect,
        isFocused: Bool,
        into grid: inout Grid
    ) {
        grid.clear(rect)
        let frame = Frame(rect: rect, isFocused: isFocused, isASCII: options.isASCII)
        frame.draw(title: title, note: content.note, footnote: content.footnote, into: &grid)
        let inner = rect.inner
        for (index, line) in content.lines.prefix(inner.height).enumerated() {
            let ground: Ground = line.isSelected ? (isFocused ? .selected : .resting) : .plain
            if ground != .plain {
                grid.lay(
                    ground,
                    in: Rect(x: inner.x, y: inner.y + index, width: inner.width, height: 1)
                )
            }
            grid.draw(line, x: inner.x, y: inner.y + index)
        }
        if isFocused, let cursor = content.cursor {
            grid.cursor = Point(x: inner.x + cursor.x, y: inner.y + cursor.y)
        }
    }
}
