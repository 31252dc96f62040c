import Testing

@testable import Screen

struct DisplayTextTests {
    @Test("controls become pictures, so that none reaches the terminal")
    func controls() {
        let text = DisplayText(outside: "a\u{1B}[2J\u{07}b\r\u{7F}\u{9B}c\td")
        #expect(text.string == "a␛[2J␇b␍␡�c d")
        #expect(text.width == text.glyphs.count)
    }

    @Test("bidirectional and invisible characters are dropped and counted")
    func invisible() {
        let text = DisplayText(outside: "in\u{202E}voice\u{200B}\u{2066}.\u{FEFF}pdf\u{E0041}")
        #expect(text.string == "invoice.pdf")
        #expect(text.hiddenCount == 5)
    }

    @Test("at most two marks stand on a base, and a leading mark gets a circle")
    func marks() {
        let tower = "e" + String(repeating: "\u{0301}", count: 50)
        let text = DisplayText(outside: tower)
        #expect(text.width == 1)
        #expect(text.hiddenCount == 48)
        #expect(DisplayText(outside: "\u{0301}x").string == "\u{25CC}\u{0301}x")
    }

    @Test(
        "emoji are reduced to a base whose width all terminals agree on",
        arguments: [
            ("👍🏽", "👍", 2), ("👨‍👩‍👧", "👨", 2), ("❤️", "❤", 1), ("🇺🇸", "US", 2), ("1️⃣", "1", 1),
            ("🫨", "□", 1), ("🙂!", "🙂!", 3),
        ]
    )
    func emoji(text: String, drawn: String, width: Int) {
        let display = DisplayText(outside: text)
        #expect(display.string == drawn)
        #expect(display.width == width)
    }

    @Test("letters of Hangul that come one by one are put together")
    func jamo() {
        let text = DisplayText(outside: "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}")
        #expect(text.string == "한글")
        #expect(text.width == 4)
        let old = DisplayText(outside: "\u{1100}\u{11A3}a")
        #expect(old.string == "\u{1100}a")
        #expect(old.hiddenCount == 1)
    }

    @Test("a skin tone goes with the hand before it and stands alone else")
    func skinTones() {
        #expect(DisplayText(outside: "\u{261D}\u{1F3FF}!").string == "\u{261D}!")
        #expect(DisplayText(outside: "a\u{1F3FF}").width == 3)
    }

    @Test("a text that does not fit ends in an ellipsis and never in half a glyph")
    func fitting() {
        let text = DisplayText(outside: "王美咲 Silva")
        for columns in 0...12 {
            #expect(text.fitted(to: columns).width <= columns)
        }
        #expect(text.fitted(to: 4).string == "王…")
        #expect(text.fitted(to: 12) == text)
    }

    @Test("text wraps at blanks, at line breaks and between wide glyphs; a long word is cut")
    func wrapping() {
        func lines(_ text: String, _ width: Int) -> [String] {
            DisplayText(outside: text).wrapped(width: width).map(\.string)
        }
        #expect(lines("do you allow two cats?", 10) == ["do you", "allow two", "cats?"])
        #expect(lines("one\ntwo\r\n\nthree", 10) == ["one", "two", "", "three"])
        #expect(lines("美咲美咲美", 4) == ["美咲", "美咲", "美"])
        #expect(lines("abcdefghijkl", 5) == ["abcde", "fghij", "kl"])
        #expect(lines("exactly ten more", 10) == ["exactly", "ten more"])
        #expect(lines("", 10) == [""])
    }

    @Test(
        "every line of every wrapped text fits, and no glyph but blanks is lost",
        arguments: 1...40
    )
    func wrapsWhole(width: Int) {
        let source = "Is 王美咲 there?  I’ve got two  cats\nand a-very-long-hyphenated-word 👍🏽 ok"
        let text = DisplayText(outside: source)
        let lines = text.wrapped(width: width)
        #expect(lines.allSatisfy { $0.width <= max(2, width) })
        let kept = lines.flatMap(\.glyphs).filter { $0 != .blank }
        #expect(kept == text.glyphs.filter { $0 != .blank && $0.base != "\u{240A}" })
    }

    @Test("a flood is cut and says that there is more")
    func flood() {
        let text = DisplayText(outside: String(repeating: "x\u{0301}\u{202E}", count: 100_000))
        #expect(text.glyphs.count < DisplayText.longest)
        #expect(text.string.hasSuffix("… more"))
    }

    @Test("a text of ASCII alone is drawn as it is beside other characters")
    func plain() {
        let ascii = String((UInt8(0x20)...0x7E).map { Character(Unicode.Scalar($0)) })
        let alone = DisplayText(outside: ascii)
        let among = DisplayText(outside: ascii + "é")
        #expect(alone.glyphs == Array(among.glyphs.dropLast()))
        #expect(alone.width == among.width - 1)
        #expect(alone.hiddenCount == 0)
    }

    @Test("a text so many times is what it would be written out")
    func repeating() {
        for text in ["─", "░", "ab", "\u{1B}[", "漢"] {
            let written = DisplayText(outside: String(repeating: text, count: 3))
            #expect(DisplayText.repeating(text, 3) == written)
        }
        #expect(DisplayText.repeating("─", -1).width == 0)
    }
}
