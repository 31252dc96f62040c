import Model
import Screen

/// Puts shapes in the place of what renters are called, wrote and can be reached by.
///
/// It lies between the desk and what is drawn or said: every view reads a covered desk, so none
/// can forget it. A shape is as wide as what it covers and breaks into lines at the same places:
/// covered and uncovered, everything stands where it stood.
struct Veil {
    enum Shapes: Equatable {
        case unicode, ascii
        /// For somebody who hears the desk.
        case words
    }

    let shapes: Shapes

    /// The shapes of a text; nothing of nothing.
    func text(_ text: String) -> String {
        guard !text.isEmpty else { return text }
        switch shapes {
        case .words: return "hidden"
        case .unicode: return covered(text, narrow: "▒", wide: "〓")
        case .ascii: return covered(text, narrow: "x", wide: "xx")
        }
    }

    func text(_ text: String?) -> String? { text.map(self.text) }

    /// What is searched for, in shapes that are not found among those of a text.
    func needle(_ text: String) -> String {
        guard shapes != .words else { return self.text(text) }
        return String(repeating: shapes == .ascii ? "*" : "•", count: text.count)
    }

    /// A filter of leads: what it says of stages, scores and times stays, words are covered.
    func filter(_ text: String) -> String {
        var result = ""
        var word = ""
        for character in text {
            if character.isWhitespace {
                result += filterWord(word) + String(character)
                word = ""
            } else {
                word.append(character)
            }
        }
        return result + filterWord(word)
    }

    private func filterWord(_ word: String) -> String {
        guard case .success(let filter) = LeadFilter.parse(word), !filter.words.isEmpty else {
            return word
        }
        return text(word)
    }

    private func covered(_ text: String, narrow: String, wide: String) -> String {
        var result = ""
        for glyph in DisplayText(outside: text).glyphs {
            switch glyph.base {
            case " ": result += " "
            case "\u{240A}": result += "\n"
            default: result += glyph.width == 2 ? wide : narrow
            }
        }
        return result
    }
}
