import Screen

// The line of a pane that is typed into.
extension DeskState {
    /// The line where one types, or what it holds while one does not; none where that is nothing.
    func fieldLines(in pane: Pane, kept: String, room: Int) -> [Line] {
        var line = Line(room: room)
        line.add(DisplayText(outside: " / "), .prompt)
        if focus == pane, case .typing(let field) = mode {
            line.add(shown(field, room: room).text, .field)
            return [line]
        }
        guard !kept.isEmpty else { return [] }
        line.add(DisplayText(outside: kept), .field)
        return [line]
    }

    /// Where the cursor stands in that line; nil where nobody types there.
    func fieldCursor(in pane: Pane, line: Int = 0) -> Point? {
        guard focus == pane, case .typing(let field) = mode, let rect = layout[pane] else {
            return nil
        }
        return Point(x: 3 + shown(field, room: rect.inner.width).cursor, y: line)
    }

    /// As much of a field's text as fits, its end where the cursor is, and the cursor's column.
    func shown(_ field: TextField, room: Int) -> (text: DisplayText, cursor: Int) {
        let before = DisplayText(outside: String(field.text.prefix(field.cursor)))
        let limit = max(1, room - 5)
        guard before.width > limit else {
            return (DisplayText(outside: field.text), before.width)
        }
        var tail = field.text.prefix(field.cursor)
        while !tail.isEmpty, DisplayText(outside: String(tail)).width > limit { tail.removeFirst() }
        let text = DisplayText(outside: String(tail))
        return (text, text.width)
    }

    /// The character of a field that is drawn at a column of it; its end behind the last.
    func place(in field: TextField, at column: Int, room: Int) -> Int {
        let end = shown(field, room: room).cursor
        var place = field.cursor
        var left = end
        let characters = Array(field.text)
        while place > 0, left > 0 {
            place -= 1
            left -= DisplayText(outside: String(characters[place])).width
        }
        left = column
        while place < characters.count {
            left -= DisplayText(outside: String(characters[place])).width
            guard left >= 0 else { break }
            place += 1
        }
        return place
    }

    /// A sentence in an empty pane: what would be here and what to do.
    func teaching(_ sentence: String, room: Int) -> [Line] {
        let wrapped = DisplayText(outside: sentence).wrapped(width: max(1, room - 4))
        return [Line(room: room)]
            + wrapped.map { text in
                var line = Line(room: room)
                line.pad(to: 2)
                line.add(text, .muted)
                return line
            }
    }
}
