import Model

/// A text of several lines that an agent types.
///
/// It counts in characters as people see them (grapheme clusters): no key ever stops inside one or
/// erases a part of one. Lines in the sense of `moveToLineStart` are those between line breaks;
/// up and down go by the lines that a width makes of them.
struct TextEditor: Equatable, Sendable {
    private(set) var characters: [Character] = []
    /// Characters before the cursor.
    private(set) var cursor = 0
    /// The column that up and down aim at, over lines that are shorter.
    private(set) var aim: Int?
    private var history = EditHistory()
    /// Unicode scalars, beyond which nothing is taken.
    let most: Int
    /// Whether the draft found room as a whole.
    let isWhole: Bool

    /// Unicode scalars that an agent may type: as many as are ever drawn of a text.
    static let longest = 8_000

    /// An editor with the draft of an earlier one, its cursor at the end or where it was.
    ///
    /// The draft goes through the same hands as a paste, whatever became of it where it was kept.
    /// One that is longer than what an agent may type, as the platform's own texts can be, has the
    /// room that it needs: nothing is lost by looking at it.
    init(draft: String = "", cursor: Int? = nil) {
        let needed = min(draft.unicodeScalars.count, FieldRule.longestText)
        most = max(Self.longest, needed)
        let taken = EditorText(cleaning: draft, room: most)
        isWhole = taken.isWhole
        characters = Array(taken.text)
        self.cursor = min(max(0, cursor ?? characters.count), characters.count)
    }

    /// What is typed: the draft to keep, the text to send.
    var text: String { String(characters) }

    var isEmpty: Bool { characters.isEmpty }

    /// Takes what a key types; answers false where there is no room for it.
    @discardableResult
    mutating func insert(_ typed: String) -> Bool {
        take(typed, inPlaceOf: cursor..<cursor, as: .typing)
    }

    /// Takes a pasted text as one change; answers false where not all of it found room.
    @discardableResult
    mutating func paste(_ text: String) -> Bool {
        take(text, inPlaceOf: cursor..<cursor, as: .single)
    }

    /// Puts another text in the place of all, as one change; answers false where it was cut.
    @discardableResult
    mutating func replaceAll(with text: String) -> Bool {
        take(text, inPlaceOf: 0..<characters.count, as: .single)
    }

    /// Takes the last change back: a word that was typed, a run of erasing, a paste.
    mutating func undo() {
        aim = nil
        guard let edit = history.undo() else { return }
        splice(edit.offset, edit.inserted, with: edit.removed, cursor: edit.cursor)
    }

    /// Makes the change again that was taken back last.
    mutating func redo() {
        aim = nil
        guard let edit = history.redo() else { return }
        let end = edit.offset + edit.inserted.unicodeScalars.count
        splice(edit.offset, edit.removed, with: edit.inserted, cursor: end)
    }

    /// Moves the cursor; a column to aim at is kept by moves up and down only.
    mutating func move(to place: Int, aim: Int? = nil) {
        cursor = min(max(0, place), characters.count)
        self.aim = aim
        history.closeRun()
    }

    /// Erases some characters.
    mutating func erase(_ range: Range<Int>, as kind: Edit.Kind) {
        replace(range, with: "", as: kind)
    }

    private mutating func take(
        _ text: String,
        inPlaceOf range: Range<Int>,
        as kind: Edit.Kind
    ) -> Bool {
        let others = scalars(in: 0..<characters.count) - scalars(in: range)
        let taken = EditorText(
            cleaning: text,
            room: max(0, most - others),
            behind: characters[..<range.lowerBound].last
        )
        replace(range, with: taken.text, as: kind)
        return taken.isWhole
    }

    private mutating func replace(
        _ range: Range<Int>,
        with insertion: String,
        as kind: Edit.Kind
    ) {
        aim = nil
        guard !range.isEmpty || !insertion.isEmpty else { return }
        let edit = Edit(
            kind: kind,
            offset: scalars(in: 0..<range.lowerBound),
            removed: String(characters[range]),
            inserted: insertion,
            cursor: scalars(in: 0..<cursor)
        )
        history.record(edit)
        let end = edit.offset + insertion.unicodeScalars.count
        splice(edit.offset, edit.removed, with: insertion, cursor: end)
    }

    /// Puts one text in the place of another and the cursor behind so many scalars, or behind the
    /// character that they have become a part of.
    private mutating func splice(
        _ offset: Int,
        _ removed: String,
        with insertion: String,
        cursor scalars: Int
    ) {
        var whole = text.unicodeScalars
        let start = whole.index(whole.startIndex, offsetBy: offset)
        let end = whole.index(start, offsetBy: removed.unicodeScalars.count)
        whole.replaceSubrange(start..<end, with: insertion.unicodeScalars)
        characters = Array(String(whole))
        var left = scalars
        cursor =
            characters.firstIndex { character in
                defer { left -= character.unicodeScalars.count }
                return left <= 0
            } ?? characters.count
    }

    private func scalars(in range: Range<Int>) -> Int {
        characters[range].reduce(0) { $0 + $1.unicodeScalars.count }
    }
}
