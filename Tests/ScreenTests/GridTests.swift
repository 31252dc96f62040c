import Testing

@testable import Screen

struct GridTests {
    private func text(_ string: String) -> DisplayText { DisplayText(outside: string) }

    @Test("what lies outside of the grid is not drawn")
    func clipping() {
        var grid = Grid(width: 5, height: 1)
        grid.draw(text("abcdefgh"), x: -2, y: 0, role: .text)
        grid.draw(text("below"), x: 0, y: 1, role: .text)
        #expect(grid.lines == ["cdefg"])
    }

    @Test("half of a wide glyph is never seen")
    func halves() {
        var grid = Grid(width: 5, height: 1)
        grid.draw(text("美咲美"), x: 0, y: 0, role: .text)
        #expect(grid.lines == ["美咲 "])
        grid.draw(text("x"), x: 1, y: 0, role: .text)
        #expect(grid.lines == [" x咲 "])
        grid.draw(text("y"), x: 2, y: 0, role: .text)
        #expect(grid.lines == [" xy  "])
        grid.draw(text("王"), x: 0, y: 0, role: .text)
        #expect(grid.lines == ["王y  "])
    }

    @Test("every line is as wide as the grid, whatever is drawn over what", arguments: 0..<50)
    func widths(seed: Int) {
        var grid = Grid(width: 20, height: 3)
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<200 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let x = Int(state >> 33) % 26 - 3
            let word = ["a", "美", "咲x", "y美z", "e\u{0301}"][Int(state >> 40) % 5]
            grid.draw(text(word), x: x, y: Int(state >> 50) % 3, role: .text)
            for line in grid.lines { #expect(text(line).width == 20, "seed \(seed)") }
        }
    }

    @Test("a ground stays under what is drawn on it")
    func ground() {
        var grid = Grid(width: 4, height: 2)
        grid.lay(.selected, in: Rect(x: 1, y: 0, width: 9, height: 1))
        grid.draw(text("ab"), x: 0, y: 0, role: .name)
        #expect(grid[0, 0].ground == .plain)
        #expect(grid[1, 0].ground == .selected)
        #expect(grid[1, 0].role == .name)
        #expect(grid[1, 1].ground == .plain)
    }
}
