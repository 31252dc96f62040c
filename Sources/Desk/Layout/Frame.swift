import Screen

/// The frame of a pane or of a menu: heavy where the focus is.
struct Frame {
    let rect: Rect
    let isFocused: Bool
    let isASCII: Bool

    /// Draws the frame with its title at the upper left, a note at the upper right and a footnote
    /// at the lower right, each where it fits.
    func draw(title: String, note: String, footnote: String, into grid: inout Grid) {
        guard rect.width > 1, rect.height > 1 else { return }
        let signs = signs
        let right = rect.x + rect.width - 1
        let bottom = rect.y + rect.height - 1
        let across = DisplayText.repeating(signs.across, rect.width - 2)
        let down = border(signs.down)
        for (y, corners) in [(rect.y, signs.corners.prefix(2)), (bottom, signs.corners.suffix(2))] {
            let line = border(corners[corners.startIndex]) + across
            grid.draw(line, x: rect.x, y: y, role: role)
            grid.draw(border(corners[corners.endIndex - 1]), x: right, y: y, role: role)
        }
        for y in rect.y + 1..<bottom {
            grid.draw(down, x: rect.x, y: y, role: role)
            grid.draw(down, x: right, y: y, role: role)
        }
        let name = border(" \(title) ").fitted(to: rect.width - 4)
        grid.draw(name, x: rect.x + 2, y: rect.y, role: isFocused ? .selected : .title)
        let room = rect.width - 5 - name.width
        drawAtEdge(note, y: rect.y, room: room, into: &grid)
        drawAtEdge(footnote, y: bottom, room: rect.width - 4, into: &grid)
    }

    private func drawAtEdge(_ words: String, y: Int, room: Int, into grid: inout Grid) {
        guard !words.isEmpty, room > 4 else { return }
        let text = border(" \(words) ").fitted(to: room)
        grid.draw(text, x: rect.x + rect.width - 2 - text.width, y: y, role: .muted)
    }

    private func border(_ text: String) -> DisplayText {
        DisplayText(outside: text)
    }

    private var role: Role { isFocused ? .focusedBorder : .border }

    private var signs: (corners: [String], across: String, down: String) {
        switch (isASCII, isFocused) {
        case (true, true): (["#", "#", "#", "#"], "=", "#")
        case (true, false): (["+", "+", "+", "+"], "-", "|")
        case (false, true): (["┏", "┓", "┗", "┛"], "━", "┃")
        case (false, false): (["┌", "┐", "└", "┘"], "─", "│")
        }
    }
}
