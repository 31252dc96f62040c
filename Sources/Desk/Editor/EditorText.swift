import Screen

/// What an editor takes of a text that is typed, pasted or read from a draft.
struct EditorText: Equatable {
    /// Line breaks and what can be drawn.
    private(set) var text = ""
    /// Whether nothing was cut off for want of room.
    private(set) var isWhole = true

    /// Takes at most so many scalars, whole characters only.
    ///
    /// A line break of any kind is one newline, a tabulator a blank; other controls are left out.
    /// So is all of which nothing would be seen: what is sent is what was on the screen. A mark or
    /// joiner may come by itself where it joins the character before it.
    init(cleaning source: String, room: Int, behind previous: Character? = nil) {
        let kept = keep(source.unicodeScalars, most: room * 2 + 2)
        var left = room
        for character in String(kept) {
            let joins = text.isEmpty && previous.map { Self.join($0, character) } == true
            guard character == "\n" || joins || character.columns > 0 else { continue }
            left -= character.unicodeScalars.count
            guard left >= 0 else {
                isWhole = false
                return
            }
            text.append(character)
        }
    }

    private mutating func keep(
        _ scalars: String.UnicodeScalarView,
        most: Int
    ) -> String.UnicodeScalarView {
        var kept = String.UnicodeScalarView()
        var count = 0
        var followsReturn = false
        for scalar in scalars {
            guard count < most else {
                isWhole = false
                return kept
            }
            defer { followsReturn = scalar == "\r" }
            switch scalar {
            case "\n" where followsReturn: continue
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": kept.append("\n")
            case "\t": kept.append(" ")
            default:
                guard !Self.isInvisible(scalar) else { continue }
                kept.append(scalar)
            }
            count += 1
        }
        return kept
    }

    /// Controls, and the tags and selectors of plane 14, in which texts can be hidden.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.value >> 12 == 0xE0
    }

    private static func join(_ one: Character, _ next: Character) -> Bool {
        (String(one) + String(next)).count == 1
    }
}

extension Character {
    /// Columns that it takes when it is drawn by itself.
    var columns: Int {
        // Most characters that are typed are ASCII, for which the table need not be asked.
        if let ascii = asciiValue, self != "\r\n" { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
        return DisplayText(outside: String(self)).width
    }
}
