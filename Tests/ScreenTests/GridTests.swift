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

    @Test("to empty a part is to draw blanks on it, wherever wide glyphs stand", arguments: 0..<50)
    func clear(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var grid = Grid(width: 12, height: 4)
        for y in 0..<4 {
            grid.draw(text("a美b美美c美咲"), x: next(4) - 2, y: y, role: .name)
        }
        grid.lay(.selected, in: Rect(x: 0, y: 0, width: 12, height: 4))
        let rect = Rect(x: next(16) - 3, y: next(6) - 2, width: next(14), height: next(6))
        var drawn = grid
        for y in rect.y..<rect.y + rect.height {
            drawn.draw(.blanks(rect.width), x: rect.x, y: y, role: .text)
        }
        drawn.lay(.plain, in: rect)
        grid.clear(rect)
        #expect(grid == drawn, "seed \(seed)")
    }

    @Test("the changes since another grid are the cells that differ, and all where sizes do")
    func changes() {
        var grid = Grid(width: 5, height: 2)
        let before = grid
        grid.draw(text("美"), x: 3, y: 1, role: .text)
        grid.lay(.selected, in: Rect(x: 0, y: 0, width: 1, height: 1))
        var places: [Point] = []
        grid.forEachChange(since: before) { cell, x, y in
            #expect(cell == grid[x, y])
            places.append(Point(x: x, y: y))
        }
        #expect(places == [Point(x: 0, y: 0), Point(x: 3, y: 1), Point(x: 4, y: 1)])
        grid.forEachChange(since: grid) { _, _, _ in Issue.record("nothing has changed") }
        for other in [nil, Grid(width: 2, height: 5)] {
            var count = 0
            grid.forEachChange(since: other) { _, _, _ in count += 1 }
            #expect(count == 10)
        }
    }
}
