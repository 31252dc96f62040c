import Foundation
import Testing

/// Every view in emulators that share nothing with tmux, cell by cell.
@Suite(.serialized)
struct EmulatorTests {
    private let desks: Desks

    /// A view as `foyer render` calls it, the key that leads there, and how it is looked at.
    struct Look: CustomTestStringConvertible {
        var view: String
        var key: String
        var theme = "dark"
        var width = 132
        var height = 36

        var testDescription: String { "\(view), \(theme), \(width)x\(height)" }
    }

    private static let looks = [
        Look(view: "leads", key: "1", width: 80, height: 24),
        Look(view: "conversation", key: "2", theme: "gruvbox-light"),
        Look(view: "questions", key: "3", theme: "colour-blind", width: 200, height: 50),
        Look(view: "tours", key: "4", theme: "light", width: 120, height: 40),
        Look(view: "email", key: "5", theme: "high-contrast"),
        Look(view: "insights", key: "6", theme: "light"),
        Look(view: "shift", key: "0", width: 160, height: 45),
        Look(view: "help", key: "?", theme: "light"),
        Look(view: "commands", key: ":", width: 100, height: 30),
    ]

    /// Wide, joined and right-to-left letters, and the worst of what is typed into chats.
    private static let words = [
        "王 美咲", "한국어 예준", "Ngo\u{323}c Nguye\u{302}\u{303}n", "حدّاد ياسمين", "Βλάχου Έλενα",
        "☝🏿 👍🏽 ok 👨‍👩‍👧 ❤️ 🇺🇸 1️⃣", "\u{1B}[2J\u{1B}]0;title\u{7}", "a\u{202E}b\u{200F}c",
        "e\u{301}\u{301}\u{301}\u{301}", "\u{301}mark", "ＡＢＣ ｶﾅ", "\r\nq\t\u{9B}31m",
    ]

    init() throws {
        desks = try Desks(
            talks: Self.words.map { words in
                SmallCompany.Talk(name: words, messages: [words, words + words], question: words)
            }
        )
    }

    private func expectCells(
        _ look: Look,
        _ terminal: String,
        _ cells: (DrawnProgram) throws -> PaintedCells
    ) throws {
        let desk = DrawnProgram(
            command: [Programs.foyer, "--profile", desks.robin, "--theme", look.theme],
            environment: [
                "TERM": terminal, "LC_ALL": "C.UTF-8", "NO_COLOR": "", "COLORTERM": "",
            ],
            width: look.width,
            height: look.height,
            until: "live",
            keys: look.key
        )
        let view = ["--theme", look.theme, "--view", look.view]
        var difference: String? = ""
        // The minute may turn between the two.
        for _ in 0..<3 where difference != nil {
            let frame = try desks.rendered(look.width, look.height, view)
            difference = try cells(desk).difference(from: PaintedCells(rendered: frame))
        }
        #expect(difference == nil)
    }

    @Test(
        "libvterm shows, with colours and weights, what render says",
        .enabled(if: VimTerminal.isHere, "needs vim with terminals; Tests/run installs it"),
        arguments: looks
    )
    func libvterm(look: Look) throws {
        try expectCells(look, "xterm-256color") {
            try VimTerminal.cells(of: $0, in: desks.scratch)
        }
    }

    @Test(
        "pyte shows, with colours and weights, what render says",
        .enabled(if: PyteTerminal.isHere, "needs python3-pyte; Tests/run installs it"),
        arguments: looks
    )
    func pyte(look: Look) throws {
        // It knows no repeated characters, as xterm's entry has them.
        try expectCells(look, "screen-256color", PyteTerminal.cells)
    }
}
