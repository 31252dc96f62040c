import Screen

/// The part of an editor's text that is seen.
struct EditorWindow: Equatable, Sendable {
    /// The number of the first line that is seen.
    var top: Int
    var lines: [DisplayText]
    /// Where the cursor stands, from the window's corner.
    var cursor: Point
    /// All lines of the text.
    var rowCount: Int
}

// The text in lines of a width.
extension TextEditor {
    func rows(width: Int) -> EditorRows {
        EditorRows(characters, width: width)
    }

    /// What is seen in a window that began at a line: it moves by no more than it must to show the
    /// cursor, and leaves no room empty that text could fill.
    ///
    /// Costs about a pass over the text, which is limited.
    func window(width: Int, height: Int, from top: Int = 0) -> EditorWindow {
        let rows = rows(width: width)
        let cursor = rows.place(of: cursor)
        let count = rows.rows.count
        let height = max(1, height)
        let showing = min(max(top, cursor.y - height + 1), cursor.y)
        let first = min(showing, max(0, count - height))
        return EditorWindow(
            top: first,
            lines: (first..<min(count, first + height)).map(rows.text),
            cursor: Point(x: cursor.x, y: cursor.y - first),
            rowCount: count
        )
    }

    mutating func moveUp(width: Int) { move(rows: -1, width: width) }

    mutating func moveDown(width: Int) { move(rows: 1, width: width) }

    /// Moves by so many lines, towards the column that the first of such moves began in; above the
    /// first line to the beginning, below the last to the end.
    mutating func move(rows count: Int, width: Int) {
        let rows = rows(width: width)
        let here = rows.place(of: cursor)
        let column = aim ?? here.x
        let row = here.y + count
        if row < 0 {
            move(to: 0, aim: column)
        } else if row >= rows.rows.count {
            move(to: characters.count, aim: column)
        } else {
            move(to: rows.cursor(row: row, column: column), aim: column)
        }
    }
}
