import Desk
import Foundation
import Sync
import Testing

/// A monkey at the built desk, in a real terminal, over a hub whose rows change meanwhile.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct MonkeyAtDeskTests {
    private static let seed = UInt64(rounds("FOYER_SEED", usually: 20))
    private static let keys = rounds("FOYER_KEYS", usually: 3_000)

    @Test(
        "after random keys, pastes, clicks and resizes the screen is whole and the replica equal",
        .timeLimit(.minutes(5))
    )
    func play() throws {
        let desks = try Desks(questions: 12)
        // What it exports stays in the scratch, and no real editor runs what it types.
        let environment = ["HOME": desks.scratch.path, "VISUAL": "true"]
        let tmux = try Tmux(width: 120, height: 40, environment: environment)
        // Whatever ends the desk begins it again: no key of the monkey's ever reaches a shell, nor
        // stops what the terminal shows between two desks.
        let stop = desks.scratch.file("stop")
        let desk = "\(Programs.foyer) --mouse --profile \(desks.robin)"
        let round = "\(desk) || echo $? >>'\(stop).bad'"
        let loop = "while [ ! -e '\(stop)' ]; do \(round); done"
        try tmux.type("clear; stty -ixon; trap '' INT QUIT TSTP; \(loop); echo the end")
        try tmux.see("Visitor 0")
        var chance = SplitMix(seed: Self.seed)
        let texts = try Self.texts()
        var done = 0
        do {
            while done < Self.keys { done += try deed(&chance, texts, desks, tmux) }
            try come(home: tmux)
            try expectTruth(tmux)
        } catch {
            let again = "FOYER_SEED=\(Self.seed) FOYER_KEYS=\(done)"
            let seen = try tmux.screen()
            throw Failure("\(again) swift test --filter MonkeyAtDeskTests: \(error)\n\(seen)")
        }
        _ = try desks.scratch.write("", to: "stop")
        try tmux.press("C-c")
        try tmux.see("the end")
        #expect(!FileManager.default.fileExists(atPath: stop + ".bad"), "no desk ended badly")
        #expect(!FileManager.default.fileExists(atPath: desks.robin + "/crash.log"))
        #expect(try tmux.word("alternate_on") == "0")
        #expect(try tmux.word("mouse_any_flag") == "0")
        #expect(try tmux.word("cursor_flag") == "1")
        #expect(try desks.areEqual())
        // A monkey that comes nowhere proves nothing.
        let writes = Set(try desks.outbox(desks.robin).map(\.kind))
        #expect(Self.keys < 3_000 || writes.count > 2, "\(writes)")
    }

    /// Whatever is open is left, and the desk stands as if nothing had been.
    private func come(home tmux: Tmux) throws {
        try tmux.resize(120, 40)
        try eventually("a whole screen") {
            try tmux.send(Walk.escapes + "1")
            let screen = try tmux.screen()
            let lines = screen.split(separator: "\n")
            return lines.count == 40 && lines[0].hasPrefix(" Foyer  ")
                && screen.contains("┏━ 1 Leads")
        }
        #expect(try tmux.word("pane_current_command") == "foyer")
    }

    /// What was drawn change by change is what is drawn anew.
    private func expectTruth(_ tmux: Tmux) throws {
        try eventually("the same screen when it is drawn anew") {
            // A frame that is under way, or the minute, may come between.
            let seen = try tmux.screen()
            try tmux.press("C-l")
            return try tmux.screen() == seen
        }
    }

    /// Does one thing; answers how many keys it counts for.
    private func deed(
        _ chance: inout SplitMix,
        _ texts: [String],
        _ desks: Desks,
        _ tmux: Tmux
    ) throws -> Int {
        func below(_ limit: Int) -> Int { Int(chance.next() % UInt64(limit)) }
        switch below(40) {
        case 0:
            try tmux.press(below(2) == 0 ? "q" : "C-c")
            return 1
        case 1...4:
            try tmux.resize(50 + below(120), 12 + below(50))
            return 1
        case 5...8:
            try tmux.paste(texts[below(texts.count)])
            return 1
        case 9...12:
            let button = [0, 0, 64, 65][below(4)]
            let (x, y) = (1 + below(120), 1 + below(40))
            try tmux.send("\u{1B}[<\(button);\(x);\(y)M")
            return 1
        case 13...16:
            try desks.change(
                """
                UPDATE message SET message_text = 'Changed \(below(1_000))'
                WHERE conversation_id = (SELECT id FROM conversation LIMIT 1 OFFSET \(below(12)))
                """
            )
            return 1
        case 17...19:
            let keys = Self.works[below(Self.works.count)].split(separator: " ").map(String.init)
            try tmux.send(Walk.escapes)
            try tmux.tmux(["send-keys"] + keys)
            return keys.count
        default:
            let keys = (0...below(40)).map { _ in Self.keyNames[below(Self.keyNames.count)] }
            try tmux.tmux(["send-keys"] + keys)
            return keys.count
        }
    }

    /// What is pasted: a few texts of its own, and the hostile ones where they are here.
    ///
    /// Where a desk is about to begin it is typed, key by key.
    private static func texts() throws -> [String] {
        let own = [
            "one\ntwo", "q\n:quit\n", "\u{1B}[2J\u{1B}]0;title\u{7}", "a\u{202E}b",
            "漢字 👩‍👩‍👧 e\u{301}", String(repeating: "long ", count: 2_000),
        ]
        guard SharedFiles.isHere(SharedFiles.hostile) else { return own }
        return own + (try HostileTests.texts().map { String($0.text.prefix(4_000)) })
    }

    /// What agents do: chance alone seldom comes to the end of a form.
    private static let works = [
        "1 e h i C-s", "1 c", "1 s Down Enter", "1 t f r i Space 3 p m C-s", "1 m a Tab b C-s",
        "3 a o k C-s", "3 Down a n o C-s", "u", "4 x Down Enter", "1 / v i s Enter j c",
    ]

    /// Every key of the table, and letters; but not those that leave the desk, for what follows
    /// would be lost with it, nor the one that locks it with a PIN which nobody knows.
    private static let keyNames: [String] = {
        let keys = CommandTable.standard.commands.flatMap(\.keys)
            .flatMap { $0.split(separator: " ") }.map(String.init)
        return Set(keys).subtracting(["Ctrl-z", "Ctrl-c", "q", "L"]).sorted().map(Walk.word)
            + ["a", "b", "5", "0", "Space", "é", "漢"]
    }()
}
