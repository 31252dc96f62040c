import Screen

extension Glyph {
    /// What stands for it on a terminal that takes ASCII alone.
    var ascii: Glyph {
        if base.isASCII { return Glyph.of(base) }
        return Glyph.of(Self.likenesses[base] ?? "?")
    }

    private static func of(_ scalar: Unicode.Scalar) -> Glyph {
        DisplayText(outside: String(Character(scalar))).glyphs.first ?? .blank
    }

    /// Signs that have a likeness; letters have none that is honest.
    private static let likenesses: [Unicode.Scalar: Unicode.Scalar] = [
        "…": ".", "“": "\"", "”": "\"", "‘": "'", "’": "'", "–": "-", "—": "-", "·": "-",
        "×": "x", "│": "|", "┃": "|", "─": "-", "━": "=",
        "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    ]
}
