import Screen
import Testing

@testable import Desk

struct EditorRowsTests {
    @Test(
        "lines end behind a blank, at a line break and beside wide characters; a long word is cut",
        arguments: [
            ("do you allow two cats?", 10, ["do you ", "allow two ", "cats?"]),
            ("one\n\ntwo", 10, ["one", "", "two"]), ("", 10, [""]), ("one\n", 10, ["one", ""]),
            ("abcdefghij", 5, ["abcd", "efgh", "ij"]), ("美咲美咲美", 5, ["美咲", "美咲", "美"]),
            ("a 美咲", 5, ["a 美", "咲"]), ("abcd efgh", 5, ["abcd ", "efgh"]),
            // One blank may stand in the last column; the next begins a line.
            ("abcd   e", 5, ["abcd ", "  e"]), ("abcd ", 5, ["abcd ", ""]),
            ("abcd \nx", 5, ["abcd ", "", "x"]),
            ("👨‍👩‍👧👍🏽e\u{301}", 4, ["👨", "👍e\u{301}"]),
        ]
    )
    func wrapping(text: String, width: Int, lines: [String]) {
        let rows = TextEditor(draft: text).rows(width: width)
        #expect(rows.rows.indices.map { rows.text(of: $0).string } == lines)
    }

    @Test("the cursor has a column of its own at every place of every text", arguments: 1...40)
    func places(width: Int) {
        let editor = TextEditor(draft: Self.source)
        let rows = editor.rows(width: width)
        let columns = max(EditorRows.narrowest, width)
        var seen: Set<Point> = []
        for place in 0...editor.characters.count {
            let point = rows.place(of: place)
            #expect((0..<columns).contains(point.x), "place \(place)")
            #expect(seen.insert(point).inserted, "place \(place) is where another is")
            #expect(rows.cursor(row: point.y, column: point.x) == place)
        }
    }

    @Test("no character is lost, doubled or split, and every line fits", arguments: 1...40)
    func whole(width: Int) {
        let editor = TextEditor(draft: Self.source)
        let rows = editor.rows(width: width)
        var next = 0
        for (index, row) in rows.rows.enumerated() {
            #expect(row.range.lowerBound == next)
            #expect(rows.text(of: index).width <= max(EditorRows.narrowest, width))
            let isBreak =
                row.isEnd && row.range.upperBound < editor.characters.count
                && editor.characters[row.range.upperBound] == "\n"
            next = row.range.upperBound + (isBreak ? 1 : 0)
        }
        #expect(next == editor.characters.count)
    }

    @Test(
        "what stands on the screen under the cursor is the character at the cursor",
        arguments: 8...40
    )
    func drawn(width: Int) {
        var editor = TextEditor(draft: Self.source)
        for place in editor.characters.indices {
            editor.move(to: place)
            let window = editor.window(width: width, height: 4)
            var grid = Grid(width: width, height: 4)
            for (y, line) in window.lines.enumerated() {
                grid.draw(line, x: 0, y: y, role: .text)
            }
            let character = editor.characters[place]
            let cell = grid[window.cursor.x, window.cursor.y]
            #expect(!cell.isContinuation, "place \(place)")
            let expected =
                character == "\n" ? .blank : DisplayText(outside: String(character)).glyphs.first
            #expect(cell.glyph == expected, "place \(place), \(character)")
        }
    }

    @Test("up and down keep the column over shorter lines, and go to the ends")
    func upAndDown() {
        var editor = TextEditor(marked: "long li|ne one\nab\n王王王王王\nlong line four")
        editor.moveDown(width: 40)
        #expect(editor.marked.contains("ab|\n"))
        editor.moveDown(width: 40)
        // The seventh column is the second of a wide character: the cursor stands before it.
        #expect(editor.marked.contains("王王王|王王"))
        editor.moveDown(width: 40)
        #expect(editor.marked.hasSuffix("long li|ne four"))
        editor.moveDown(width: 40)
        #expect(editor.marked.hasSuffix("four|"))
        for _ in 0..<4 { editor.moveUp(width: 40) }
        #expect(editor.cursor == 0)
        editor.moveDown(width: 40)
        #expect(editor.marked.contains("ab|\n"))
        editor.moveLeft()
        editor.moveDown(width: 40)
        #expect(editor.marked.contains("\n|王王"))
    }

    @Test("up and down go by the lines of the width, and never skip one")
    func wrappedMoves() {
        var editor = TextEditor(marked: "do you allo|w two cats?")
        editor.moveUp(width: 10)
        #expect(editor.marked == "do y|ou allow two cats?")
        editor.moveDown(width: 10)
        #expect(editor.marked == "do you allo|w two cats?")
        editor.moveDown(width: 10)
        #expect(editor.marked == "do you allow two cats|?")
        for width in 3...30 {
            var editor = TextEditor(draft: Self.source)
            for row in (0..<editor.rows(width: width).rows.count).reversed() {
                #expect(editor.rows(width: width).place(of: editor.cursor).y == row)
                editor.moveUp(width: width)
            }
            #expect(editor.cursor == 0)
        }
    }

    @Test("a window moves as little as it must to show the cursor")
    func scrolling() {
        var editor = TextEditor(draft: (1...20).map(String.init).joined(separator: "\n"))
        var window = editor.window(width: 10, height: 5)
        #expect(window.top == 15)
        #expect(window.cursor == Point(x: 2, y: 4))
        #expect(window.rowCount == 20)
        editor.move(rows: -2, width: 10)
        window = editor.window(width: 10, height: 5, from: window.top)
        #expect(window.top == 15)
        #expect(window.cursor.y == 2)
        editor.move(rows: -5, width: 10)
        window = editor.window(width: 10, height: 5, from: window.top)
        #expect(window.top == 12)
        #expect(window.lines.map(\.string) == ["13", "14", "15", "16", "17"])
        // A taller window shows more of the text and no empty lines.
        #expect(editor.window(width: 10, height: 12, from: window.top).top == 8)
        #expect(editor.window(width: 10, height: 40, from: window.top).top == 0)
        #expect(
            editor.window(width: 10, height: 0, from: 99).lines == Array(window.lines.prefix(1))
        )
    }

    @Test("a text as long as it may be is laid out whole, whatever is in it")
    func longest() {
        let editor = TextEditor(draft: String(repeating: "Two cats, 王美咲 ok? ", count: 1_000))
        let rows = editor.rows(width: 76)
        #expect(rows.rows.last?.range.upperBound == editor.characters.count)
        #expect(!rows.rows.indices.contains { rows.text(of: $0).string.contains("more") })
    }

    private static let source = """
        Is 王美咲 there?  I’ve got two  cats and a-very-long-hyphenated-word 👍🏽 ok     five.
        \t한글 e\u{301}\u{302} 👨‍👩‍👧🇺🇸 a\u{1F3FF} \u{3000}全角\u{A0}x

        क्षि नमस्ते, สวัสดี مرحبا 1️⃣ ❤️
        """
}
