@testable import Desk

extension TextEditor {
    /// The text with a bar where the cursor stands.
    var marked: String {
        String(characters[..<cursor]) + "|" + String(characters[cursor...])
    }

    init(marked: String) {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
        self.init(draft: parts.joined(), cursor: parts[0].count)
    }

    /// Types one key after another.
    mutating func type(_ text: String) {
        for character in text { insert(String(character)) }
    }

    /// What keys do, by the names of the functions.
    static let keys: [String: @Sendable (inout TextEditor) -> Void] = [
        "moveLeft": { $0.moveLeft() }, "moveRight": { $0.moveRight() },
        "moveWordLeft": { $0.moveWordLeft() }, "moveWordRight": { $0.moveWordRight() },
        "moveToLineStart": { $0.moveToLineStart() }, "moveToLineEnd": { $0.moveToLineEnd() },
        "moveToStart": { $0.moveToStart() }, "moveToEnd": { $0.moveToEnd() },
        "eraseLeft": { $0.eraseLeft() }, "eraseRight": { $0.eraseRight() },
        "eraseWordLeft": { $0.eraseWordLeft() }, "eraseWordRight": { $0.eraseWordRight() },
        "eraseToLineStart": { $0.eraseToLineStart() }, "eraseToLineEnd": { $0.eraseToLineEnd() },
        "eraseLine": { $0.eraseLine() }, "eraseToEnd": { $0.eraseToEnd() },
        "eraseAll": { $0.eraseAll() },
    ]
}

/// Seeded chance.
struct Chance {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
