import Testing

@testable import Terminal

struct PaletteColorsTests {
    @Test("places of the palette become the colours that they stand for, and nothing else changes")
    func written() {
        var colors = ExactColors()
        let (paper, ink) = (colors.place(of: 0x16191F), colors.place(of: 0xD5DAE3))
        #expect(colors.place(of: 0x16191F) == paper)
        var writer = PenWriter()
        let frame = "\u{1B}[2;3H\u{1B}[0;1;38;5;\(ink);48;5;\(paper)mA 48;5;16m\u{1B}[31mB\u{1B}[m"
        let written = String(decoding: writer.write(Array(frame.utf8), colors), as: UTF8.self)
        let wanted =
            "\u{1B}[2;3H\u{1B}[;1;38;2;213;218;227;48;2;22;25;31mA 48;5;16m\u{1B}[31mB\u{1B}[m"
        #expect(written == wanted)
    }

    @Test("more colours than places are no crash, and a new theme has room again")
    func room() {
        var colors = ExactColors()
        let places = (0..<300).map { colors.place(of: Int32($0)) }
        #expect(places.allSatisfy { (16...255).contains($0) })
        colors.makeRoom()
        #expect(colors.place(of: 7) == 16)
    }
}
