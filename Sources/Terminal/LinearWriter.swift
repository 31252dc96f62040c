import Screen

/// Puts what is said on a terminal, line after line as a shell does: a screen reader reads what is
/// new, and nothing is drawn over but the line that is typed into.
struct LinearWriter {
    var width: Int
    let isASCII: Bool
    /// Whether the terminal can move its cursor up and down.
    let canMove: Bool
    /// Rows between the cursor, which stands where the last thing begins, and that thing's end.
    private var below = 0
    private var isFirst = true
    /// Columns of the line that is typed into, as it stands; nil where there is none.
    private var typed: Int?

    init(width: Int, isASCII: Bool, canMove: Bool) {
        self.width = width
        self.isASCII = isASCII
        self.canMove = canMove
    }

    /// What must be written to say it.
    mutating func text(of speech: Speech) -> String {
        var text = speech.covers ? wipe() : ""
        if !speech.lines.isEmpty {
            text += nextLine()
            let things = speech.lines.map { $0.wrapped(width: room).map { words($0.glyphs) } }
            text += things.joined().joined(separator: "\r\n")
            below = (things.last?.count ?? 1) - 1
        }
        if let input = speech.input {
            if typed == nil || !speech.lines.isEmpty { text += nextLine() }
            return text + line(input)
        }
        guard !speech.lines.isEmpty else {
            // What was typed into is over, and the next thing begins below it.
            return typed == nil ? "" : nextLine()
        }
        if canMove, below > 0 { text += "\u{1B}[\(below)A" } else { below = 0 }
        return text + "\r"
    }

    /// What must be written to leave.
    mutating func leave() -> String { nextLine() }

    /// Takes everything away that was said, also what has left the screen above, where the terminal
    /// can.
    private mutating func wipe() -> String {
        guard canMove else { return "" }
        (below, typed, isFirst) = (0, nil, true)
        return "\u{1B}[H\u{1B}[2J\u{1B}[3J"
    }

    /// A column is left free, so that no terminal wraps a line by itself.
    private var room: Int { max(20, width - 1) }

    private mutating func nextLine() -> String {
        defer {
            isFirst = false
            below = 0
            typed = nil
        }
        if isFirst { return "" }
        return (canMove && below > 0 ? "\u{1B}[\(below)B" : "") + "\r\n"
    }

    /// The line that is typed into, over what stood there, and its cursor; its beginning goes where
    /// there is no room.
    private mutating func line(_ input: Speech.Input) -> String {
        let room = max(1, room - input.label.width)
        var glyphs = input.text.glyphs[...]
        var cursor = input.cursor
        while cursor >= room, let first = glyphs.popFirst() { cursor -= Int(first.width) }
        var width = 0
        let shown = glyphs.prefix { glyph in
            width += Int(glyph.width)
            return width <= room
        }
        var before = 0
        let head = shown.prefix { glyph in
            before += Int(glyph.width)
            return before <= cursor
        }
        let columns = input.label.width + shown.reduce(0) { $0 + Int($1.width) }
        let blanks = String(repeating: " ", count: max(0, (typed ?? 0) - columns))
        typed = columns
        let label = words(input.label.glyphs)
        return "\r\(label)\(words(Array(shown)))\(blanks)\r\(label)\(words(Array(head)))"
    }

    private func words(_ glyphs: [Glyph]) -> String {
        var scalars = String.UnicodeScalarView()
        for glyph in glyphs {
            scalars.append(contentsOf: isASCII ? glyph.ascii.scalars : glyph.scalars)
        }
        return String(scalars)
    }
}
