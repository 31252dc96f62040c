import Screen
import Terminal
import Testing

/// Bytes as terminals send them, and the keys that a person pressed.
struct KeyParserTests {
    private func read(_ text: String) -> [KeyParser.Item] {
        var parser = KeyParser()
        return parser.read(text.utf8) + parser.finish()
    }

    private func names(_ items: [KeyParser.Item]) -> [String] {
        items.map { item in
            switch item {
            case .input(.key(let key)): key.name
            case .input(.paste(let text)): "paste \(text)"
            case .input(.focus(let isIn)): "focus \(isIn)"
            case .input(.mouse(let mouse)): "\(mouse.action) \(mouse.point.x),\(mouse.point.y)"
            case .input(.resize): "resize"
            case .mode(let mode, let isKnown): "mode \(mode) \(isKnown)"
            case .paper(let paper): "paper \(paper.red) \(paper.green) \(paper.blue)"
            }
        }
    }

    @Test(
        "every sequence is one key",
        arguments: [
            ("j", ["j"]), ("G", ["G"]), (" ", ["Space"]), ("ü", ["ü"]), ("王", ["王"]),
            ("\r", ["Enter"]), ("\n", ["Enter"]), ("\t", ["Tab"]), ("\u{7F}", ["Backspace"]),
            ("\u{10}", ["Ctrl-p"]), ("\u{0}", ["Ctrl-Space"]), ("\u{1B}", ["Esc"]),
            ("\u{1B}\u{1B}", ["Esc", "Esc"]), ("\u{1B}a", ["Alt-a"]), ("\u{1B} ", ["Alt-Space"]),
            ("\u{1B}[A", ["Up"]), ("\u{1B}OA", ["Up"]), ("\u{1B}[5~", ["PgUp"]),
            ("\u{1B}[Z", ["Shift-Tab"]), ("\u{1B}[1;5C", ["Ctrl-Right"]),
            ("\u{1B}[15~", ["F5"]), ("\u{1B}[[A", ["F1"]), ("\u{1B}OP", ["F1"]),
            ("\u{1B}[I\u{1B}[O", ["focus true", "focus false"]),
            ("\u{1B}[<0;5;3M\u{1B}[<0;5;3m", ["press 4,2"]),
            ("\u{1B}[<64;1;1M\u{1B}[<65;1;1M", ["wheelUp 0,0", "wheelDown 0,0"]),
            ("\u{1B}[M !!", ["press 0,0"]), ("\u{1B}[?2026;2$y", ["mode 2026 true"]),
            ("\u{1B}[?2026;0$y", ["mode 2026 false"]),
            ("\u{1B}P1$r0m\u{1B}\\x", ["x"]), ("\u{1B}]12;rgb:0/0/0\u{7}x", ["x"]),
            ("\u{1B}[99~x", ["x"]), ("\u{1B}[>1;2;3cx", ["x"]),
        ]
    )
    func sequences(text: String, expected: [String]) {
        #expect(names(read(text)) == expected)
    }

    @Test("what comes byte by byte is what comes at once")
    func pieces() {
        let text = "jü王\u{1B}[1;5C\u{1B}OA\u{1B}[<0;5;3M\u{1B}[200~a\u{1B}[Ab\u{1B}[201~k"
        var parser = KeyParser()
        let single = text.utf8.flatMap { parser.read([$0]) }
        #expect(single == read(text))
    }

    @Test("Escape waits a moment for what may follow, and a key after it is its own")
    func escape() {
        var parser = KeyParser()
        #expect(parser.patience == nil)
        #expect(parser.read([0x1B]).isEmpty)
        #expect(parser.patience == KeyParser.escapeDelay)
        #expect(names(parser.finish()) == ["Esc"])
        #expect(names(parser.read([UInt8(ascii: "a")])) == ["a"])
    }

    @Test("an arrow whose end comes late over a slow line is an arrow, not a command")
    func late() {
        var parser = KeyParser()
        #expect(parser.read("\u{1B}[".utf8).isEmpty)
        #expect(parser.patience == KeyParser.bracketDelay)
        #expect(KeyParser.bracketDelay > KeyParser.escapeDelay * 5)
        #expect(names(parser.read("A".utf8)) == ["Up"])
    }

    @Test("keys that come together and look like a report are not swallowed for ever")
    func likeReport() {
        var parser = KeyParser()
        #expect(names(parser.read("\u{1B}Pabc\r".utf8)) == ["Enter"])
        #expect(names(parser.read("\u{1B}]abc\u{1B}[A".utf8)) == ["Up"])
        #expect(names(parser.read("\u{1B}^abc\u{1B}\u{1B}".utf8)) == ["Esc"])
        #expect(names(parser.finish()) == ["Esc"])
        #expect(names(parser.read("\u{1B}_abc\u{3}j".utf8)) == ["Ctrl-c", "j"])
    }

    @Test("a paste is one text and never keys, whatever stands in it")
    func paste() {
        #expect(
            names(read("\u{1B}[200~q\r\nx\u{1B}[A\u{3}\u{1B}[201~")) == ["paste q\nx\u{1B}[A\u{3}"]
        )
        // An end that got lost must not swallow what follows for ever.
        var parser = KeyParser()
        #expect(parser.read("\u{1B}[200~half".utf8).isEmpty)
        #expect(parser.patience == KeyParser.pasteDelay)
        #expect(names(parser.finish()) == ["paste half"])
        #expect(names(parser.read("q".utf8)) == ["q"])
    }

    @Test("no bytes trap the parser or hold it for ever", arguments: 0..<200 as Range<UInt64>)
    func noise(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var parser = KeyParser()
        for _ in 0..<400 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x4D, 0x30, 0x7E]
            let byte =
                state & 1 == 0
                ? UInt8(truncatingIfNeeded: state >> 8) : likely[Int(state >> 20) & 7]
            _ = parser.read([byte])
        }
        _ = parser.finish()
        #expect(parser.patience == nil)
        #expect(names(parser.read("q".utf8)) == ["q"])
    }

    @Test("the terminal's answer for its paper is read, whole or in pieces, and is never keys")
    func paper() {
        let dark = Color(red: 0x16, green: 0x19, blue: 0x1F)
        for answer in [
            "\u{1B}]11;rgb:1616/1919/1f1f\u{1B}\\", "\u{1B}]11;rgb:16/19/1f\u{07}",
            "\u{1B}]11;rgba:1616/1919/1f1f/ffff\u{07}",
        ] {
            var parser = KeyParser()
            #expect(parser.read(Array(answer.utf8)) == [.paper(dark)])
            var slow = KeyParser()
            let pieces = answer.utf8.flatMap { slow.read([$0]) }
            #expect(pieces == [.paper(dark)])
        }
        for other in [
            "\u{1B}]11;blue\u{07}", "\u{1B}]10;rgb:1/1/1\u{07}", "\u{1B}]11;rgb:1/2\u{07}",
        ] {
            var parser = KeyParser()
            #expect(parser.read(Array(other.utf8)) == [])
        }
    }
}
