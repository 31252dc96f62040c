/// Text as full text and grouping see it.
enum SearchText {
    /// The text with a space on either side of every character of a script that writes without
    /// spaces, so that each is a word of its own and 王 is found in 王美咲 and in a sentence.
    static func spaced(_ text: String) -> String {
        // Such characters take three bytes and more: most texts are done here.
        guard text.utf8.contains(where: { $0 >= 0xE0 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isUnspaced(scalar) {
                result.append(" ")
                result.append(scalar)
                result.append(" ")
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// An expression of FTS5 that holds where each word is the beginning of a word; nil where no
    /// word has a letter or digit.
    ///
    /// Each word becomes a quoted string, in which FTS5 gives no character a meaning but the quote;
    /// quotes and controls are taken out, since no word contains them.
    static func expression(_ words: [String]) -> String? {
        let phrases = words.prefix(mostWords).compactMap { word -> String? in
            var kept = String.UnicodeScalarView()
            for scalar in word.unicodeScalars.prefix(longestWord) {
                let isUnwanted = scalar == "\"" || scalar.properties.generalCategory == .control
                kept.append(isUnwanted ? " " : scalar)
            }
            guard kept.contains(where: isWordCharacter) else { return nil }
            return "\"\(spaced(String(kept)))\"*"
        }
        return phrases.isEmpty ? nil : phrases.joined(separator: " AND ")
    }

    /// Letters and digits in lower case with single spaces: two questions that differ in nothing
    /// else are one.
    ///
    /// A text without any is itself.
    static func normalized(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isGap = false
        for scalar in text.lowercased().unicodeScalars {
            if isWordCharacter(scalar) || scalar.properties.generalCategory == .nonspacingMark {
                if isGap, !result.isEmpty { result.append(" ") }
                isGap = false
                result.append(scalar)
            } else if !isApostrophe(scalar) {
                isGap = true
            }
        }
        return result.isEmpty ? text : String(result)
    }

    /// What is typed beyond is not searched for.
    private static let mostWords = 8
    /// In scalars.
    private static let longestWord = 64

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}"
    }

    /// What `unicode61` makes words of: letters, numbers and private use.
    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }

    /// Han, kana, Thai, Lao, Myanmar and Khmer.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            scalar.properties.generalCategory == .otherLetter
        default: false
        }
    }
}
