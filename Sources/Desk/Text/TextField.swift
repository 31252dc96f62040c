/// One line that an agent types into.
struct TextField: Equatable, Sendable {
    private(set) var text: String
    /// Characters before the cursor.
    private(set) var cursor: Int

    /// More than any filter needs; what is typed beyond it is not taken.
    static let longest = 200

    init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    /// Takes text as typed or pasted; answers false where not all of it found room.
    ///
    /// Line breaks become spaces, other controls are left out.
    @discardableResult
    mutating func insert(_ typed: String) -> Bool {
        let clean = typed.unicodeScalars.lazy
            .map { $0.properties.isWhitespace ? " " : $0 }
            .filter { $0.properties.generalCategory != .control }
        var addition = String.UnicodeScalarView()
        // Marks that are typed one by one join one character without end.
        let marks = max(0, Self.longest * 4 - text.unicodeScalars.count)
        addition.append(contentsOf: clean.prefix(marks))
        let room = max(0, Self.longest - text.count)
        let isWhole =
            clean.dropFirst(marks).isEmpty && String(addition).dropFirst(room).isEmpty
        guard room > 0 else { return isWhole }
        let taken = String(addition).prefix(room)
        let before = text.prefix(cursor) + taken
        text = String(before + text.dropFirst(cursor))
        cursor = before.count
        return isWhole
    }

    /// The same line as it is drawn where its text is not for everybody's eyes.
    func covered(by shapes: (String) -> String) -> TextField {
        var field = TextField(shapes(text))
        field.cursor = min(cursor, field.text.count)
        return field
    }

    mutating func eraseLeft() {
        guard cursor > 0 else { return }
        erase(from: cursor - 1)
    }

    /// Erases the blanks before the cursor and the word before them.
    mutating func eraseWord() {
        let before = Array(text.prefix(cursor))
        var start = before.count
        while start > 0, before[start - 1].isWhitespace { start -= 1 }
        while start > 0, !before[start - 1].isWhitespace { start -= 1 }
        erase(from: start)
    }

    mutating func eraseAll() {
        self = TextField()
    }

    mutating func moveLeft() {
        cursor = max(0, cursor - 1)
    }

    mutating func move(to place: Int) {
        cursor = min(max(0, place), text.count)
    }

    mutating func moveRight() {
        cursor = min(text.count, cursor + 1)
    }

    private mutating func erase(from start: Int) {
        text = String(text.prefix(start) + text.dropFirst(cursor))
        cursor = min(start, text.count)
    }
}
