import Foundation
import Testing

@testable import Terminal

struct PassingTests {
    private let plain = Passing(name: "xterm-256color", isInTmux: false)
    private let tmux = Passing(name: "tmux-256color", isInTmux: true)

    @Test("a text goes into the clipboard in base64, whatever it is")
    func copy() {
        #expect(plain.copy("Jordan") == "\u{1B}]52;c;Sm9yZGFu\u{07}")
        for text in ["a", "ab", "abc", "é\u{1B}]52;\u{07}", "王 美咲"] {
            #expect(Passing.base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
        }
    }

    @Test("within tmux it goes to tmux, and through it with each escape doubled")
    func wrapped() {
        let order = "\u{1B}]52;c;YQ==\u{07}"
        #expect(
            tmux.copy("a") == order + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{07}\u{1B}\\"
        )
    }

    @Test("a text that is longer than a terminal takes is left, and so is none")
    func long() {
        #expect(plain.copy(String(repeating: "x", count: Passing.longestCopy)) != nil)
        #expect(plain.copy(String(repeating: "x", count: Passing.longestCopy + 1)) == nil)
        #expect(plain.copy("") == nil)
    }

    @Test("a notification is said as the terminal knows it, and ends where it ends")
    func notification() {
        #expect(plain.notification("A lead waits.") == "\u{1B}]9;A lead waits.\u{07}")
        let foot = Passing(name: "foot", isInTmux: false)
        #expect(foot.notification("a;\u{07}\u{1B}b") == "\u{1B}]777;notify;Foyer;ab\u{07}")
        #expect(tmux.notification("x").hasPrefix("\u{1B}Ptmux;\u{1B}\u{1B}]9;x"))
    }
}
