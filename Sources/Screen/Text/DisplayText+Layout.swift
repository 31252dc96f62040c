// Cutting and wrapping, by columns.
extension DisplayText {
    /// The text where it fits, else what fits before an ellipsis.
    package func fitted(to columns: Int) -> DisplayText {
        guard width > columns else { return self }
        guard columns > 0 else { return DisplayText(glyphs: []) }
        var room = columns - 1
        var kept: [Glyph] = []
        for glyph in glyphs {
            guard Int(glyph.width) <= room else { break }
            kept.append(glyph)
            room -= Int(glyph.width)
        }
        kept.append(Glyph(base: "…", width: 1))
        return DisplayText(glyphs: kept)
    }

    /// The text in lines of at most so many columns, at least one line.
    ///
    /// Lines end at a line break of the text, at a blank, or between two wide glyphs, which need no
    /// blank; a longer word is cut.
    package func wrapped(width columns: Int) -> [DisplayText] {
        var wrapper = Wrapper(columns: max(2, columns))
        for glyph in glyphs { wrapper.take(glyph) }
        return wrapper.finish()
    }
}

/// Collects glyphs into lines.
private struct Wrapper {
    let columns: Int
    private var lines: [DisplayText] = []
    private var line: [Glyph] = []
    private var lineWidth = 0
    /// Where the line can be broken: glyphs before that place stay.
    private var opportunity: Int?

    init(columns: Int) {
        self.columns = columns
    }

    mutating func take(_ glyph: Glyph) {
        if glyph.base == "\u{240A}" {
            close(keeping: line.count)
            return
        }
        if glyph == .blank {
            takeBlank()
            return
        }
        if glyph.width == 2 { opportunity = line.count }
        if lineWidth + Int(glyph.width) > columns {
            close(keeping: opportunity.flatMap { $0 > 0 ? $0 : nil } ?? line.count)
        }
        append(glyph)
        if glyph.width == 2 { opportunity = line.count }
    }

    /// A blank that finds no room ends the line instead of beginning the next.
    private mutating func takeBlank() {
        if lineWidth >= columns {
            close(keeping: line.count)
            return
        }
        append(.blank)
        opportunity = line.count
    }

    private mutating func append(_ glyph: Glyph) {
        line.append(glyph)
        lineWidth += Int(glyph.width)
    }

    private mutating func close(keeping count: Int) {
        let rest = Array(line[count...])
        var kept = line[..<count]
        while kept.last == .blank { kept.removeLast() }
        lines.append(DisplayText(glyphs: Array(kept)))
        line = rest
        lineWidth = rest.reduce(0) { $0 + Int($1.width) }
        opportunity = nil
    }

    mutating func finish() -> [DisplayText] {
        if !line.isEmpty || lines.isEmpty { close(keeping: line.count) }
        return lines
    }
}
