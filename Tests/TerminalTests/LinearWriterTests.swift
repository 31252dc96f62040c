import Screen
import Testing

@testable import Terminal

struct LinearWriterTests {
    private func speech(_ lines: String..., typing text: String? = nil) -> Speech {
        let input = text.map { text in
            Speech.Input(
                label: DisplayText(outside: "/ "),
                text: DisplayText(outside: text),
                cursor: DisplayText(outside: text).width
            )
        }
        return Speech(lines: lines.map { DisplayText(outside: $0) }, input: input)
    }

    @Test("one thing is a line, and the cursor stands where the last one begins")
    func things() {
        var writer = LinearWriter(width: 40, isASCII: false, canMove: true)
        #expect(
            writer.text(of: speech("Leads, 2.", "1 of 2: Ada.")) == "Leads, 2.\r\n1 of 2: Ada.\r"
        )
        #expect(writer.text(of: speech("2 of 2: Bo.")) == "\r\n2 of 2: Bo.\r")
        #expect(writer.leave() == "\r\n")
    }

    @Test("a thing of several rows has the cursor on its first, and what follows stands below it")
    func wrapped() {
        var writer = LinearWriter(width: 21, isASCII: false, canMove: true)
        let long = "one two three four five six seven"
        #expect(writer.text(of: speech(long)) == "one two three four\r\nfive six seven\u{1B}[1A\r")
        #expect(writer.text(of: speech("next")) == "\u{1B}[1B\r\nnext\r")
        var plain = LinearWriter(width: 21, isASCII: false, canMove: false)
        #expect(plain.text(of: speech(long)) == "one two three four\r\nfive six seven\r")
        #expect(plain.text(of: speech("next")) == "\r\nnext\r")
    }

    @Test("what covers renters takes away what was said, also above the screen, where that can be")
    func covers() {
        var writer = LinearWriter(width: 40, isASCII: false, canMove: true)
        _ = writer.text(of: speech("1 of 2: Ada."))
        var locked = speech("Foyer is locked.", typing: "")
        locked.covers = true
        #expect(
            writer.text(of: locked)
                == "\u{1B}[H\u{1B}[2J\u{1B}[3JFoyer is locked.\r\n\r/ \r/ "
        )
        var plain = LinearWriter(width: 40, isASCII: false, canMove: false)
        #expect(!plain.text(of: locked).contains("\u{1B}"))
    }

    @Test("what is typed stays one line, with the cursor in it, and news stand above it")
    func typing() {
        var writer = LinearWriter(width: 40, isASCII: false, canMove: true)
        _ = writer.text(of: speech("Leads."))
        #expect(writer.text(of: speech(typing: "jo")) == "\r\n\r/ jo\r/ jo")
        #expect(writer.text(of: speech(typing: "j")) == "\r/ j \r/ j")
        #expect(
            writer.text(of: speech("1 of 1: Jo.", typing: "j")) == "\r\n1 of 1: Jo.\r\n\r/ j\r/ j"
        )
        #expect(writer.text(of: speech("Leads, 9.")) == "\r\nLeads, 9.\r")
    }

    @Test("a long typed text shows where the cursor is, and never a column too many")
    func longTyping() {
        var writer = LinearWriter(width: 30, isASCII: false, canMove: true)
        let text = writer.text(of: speech(typing: String(repeating: "ab", count: 40) + "z"))
        for line in text.split(separator: "\r") { #expect(line.count < 30) }
        #expect(text.hasSuffix("z"))
    }

    @Test("without UTF-8 only ASCII is written")
    func ascii() {
        var writer = LinearWriter(width: 40, isASCII: true, canMove: true)
        let text = writer.text(of: speech("“Yes”, 王 – 2"))
        #expect(text == "\"Yes\", ? - 2\r")
    }
}
