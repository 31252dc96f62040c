import Foundation
import Testing

@testable import Desk

/// Keys, pastes, mouse events, sizes and live changes at random, from a seed.
struct MonkeyTests {
    /// Things that happen in all; `FOYER_MONKEY=1000000` is the number of desk.md's proof.
    private static let usual = 12_000
    private static let seeds: [UInt64] = setting("FOYER_SEED").map { [UInt64($0)] } ?? [1, 2]

    @Test("whatever is pressed and happens, the desk keeps its rules", arguments: seeds)
    func play(seed: UInt64) throws {
        let count = Self.setting("FOYER_MONKEY") ?? Self.usual
        let texts = try HostileTexts.read()
        var monkey = Monkey(seed: seed, texts: texts)
        var desk = MonkeyDesk()
        var wrong = desk.open()
        var done = 0
        while wrong == nil, done < count / Self.seeds.count {
            let deed = monkey.next(pages: desk.pages.count, writes: desk.writes.count)
            wrong = desk.take(deed, &monkey)
            done += 1
            if let wrong {
                let again =
                    "FOYER_SEED=\(seed) FOYER_MONKEY=\(done) swift test --filter MonkeyTests"
                Issue.record("event \(done), \(deed): \(wrong); it happens again with\n\(again)")
            }
        }
        // A monkey that comes nowhere proves nothing.
        let few = CommandTable.standard.commands.count / 2
        #expect(done < 5_000 || desk.run.count > few, "\(desk.run.count) commands were reached")
    }

    @Test("a form whose text is not kept, and a frame of another size, are found")
    func findings() {
        var desk = DeskState(width: 80, height: 24, now: Office.now)
        #expect(desk.disorder == nil)
        var menu = Menu(kind: .palette)
        menu.selection = 10_000
        desk.mode = .choosing(menu)
        #expect(desk.disorder?.contains("is selected in Commands") == true)
    }

    private static func setting(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init)
    }
}

/// Texts that were made to do harm, where the folder of shared data is here.
enum HostileTexts {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/data/hostile.jsonl")

    private struct Line: Decodable {
        var text: String
    }

    /// Some that are always here, and those of the file; their longest are a screen long.
    static func read() throws -> [String] {
        let own = [
            "\u{1B}[2Jq\u{7}", "a\u{202E}b\u{200F}c", "\r\nq\r\n:quit\r\n",
            "e\u{301}\u{301}\u{301}",
            "\u{301}", "👩‍👩‍👧‍👦 family", "漢字かな", "\u{0}\u{9B}31m", String(repeating: "x", count: 9_000),
        ]
        let folder = ProcessInfo.processInfo.environment["FOYER_SHARED"]
        let url = folder.map { URL(filePath: $0).appending(path: "data/hostile.jsonl") } ?? file
        guard let data = try? Data(contentsOf: url) else {
            print("MonkeyTests: \(url.path) is not here; nine hostile texts of its own are pasted.")
            return own
        }
        let decoder = JSONDecoder()
        return try own
            + data.split(separator: UInt8(ascii: "\n")).map { line in
                String(try decoder.decode(Line.self, from: line).text.prefix(4_000))
            }
    }
}
