/// The screen as cells; what lies outside of it is not drawn.
package struct Grid: Equatable, Sendable {
    package let width: Int
    package let height: Int
    /// Line by line, from the upper left.
    package private(set) var cells: [Cell]
    /// Where the terminal's cursor stands; hidden where nil.
    package var cursor: Point?

    package init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        cells = Array(repeating: .empty, count: self.width * self.height)
    }

    package subscript(x: Int, y: Int) -> Cell { cells[y * width + x] }

    /// Draws a text from a cell on, in a role, and leaves the ground as it is.
    package mutating func draw(_ text: DisplayText, x: Int, y: Int, role: Role) {
        guard y >= 0, y < height else { return }
        var x = x
        for glyph in text.glyphs {
            guard x < width else { return }
            put(glyph, x: x, y: y, role: role)
            x += Int(glyph.width)
        }
    }

    /// Puts a ground under a part of the screen.
    package mutating func lay(_ ground: Ground, in rect: Rect) {
        for y in max(0, rect.y)..<max(max(0, rect.y), min(height, rect.y + rect.height)) {
            for x in max(0, rect.x)..<max(max(0, rect.x), min(width, rect.x + rect.width)) {
                cells[y * width + x].ground = ground
            }
        }
    }

    /// Empties a part of the screen.
    package mutating func clear(_ rect: Rect) {
        let left = max(0, rect.x)
        let right = min(width, rect.x + rect.width)
        guard left < right else { return }
        for y in max(0, rect.y)..<max(max(0, rect.y), min(height, rect.y + rect.height)) {
            let line = y * width
            // A wide glyph that only half lies in it loses the other half too.
            if left > 0, cells[line + left].isContinuation { blank(line + left - 1) }
            if right < width, cells[line + right].isContinuation { blank(line + right) }
            for index in line + left..<line + right { cells[index] = .empty }
        }
    }

    /// The screen as text, a line of it a string.
    package var lines: [String] {
        (0..<height).map { y in
            var line = String.UnicodeScalarView()
            for x in 0..<width where !self[x, y].isContinuation {
                line.append(contentsOf: self[x, y].glyph.scalars)
            }
            return String(line)
        }
    }

    private mutating func put(_ glyph: Glyph, x: Int, y: Int, role: Role) {
        guard x >= 0, x + Int(glyph.width) <= width else {
            // Half of a wide glyph at the edge is a blank.
            if x >= 0 { set(.blank, x: x, y: y, role: role, isContinuation: false) }
            return
        }
        set(glyph, x: x, y: y, role: role, isContinuation: false)
        if glyph.width == 2 {
            set(glyph, x: x + 1, y: y, role: role, isContinuation: true)
        }
    }

    private mutating func set(
        _ glyph: Glyph,
        x: Int,
        y: Int,
        role: Role,
        isContinuation: Bool
    ) {
        let index = y * width + x
        if !isContinuation { mend(around: x, y: y) }
        if isContinuation, x + 1 < width, cells[index + 1].isContinuation {
            blank(index + 1)
        }
        cells[index].glyph = glyph
        cells[index].role = role
        cells[index].isContinuation = isContinuation
    }

    /// A wide glyph of which one half is overwritten loses the other half too.
    private mutating func mend(around x: Int, y: Int) {
        let index = y * width + x
        if cells[index].isContinuation, x > 0 { blank(index - 1) }
        if x + 1 < width, cells[index + 1].isContinuation { blank(index + 1) }
    }

    private mutating func blank(_ index: Int) {
        cells[index].glyph = .blank
        cells[index].isContinuation = false
    }
}
