import Screen

/// A frame as text with the escape sequences of its colours.
struct PaintedText {
    let text: String

    init(_ grid: Grid, _ sheet: StyleSheet) {
        var text = ""
        for y in 0..<grid.height {
            var last: Style?
            for x in 0..<grid.width {
                let cell = grid[x, y]
                guard !cell.isContinuation else { continue }
                let style = sheet[cell.role, cell.ground]
                if style != last { text += Self.codes(style) }
                last = style
                text.unicodeScalars.append(contentsOf: cell.glyph.scalars)
            }
            text += "\u{1B}[0m\n"
        }
        self.text = text
    }

    /// SGR as ECMA-48 has it, with xterm's 256 colours.
    private static func codes(_ style: Style) -> String {
        var codes = ["0"]
        let attributes: [(Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        codes += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        if style.foreground >= 0 { codes.append("38;5;\(style.foreground)") }
        if style.background >= 0 { codes.append("48;5;\(style.background)") }
        return "\u{1B}[\(codes.joined(separator: ";"))m"
    }
}
