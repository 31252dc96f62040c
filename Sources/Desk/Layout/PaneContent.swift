import Screen

/// What a pane shows inside its frame, and what its frame says.
struct PaneContent: Equatable, Sendable {
    /// At the right of the upper border.
    var note: String = ""
    /// At the right of the lower border.
    var footnote: String = ""
    /// From the top; no more than the pane's height is drawn.
    var lines: [Line] = []
    /// Where the cursor stands inside the frame, while a line is typed into.
    var cursor: Point?

    /// Leaves so many lines, that one among them.
    mutating func narrow(to height: Int, around line: Int) {
        guard lines.count > height else { return }
        let top = max(0, line - height + 1)
        lines = Array(lines.dropFirst(top).prefix(height))
        cursor?.y -= top
    }
}
