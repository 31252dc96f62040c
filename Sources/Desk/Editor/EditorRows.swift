import Screen

/// An editor's text in the lines that a width makes of it.
///
/// The last column is kept for the cursor, and for a blank that a line ends with; so the cursor
/// always has a column of its own. Lines end at a line break, behind a blank, or beside a wide
/// character, which needs no blank; a longer word is cut between two characters. Each character is
/// measured as it is drawn, by itself: widths cannot differ from what is on the screen.
struct EditorRows: Equatable, Sendable {
    /// One line: its characters, without the line break.
    struct Row: Equatable, Sendable {
        var range: Range<Int>
        /// Whether a line break, or the end of the text, follows; else the text goes on in the next
        /// line.
        var isEnd: Bool

        /// The last place of a cursor in it: the place behind a line that goes on is the next's
        /// first.
        var lastPlace: Int { isEnd ? range.upperBound : range.upperBound - 1 }
    }

    /// From the top, at least one.
    private(set) var rows: [Row] = []
    private let characters: [Character]
    /// The columns of each character.
    private let widths: [Int]
    /// Columns of a line but the last.
    private let room: Int

    /// Narrower than this, lines run out of their room.
    static let narrowest = 3

    init(_ characters: [Character], width: Int) {
        let room = max(Self.narrowest, width) - 1
        self.room = room
        self.characters = characters
        widths = characters.map { min($0.columns, room) }
        wrap()
    }

    /// The line that a cursor stands in, and its column.
    func place(of cursor: Int) -> Point {
        let row = row(of: cursor)
        return Point(x: columns(rows[row].range.lowerBound..<cursor), y: row)
    }

    /// The place in a line that is nearest to a column, at it or left of it.
    func cursor(row: Int, column: Int) -> Int {
        let row = rows[min(max(0, row), rows.count - 1)]
        var place = row.range.lowerBound
        var left = column
        while place < row.lastPlace, widths[place] <= left {
            left -= widths[place]
            place += 1
        }
        return place
    }

    /// What is drawn of a line.
    func text(of row: Int) -> DisplayText {
        var text = DisplayText.blanks(0)
        var plain = ""
        for place in rows[row].range {
            if characters[place].isASCII {
                plain.append(characters[place])
                continue
            }
            text = text + DisplayText(outside: plain)
            plain = ""
            text = text + DisplayText(outside: String(characters[place])).fitted(to: room)
        }
        return text + DisplayText(outside: plain)
    }

    /// The last line that begins at a place or before it.
    private func row(of cursor: Int) -> Int {
        var low = 0
        var high = rows.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if rows[middle].range.lowerBound <= cursor { low = middle } else { high = middle }
        }
        return low
    }

    private func columns(_ range: Range<Int>) -> Int {
        widths[range].reduce(0, +)
    }
}

// Wrapping.
extension EditorRows {
    private mutating func wrap() {
        var start = 0
        var width = 0
        /// The last place at which the line can end.
        var opportunity = 0
        func isFull() -> Bool { width > room }
        for place in characters.indices {
            if characters[place] == "\n" {
                if isFull() { start = close(start..<place) }
                rows.append(Row(range: start..<place, isEnd: true))
                start = place + 1
                width = 0
                continue
            }
            let isBlank = characters[place].isWhitespace && widths[place] == 1
            let isWide = widths[place] == 2
            if isWide { opportunity = place }
            if isBlank ? isFull() : width + widths[place] > room {
                start = close(start..<(opportunity > start && !isBlank ? opportunity : place))
                width = columns(start..<place)
                if width + widths[place] > room, start < place {
                    start = close(start..<place)
                    width = 0
                }
            }
            width += widths[place]
            if isBlank || isWide { opportunity = place + 1 }
        }
        if isFull() { start = close(start..<characters.count) }
        rows.append(Row(range: start..<characters.count, isEnd: true))
    }

    /// Ends a line that goes on in the next, where it has anything, and answers where that begins.
    private mutating func close(_ range: Range<Int>) -> Int {
        if !range.isEmpty { rows.append(Row(range: range, isEnd: false)) }
        return range.upperBound
    }
}
