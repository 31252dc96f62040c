/// A text that can be drawn: the only kind of text that the grid takes.
///
/// Every text goes through `init(outside:)`, whoever wrote it: names, messages, file names, errors
/// of a server, and our own words too. What reaches the terminal is on an allow-list of scalars;
/// no escape sequence is ever parsed, none can get through.
package struct DisplayText: Hashable, Sendable {
    package private(set) var glyphs: [Glyph]
    /// Columns that the text takes.
    package private(set) var width: Int
    /// Characters that were left out: bidirectional and invisible ones, marks beyond two, code
    /// points that no terminal knows how to draw.
    package private(set) var hiddenCount = 0

    /// A text is read no further than this many scalars, and ends in "… more" then.
    package static let longest = 8_000

    /// Makes a text from outside drawable; linear in its length, up to `longest`.
    package init(outside text: String) {
        // Most texts of a frame are plain ASCII, which is drawn as it is.
        if text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            let glyphs = text.utf8.map { Glyph(base: Unicode.Scalar($0), width: 1) }
            self.init(narrow: glyphs)
        } else {
            self.init(cleaning: text.unicodeScalars)
        }
    }

    init(glyphs: [Glyph], hiddenCount: Int = 0) {
        self.glyphs = glyphs
        width = glyphs.reduce(0) { $0 + Int($1.width) }
        self.hiddenCount = hiddenCount
    }

    /// Glyphs of one column each.
    private init(narrow glyphs: [Glyph]) {
        self.glyphs = glyphs
        width = glyphs.count
    }

    /// So many blanks.
    package static func blanks(_ count: Int) -> DisplayText {
        DisplayText(narrow: Array(repeating: .blank, count: max(0, count)))
    }

    /// A text so many times, such as the line of a frame: it is made drawable once.
    package static func repeating(_ text: String, _ count: Int) -> DisplayText {
        let one = DisplayText(outside: text)
        guard count > 0 else { return DisplayText(narrow: []) }
        return DisplayText(glyphs: Array(repeatElement(one.glyphs, count: count).joined()))
    }

    /// The text as a string of exactly what is drawn.
    package var string: String {
        var scalars = String.UnicodeScalarView()
        for glyph in glyphs { scalars.append(contentsOf: glyph.scalars) }
        return String(scalars)
    }

    package static func + (one: DisplayText, other: DisplayText) -> DisplayText {
        DisplayText(
            glyphs: one.glyphs + other.glyphs,
            hiddenCount: one.hiddenCount + other.hiddenCount
        )
    }
}

extension DisplayText {
    private init(cleaning scalars: String.UnicodeScalarView) {
        var cleaner = TextCleaner()
        var count = 0
        for scalar in scalars {
            guard count < Self.longest else {
                for scalar in "… more".unicodeScalars { cleaner.take(scalar) }
                break
            }
            cleaner.take(scalar)
            count += 1
        }
        self.init(glyphs: cleaner.glyphs, hiddenCount: cleaner.hiddenCount)
    }
}
