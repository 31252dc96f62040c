import Desk
import Foundation
import Testing

/// A monkey at the built desk, in a real terminal, over a hub whose rows change meanwhile.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct MonkeyAtDeskTests {
    private static let seed = UInt64(rounds("FOYER_SEED", usually: 20))
    private static let keys = rounds("FOYER_KEYS", usually: 1_500)

    @Test(
        "after random keys, pastes, clicks and resizes the screen is whole and the replica equal",
        .timeLimit(.minutes(5))
    )
    func play() throws {
        let desks = try Desks(questions: 12)
        let tmux = try Tmux(width: 120, height: 40, environment: ["HOME": desks.scratch.path])
        // Whatever ends the desk begins it again: no key of the monkey's ever reaches a shell.
        let stop = desks.scratch.file("stop")
        let desk = "\(Programs.foyer) --mouse --profile \(desks.robin)"
        try tmux.type(
            "clear; trap '' INT QUIT TSTP; while [ ! -e '\(stop)' ]; do \(desk); done; echo the end"
        )
        try tmux.see("Visitor 0")
        var chance = Chances(state: Self.seed)
        var done = 0
        do {
            while done < Self.keys {
                done += try deed(&chance, desks, tmux)
            }
            try come(home: tmux)
        } catch {
            let again = "FOYER_SEED=\(Self.seed) FOYER_KEYS=\(done)"
            throw Failure("\(again) swift test --filter MonkeyAtDeskTests: \(error)")
        }
        _ = try desks.scratch.write("", to: "stop")
        try tmux.press("C-c")
        try tmux.see("the end")
        #expect(try tmux.word("alternate_on") == "0")
        #expect(try tmux.word("mouse_any_flag") == "0")
        #expect(try tmux.word("cursor_flag") == "1")
        #expect(try desks.areEqual())
    }

    /// Whatever is open is left, and the desk stands as if nothing had been.
    private func come(home tmux: Tmux) throws {
        try tmux.resize(120, 40)
        try eventually("a whole screen") {
            // A desk for which the monkey has chosen a PIN stays locked; that is whole too.
            try tmux.press("Escape", "Escape", "Escape", "1")
            let screen = try tmux.screen()
            let lines = screen.split(separator: "\n")
            return screen.contains("Foyer is locked")
                || (lines.count == 40 && lines[0].contains("Foyer  Robin Court")
                    && screen.contains("┏━ 1 Leads"))
        }
    }

    /// Does one thing; answers how many keys it counts for.
    private func deed(_ chance: inout Chances, _ desks: Desks, _ tmux: Tmux) throws -> Int {
        func below(_ limit: Int) -> Int { Int(chance.next() % UInt64(limit)) }
        switch below(20) {
        case 0:
            try tmux.resize(50 + below(120), 12 + below(50))
            return 1
        case 1:
            let text = Self.pasted[below(Self.pasted.count)]
            try tmux.tmux(["load-buffer", try desks.scratch.write(text, to: "pasted")])
            try tmux.tmux(["paste-buffer", "-p", "-d"])
            return 1
        case 2:
            let button = [0, 0, 64, 65][below(4)]
            let (x, y) = (1 + below(120), 1 + below(40))
            try tmux.tmux(["send-keys", "-l", "\u{1B}[<\(button);\(x);\(y)M"])
            return 1
        case 3:
            try desks.change(
                """
                UPDATE message SET message_text = 'Changed \(below(1_000))'
                WHERE conversation_id = (SELECT id FROM conversation LIMIT 1 OFFSET \(below(12)))
                """
            )
            return 1
        default:
            let keys = (0..<25).map { _ in Self.keyNames[below(Self.keyNames.count)] }
            try tmux.tmux(["send-keys"] + keys)
            return keys.count
        }
    }

    private static let pasted = [
        "one\ntwo", "q\n:quit\n", "\u{1B}[2J\u{1B}]0;title\u{7}", "a\u{202E}b", "漢字 👩‍👩‍👧 e\u{301}",
        String(repeating: "long ", count: 2_000),
    ]

    /// Every key of the table but the one that stops the desk as a job, and letters.
    private static let keyNames: [String] = {
        let keys = CommandTable.standard.commands.flatMap(\.keys)
            .flatMap { $0.split(separator: " ") }.map(String.init)
        return Set(keys).subtracting(["Ctrl-z"]).sorted().map(Walk.word)
            + ["a", "b", "5", "0", "Space", "é", "漢"]
    }()
}
