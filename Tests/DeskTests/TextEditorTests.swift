import Testing

@testable import Desk

struct TextEditorTests {
    @Test("what is typed stands where the cursor is")
    func typing() {
        var editor = TextEditor()
        editor.type("two cats")
        editor.moveWordLeft()
        editor.type("or three ")
        #expect(editor.marked == "two or three |cats")
        editor.moveToEnd()
        editor.insert("\n")
        editor.type("ok")
        #expect(editor.marked == "two or three cats\nok|")
    }

    @Test("a paste keeps its line breaks, of every kind, and runs no controls")
    func paste() {
        var editor = TextEditor(draft: "<>", cursor: 1)
        let isWhole = editor.paste(
            "a\r\nb\rc\nd\u{2028}e\u{85}f\tg\u{1B}[2J\u{7}\u{7F}\u{9B}h\u{0}"
        )
        #expect(isWhole)
        #expect(editor.text == "<a\nb\nc\nd\ne\nf g[2Jh>")
        #expect(editor.marked.hasSuffix("h|>"))
    }

    @Test("characters of which nothing would be seen are not taken")
    func invisible() {
        var editor = TextEditor()
        editor.paste("in\u{202E}voice\u{200B}\u{2066}.\u{FEFF}pdf\u{E0041}\u{E0100}")
        #expect(editor.text == "invoice.pdf")
        // What joins letters, or an emoji's parts, is a part of a character that is seen.
        editor.replaceAll(with: "می\u{200C}خواهم 👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}")
        #expect(editor.text == "می\u{200C}خواهم 👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}")
        editor.replaceAll(with: "می")
        editor.type("\u{200C}خ")
        #expect(editor.text == "می\u{200C}خ")
    }

    @Test("keys go by characters as people see them")
    func clusters() {
        var editor = TextEditor(draft: "a👨‍👩‍👧e\u{301}\u{302}🇺🇸1️⃣한")
        #expect(editor.cursor == 6)
        editor.moveLeft()
        editor.eraseLeft()
        editor.eraseLeft()
        #expect(editor.marked == "a👨‍👩‍👧e\u{301}\u{302}|한")
        editor.eraseLeft()
        editor.eraseLeft()
        #expect(editor.marked == "a|한")
        editor.eraseRight()
        editor.eraseRight()
        editor.moveRight()
        #expect(editor.marked == "a|")
    }

    @Test("an accent typed behind a letter joins it, and what is erased between joins its ends")
    func joining() {
        var editor = TextEditor(draft: "cafe!", cursor: 4)
        editor.insert("\u{301}")
        #expect(editor.marked == "cafe\u{301}|!")
        #expect(editor.characters.count == 5)
        editor.undo()
        #expect(editor.marked == "cafe|!")

        // Two halves of a flag become one when what parts them goes.
        var flag = TextEditor(draft: "\u{1F1FA}-\u{1F1F8}.", cursor: 2)
        flag.eraseLeft()
        #expect(flag.characters.count == 2)
        #expect(flag.text == "🇺🇸.")
        flag.undo()
        #expect(flag.marked == "\u{1F1FA}-|\u{1F1F8}.")
        flag.redo()
        #expect(flag.text == "🇺🇸.")
    }

    @Test("words end at blanks, and each wide letter is one")
    func words() {
        var editor = TextEditor(draft: "don’t ask,  please\n王美咲 ok")
        let stops = [
            "don’t ask,  please\n王美咲 |ok", "don’t ask,  please\n王美|咲 ok",
            "don’t ask,  please\n王|美咲 ok", "don’t ask,  please\n|王美咲 ok",
            "don’t ask,  |please\n王美咲 ok", "don’t |ask,  please\n王美咲 ok",
            "|don’t ask,  please\n王美咲 ok", "|don’t ask,  please\n王美咲 ok",
        ]
        for stop in stops {
            editor.moveWordLeft()
            #expect(editor.marked == stop)
        }
        for end in ["don’t|", "don’t ask,|", "don’t ask,  please|"] {
            editor.moveWordRight()
            #expect(editor.marked.hasPrefix(end))
        }
        editor.moveWordRight()
        #expect(editor.marked == "don’t ask,  please\n王|美咲 ok")
        for _ in 0..<9 { editor.moveWordRight() }
        #expect(editor.cursor == editor.characters.count)
    }

    @Test(
        "each key erases what it says",
        arguments: [
            ("one two|", "eraseWordLeft", "one |"), ("one two  |x", "eraseWordLeft", "one |x"),
            ("one\n|two", "eraseWordLeft", "one|two"),
            ("one\n  |two", "eraseWordLeft", "one\n|two"),
            ("|one", "eraseWordLeft", "|one"), ("美咲|", "eraseWordLeft", "美|"),
            ("o|ne two", "eraseWordRight", "o| two"), ("one| two", "eraseWordRight", "one|"),
            ("one|\ntwo", "eraseWordRight", "one|two"), ("one|", "eraseWordRight", "one|"),
            ("one| \ntwo", "eraseWordRight", "one|\ntwo"),
            ("o|ne\ntwo", "eraseToLineEnd", "o|\ntwo"), ("one|\ntwo", "eraseToLineEnd", "one|two"),
            ("one\ntw|o", "eraseToLineStart", "one\n|o"),
            ("one\n|two", "eraseToLineStart", "one|two"), ("|one", "eraseToLineStart", "|one"),
            ("one\nt|wo\nthree", "eraseLine", "one\n|three"),
            ("one\nt|wo", "eraseLine", "one|"), ("o|ne", "eraseLine", "|"), ("|", "eraseLine", "|"),
            ("one\n|\ntwo", "eraseLine", "one\n|two"),
            ("o|ne\ntwo", "eraseToEnd", "o|"), ("o|ne\ntwo", "eraseAll", "|"),
            ("one\ntw|o", "moveToLineStart", "one\n|two"),
            ("one\nt|wo", "moveToLineEnd", "one\ntwo|"),
            ("o|ne\ntwo", "moveToLineEnd", "one|\ntwo"),
            ("one\ntw|o", "moveToStart", "|one\ntwo"), ("|one\ntwo", "moveToEnd", "one\ntwo|"),
        ]
    )
    func keys(before: String, key: String, after: String) throws {
        var editor = TextEditor(marked: before)
        let press = try #require(TextEditor.keys[key])
        press(&editor)
        #expect(editor.marked == after)
        editor.undo()
        if key.hasPrefix("erase") { #expect(editor.marked == before) }
    }

    @Test("a typed word is taken back at once, and erasing key by key too")
    func undo() {
        var editor = TextEditor()
        editor.type("two cats\nok")
        for expected in ["two cats\n|", "two |", "|", "|"] {
            editor.undo()
            #expect(editor.marked == expected)
        }
        for expected in ["two |", "two cats\n|", "two cats\nok|", "two cats\nok|"] {
            editor.redo()
            #expect(editor.marked == expected)
        }
        for _ in 0..<5 { editor.eraseLeft() }
        #expect(editor.marked == "two ca|")
        editor.moveToStart()
        editor.eraseRight()
        editor.eraseRight()
        editor.undo()
        #expect(editor.marked == "|two ca")
        editor.undo()
        #expect(editor.marked == "two cats\nok|")
    }

    @Test(
        "a move ends a run, a paste is a change of its own, and typing forgets what was undone"
    )
    func runs() {
        var editor = TextEditor()
        editor.type("ab")
        editor.moveLeft()
        editor.type("c")
        editor.paste("XY")
        editor.type("d")
        #expect(editor.marked == "acXYd|b")
        for expected in ["acXY|b", "ac|b", "a|b", "|"] {
            editor.undo()
            #expect(editor.marked == expected)
        }
        editor.redo()
        editor.type("z")
        editor.redo()
        #expect(editor.marked == "abz|")
    }

    @Test("taking another answer is undone to the text that was there, cursor and all")
    func replaceAll() {
        var editor = TextEditor(marked: "my o|wn words")
        editor.replaceAll(with: "theirs")
        #expect(editor.marked == "theirs|")
        editor.undo()
        #expect(editor.marked == "my o|wn words")
    }

    @Test("no text grows beyond its limit, and what finds no room is said")
    func limit() {
        var editor = TextEditor()
        let flood = editor.paste(String(repeating: "x", count: 1_000_000))
        #expect(!flood)
        #expect(editor.text.unicodeScalars.count == TextEditor.longest)
        let full = editor.insert("y")
        #expect(!full)
        #expect(editor.text.unicodeScalars.count == TextEditor.longest)
        for _ in 0..<3 { editor.eraseLeft() }
        // Only whole characters are taken.
        let cut = editor.paste("ab👨‍👩‍👧")
        #expect(!cut)
        #expect(editor.text.hasSuffix("xab"))
        editor.eraseAll()
        let tower = editor.paste("e" + String(repeating: "\u{301}", count: 100_000))
        #expect(!tower)
        #expect(editor.isEmpty)
        let room = editor.paste(String(repeating: "\u{200B}", count: 50_000) + "a")
        #expect(!room)
    }

    @Test("a draft comes back as it was, its cursor too, and a spoiled one does no harm")
    func draft() {
        var editor = TextEditor(marked: "One space\nper |apartment 王👍🏽")
        let back = TextEditor(draft: editor.text, cursor: editor.cursor)
        #expect(back.marked == editor.marked)
        editor.type("x")
        #expect(TextEditor(draft: "a\u{0}b\r\nc", cursor: 99).marked == "ab\nc|")
        #expect(TextEditor(draft: "ab", cursor: -3).marked == "|ab")
    }

    @Test("whatever was done is undone step by step, and made again", arguments: 0..<30)
    func everything(seed: UInt64) {
        var chance = Chance(state: seed)
        let texts = [
            "a", "b", " ", "\n", "e", "\u{301}", "王", "👍", "🏽", "\u{1F1FA}", "\u{1F1F8}",
            "\u{1100}",
            "\u{1161}", "\u{11A8}", "\u{200D}", "👩", "क", "्", "ष", "two cats ", "x\r\ny",
            "\u{202E}",
        ]
        let start = TextEditor(draft: "One space, 王美咲\nper apartment. 👨‍👩‍👧")
        var editor = start
        let keys = TextEditor.keys.keys.sorted()
        for _ in 0..<120 {
            let text = texts[chance.below(texts.count)]
            switch chance.below(10) {
            case 0..<5: editor.insert(text)
            case 5: editor.paste(text + text)
            case 6: editor.move(rows: chance.below(5) - 2, width: 3 + chance.below(20))
            default: TextEditor.keys[keys[chance.below(keys.count)]]?(&editor)
            }
            #expect(editor.characters == Array(editor.text), "seed \(seed)")
            #expect((0...editor.characters.count).contains(editor.cursor), "seed \(seed)")
        }
        let end = editor
        for _ in 0..<130 { editor.undo() }
        #expect(editor.text == start.text, "seed \(seed)")
        for _ in 0..<130 { editor.redo() }
        #expect(editor.text == end.text, "seed \(seed)")
    }
}
