// What single keys do, apart from typing.
extension TextEditor {
    mutating func moveLeft() { move(to: cursor - 1) }

    mutating func moveRight() { move(to: cursor + 1) }

    mutating func moveWordLeft() { move(to: wordStart) }

    mutating func moveWordRight() { move(to: wordEnd) }

    mutating func moveToLineStart() { move(to: lineStart) }

    mutating func moveToLineEnd() { move(to: lineEnd) }

    mutating func moveToStart() { move(to: 0) }

    mutating func moveToEnd() { move(to: characters.count) }

    mutating func eraseLeft() {
        guard cursor > 0 else { return }
        erase(cursor - 1..<cursor, as: .erasingLeft)
    }

    mutating func eraseRight() {
        guard cursor < characters.count else { return }
        erase(cursor..<cursor + 1, as: .erasingRight)
    }

    /// Erases the blanks before the cursor and the word before them, in the line; at its start the
    /// line break before it.
    mutating func eraseWordLeft() {
        guard cursor > lineStart else { return eraseLeft() }
        erase(max(wordStart, lineStart)..<cursor, as: .single)
    }

    /// Erases the blanks behind the cursor and the word behind them, in the line; at its end the
    /// line break behind it.
    mutating func eraseWordRight() {
        guard cursor < lineEnd else { return eraseRight() }
        erase(cursor..<min(wordEnd, lineEnd), as: .single)
    }

    /// Erases the rest of the line; at its end the line break behind it.
    mutating func eraseToLineEnd() {
        guard cursor < lineEnd else { return eraseRight() }
        erase(cursor..<lineEnd, as: .single)
    }

    /// Erases the beginning of the line; at its start the line break before it.
    mutating func eraseToLineStart() {
        guard cursor > lineStart else { return eraseLeft() }
        erase(lineStart..<cursor, as: .single)
    }

    /// Erases the whole line and the line break behind it, or before it in the last.
    mutating func eraseLine() {
        let start = lineStart
        let end = lineEnd
        let isLast = end == characters.count
        erase((isLast ? max(0, start - 1) : start)..<(isLast ? end : end + 1), as: .single)
    }

    mutating func eraseToEnd() {
        erase(cursor..<characters.count, as: .single)
    }

    mutating func eraseAll() {
        erase(0..<characters.count, as: .single)
    }
}

// The places that keys go to.
extension TextEditor {
    /// The beginning of the line between line breaks.
    private var lineStart: Int {
        characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }

    /// The end of the line between line breaks.
    private var lineEnd: Int {
        characters[cursor...].firstIndex(of: "\n") ?? characters.count
    }

    /// The beginning of the word before the cursor.
    private var wordStart: Int {
        var place = cursor
        while place > 0, characters[place - 1].isWhitespace { place -= 1 }
        guard place > 0, !isWord(place - 1) else { return max(0, place - 1) }
        while place > 0, !characters[place - 1].isWhitespace, !isWord(place - 1) { place -= 1 }
        return place
    }

    /// The end of the word behind the cursor.
    private var wordEnd: Int {
        var place = cursor
        while place < characters.count, characters[place].isWhitespace { place += 1 }
        guard place < characters.count, !isWord(place) else {
            return min(characters.count, place + 1)
        }
        while place < characters.count, !characters[place].isWhitespace, !isWord(place) {
            place += 1
        }
        return place
    }

    /// Whether a character is a word by itself: scripts with wide letters put no blanks between
    /// words, and a key must not leap over a whole sentence.
    private func isWord(_ place: Int) -> Bool {
        !characters[place].isASCII && characters[place].columns == 2
    }
}
