import Foundation
import Testing

@testable import Screen

/// Texts that attack a terminal, as anybody can type them into the chat.
@Suite(
    .enabled(
        if: SharedFiles.isHere(SharedFiles.hostile) && Tmux.isHere,
        "needs tmux, and the hostile texts beside the project or where FOYER_SHARED says"
    ),
    .serialized
)
struct HostileTests {
    struct Line: Decodable {
        var id: String
        var text: String
    }

    static func texts() throws -> [Line] {
        try String(contentsOf: SharedFiles.hostile, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    @Test("none of them gets through any pane to the terminal", .timeLimit(.minutes(5)))
    func panes() throws {
        // NUL cannot be stored by the platform, so no import takes it.
        let texts = try Self.texts().filter { !$0.text.contains("\0") }
        let scratch = try Scratch()
        let talks = texts.enumerated().map { index, line in
            SmallCompany.Talk(
                name: String(String.UnicodeScalarView(line.text.unicodeScalars.prefix(90))),
                messages: [line.text, line.text],
                question: line.text,
                tour: "2026-11-\(24 + index % 5)T\(17 + index % 6):\(10 + index % 40):00Z"
            )
        }
        let folder = try SmallCompany(talks: talks).write(to: scratch, "csv")
        let database = scratch.file("hub.sqlite")
        _ = try Run.text(Programs.hub, "import", "--database", database, folder)
        let hub = try HubProcess(database: database)
        let profile = scratch.file("robin")
        try hub.enroll(SmallCompany.email, profile: profile)

        let tmux = try Tmux(width: 120, height: 40)
        let title = try tmux.word("pane_title")
        let log = tmux.scratch.file("bytes")
        try tmux.record(to: log)
        try tmux.type("clear; \(Programs.foyer) --profile \(profile); echo left $?")
        try tmux.see("● live", within: 60)
        for _ in texts { try tmux.press("j") }
        try tmux.press("2", "i", "i", "PPage", "3")
        for _ in texts { try tmux.press("j") }
        try tmux.press("4", "t", "t")
        for _ in texts { try tmux.press("j") }
        try tmux.press("z", "q")
        try tmux.see("left 0", within: 60)

        #expect(try tmux.word("pane_title") == title)
        #expect(try tmux.word("mouse_any_flag") == "0")
        #expect(try tmux.word("alternate_on") == "0")
        #expect(try tmux.tmux(["list-buffers"]).isEmpty, "nothing reached the clipboard")
        let bytes = Array(try Data(contentsOf: URL(filePath: log)))
        let strange = Stray.find(in: bytes)
        #expect(strange.isEmpty, "\(strange.prefix(10))")
        #expect(bytes.count > 10_000)
    }

    /// A program in the pane prints each line of a file and asks the emulator where the cursor is.
    private static let ruler = #"""
        exec 3<"$1" 4>"$2"
        stty raw -echo
        printf '\033[?7l\033[2J'
        while IFS= read -r -u 3 line; do
            printf '\033[H\033[2K%s\033[6n' "$line"
            IFS= read -r -d R answer
            column=${answer##*;}
            printf '%s\n' "$((column - 1))" >&4
        done
        stty sane
        echo measured
        """#

    @Test(
        "every drawn text is as wide in the emulators as the desk holds it to be",
        arguments: ["tmux", "vim"]
    )
    func widths(emulator: String) throws {
        guard Programs.isInstalled(emulator) else {
            throw Failure("\(emulator) is not here; Tests/run installs it")
        }
        let samples = try samples()
        let tmux = try Tmux(width: 200, height: 20)
        let scratch = tmux.scratch
        let lines = try scratch.write(
            samples.map(\.string).joined(separator: "\n") + "\n",
            to: "lines"
        )
        let script = try scratch.write(Self.ruler, to: "ruler")
        let result = scratch.file("columns")
        let measure = "bash \(script) \(lines) \(result)"
        // vim's terminal window is libvterm, an emulator that shares nothing with tmux. With its
        // `emoji` it widens signs such as U+261D, which Unicode and other emulators hold narrow.
        try tmux.type(
            emulator == "tmux"
                ? "clear; \(measure)"
                : "clear; vim -u NONE -c 'set enc=utf-8 noemoji' -c 'terminal ++curwin \(measure)'"
        )
        try tmux.see("measured", within: 60)
        let columns = try String(contentsOfFile: result, encoding: .utf8)
            .split(separator: "\n").compactMap { Int($0) }
        #expect(columns.count == samples.count)
        for (text, column) in zip(samples, columns) where text.width != column {
            let scalars = text.string.unicodeScalars.map { String($0.value, radix: 16) }
            Issue.record("\(emulator): \(scalars) is \(column) wide, not \(text.width)")
        }
    }

    /// The hostile texts as they are drawn, a screen's width of each, and a piece of every script.
    private func samples() throws -> [DisplayText] {
        let scripts = [
            "王 美咲", "한국어 예준", "Ngọc Nguyễn", "अर्जुन कुलकर्णी", "حدّاد ياسمين", "Βλάχου",
            "Щербакова", "ไทย ภาษา", "☝ ☝🏿 👍🏽 ok 👨‍👩‍👧 ❤️ 🇺🇸 🫨 1️⃣", "▇▆▅▄▃▂▁ ● ▸ ⚑ ✓ ✗ ▲ ∅ … “”",
        ]
        return try (scripts + Self.texts().map(\.text)).map {
            DisplayText(outside: $0).fitted(to: 150)
        }
    }
}

/// Finds in a terminal's input what a desk has no reason to send.
enum Stray {
    /// Final bytes of the control sequences that ncurses and the desk use.
    private static let finals = Set("mHABCDGdJKLMPXhlrncgtS@Th".utf8)

    static func find(in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        var text: [UInt8] = []
        var index = 0
        func flush() {
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars
            where ScalarClass.of(scalar) == .refused {
                found.append("U+\(String(scalar.value, radix: 16)) before byte \(index)")
            }
            text.removeAll()
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20, byte != 0x7F {
                text.append(byte)
                index += 1
                continue
            }
            flush()
            switch byte {
            case 0x1B: index = sequence(bytes, index, &found)
            case 0x08, 0x09, 0x0A, 0x0D, 0x0F, 0x07: index += 1
            default:
                found.append("control \(byte) at \(index)")
                index += 1
            }
        }
        flush()
        return found
    }

    /// What the desk itself asks a terminal: the colour of its paper.
    private static let backdropQuery = Array("11;?\u{1B}\\".utf8)

    private static func sequence(_ bytes: [UInt8], _ start: Int, _ found: inout [String]) -> Int {
        guard start + 1 < bytes.count else { return start + 1 }
        switch bytes[start + 1] {
        case UInt8(ascii: "["):
            var end = start + 2
            while end < bytes.count, (0x20...0x3F).contains(bytes[end]) { end += 1 }
            if end < bytes.count, !finals.contains(bytes[end]), bytes[end] != UInt8(ascii: "p") {
                found.append("CSI … \(Character(Unicode.Scalar(bytes[end]))) at \(start)")
            }
            return end + 1
        case UInt8(ascii: "("), UInt8(ascii: ")"): return start + 3
        case UInt8(ascii: "]") where bytes[(start + 2)...].starts(with: backdropQuery):
            return start + 2 + backdropQuery.count
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "M"), UInt8(ascii: "7"),
            UInt8(ascii: "8"):
            return start + 2
        default:
            found.append("ESC \(bytes[start + 1]) at \(start)")
            return start + 2
        }
    }
}
