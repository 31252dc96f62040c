import Sync
import Testing

@testable import Terminal

/// What ncurses writes and what goes to the terminal in its place show the same.
struct PenWriterTests {
    private func written(_ frame: String, _ writer: inout PenWriter) -> String {
        String(decoding: writer.write(Array(frame.utf8), ExactColors()), as: UTF8.self)
    }

    @Test("a blank is written with the ink of the letter before it, on its own ground")
    func blanks() {
        var writer = PenWriter()
        let frame =
            "\u{1B}(B\u{1B}[m\u{1B}[31m\u{1B}[48;5;9mA\u{1B}[32m "
            + "\u{1B}[34mB\u{1B}[49m \u{1B}(B\u{1B}[m"
        let wanted = "\u{1B}(B\u{1B}[;31;48;5;9mA \u{1B}[34mB\u{1B}[49m \u{1B}[m"
        #expect(written(frame, &writer) == wanted)
    }

    @Test("black is written with its zeros: tmux drops a colour of which a part is left out")
    func black() {
        var exact = ExactColors()
        let place = exact.place(of: 0)
        var writer = PenWriter()
        let frame = "\u{1B}[m\u{1B}[38;5;\(place)mA"
        let text = String(decoding: writer.write(Array(frame.utf8), exact), as: UTF8.self)
        #expect(text == "\u{1B}[;38;2;0;0;0mA")
    }

    @Test("what is bold, then is not, costs one short order each time")
    func attributes() {
        var writer = PenWriter()
        _ = written("\u{1B}[m", &writer)
        let frame =
            "\u{1B}[38;5;100m\u{1B}[48;5;200m\u{1B}[1mA"
            + "\u{1B}[m\u{1B}[38;5;100m\u{1B}[48;5;200mB\u{1B}[m"
        #expect(
            written(frame, &writer)
                == "\u{1B}[1;38;5;100;48;5;200mA\u{1B}[22mB\u{1B}[m"
        )
    }

    @Test("a line that is underlined or reversed keeps its ink on blanks")
    func underlined() {
        var writer = PenWriter()
        _ = written("\u{1B}[m", &writer)
        let frame = "\u{1B}[31;4mA\u{1B}[32;4m \u{1B}[m"
        #expect(written(frame, &writer) == "\u{1B}[4;31mA\u{1B}[32m \u{1B}[m")
    }

    @Test("an order that nobody knows goes through as it is, and what follows it too")
    func unknown() {
        var writer = PenWriter()
        _ = written("\u{1B}[m", &writer)
        let frame = "\u{1B}[31mA\u{1B}[38:2::1:2:3mB\u{1B}[1mC\u{1B}(B\u{1B}[mD"
        let wanted = "\u{1B}[31mA\u{1B}[38:2::1:2:3mB\u{1B}[1mC\u{1B}(B\u{1B}[mD"
        #expect(written(frame, &writer) == wanted)
    }

    @Test("a thousand frames show the same letters, inks and grounds as ncurses wrote them")
    func same() {
        var chance = SplitMix(seed: 7)
        var writer = PenWriter()
        var plain = PenScreen()
        var thin = PenScreen()
        let orders = [
            "\u{1B}(B\u{1B}[m", "\u{1B}[1m", "\u{1B}[2m", "\u{1B}[3m", "\u{1B}[4m", "\u{1B}[7m",
            "\u{1B}[31m", "\u{1B}[94m", "\u{1B}[38;5;99m", "\u{1B}[38;5;16m", "\u{1B}[39m",
            "\u{1B}[42m", "\u{1B}[103m", "\u{1B}[48;5;99m", "\u{1B}[49m", "\u{1B}[0;10m",
            "\u{1B}[22m", "\u{1B}[39;49m",
        ]
        let others = [
            "A", "é", "漢", " ", "  ", "\u{1B}[K", "\u{1B}[5X", "\u{1B}[3;4H", "\n", "\u{1B}[3b",
        ]
        for number in 1...1_000 {
            var frame = "\u{1B}(B\u{1B}[m"
            for _ in 0..<30 {
                let list = chance.next() % 2 == 0 ? orders : others
                frame += list[Int(chance.next() % UInt64(list.count))]
            }
            frame += "\u{1B}(B\u{1B}[m"
            let text = written(frame, &writer)
            plain.take(frame)
            thin.take(text)
            #expect(plain.shown == thin.shown, "frame \(number): \(frame.debugDescription)")
            #expect(text.utf8.count <= frame.utf8.count + 4)
            (plain.shown, thin.shown) = ([], [])
        }
    }
}

/// A terminal that notes what each letter looks like; of blanks and of what is erased, what one
/// sees.
private struct PenScreen {
    private var look: [String: String] = [:]
    private var last = ""
    var shown: [String] = []

    mutating func take(_ text: String) {
        var rest = Substring(text)
        while let character = rest.popFirst() {
            guard character == "\u{1B}" else {
                letter(String(character))
                continue
            }
            if rest.hasPrefix("(B") {
                rest = rest.dropFirst(2)
                continue
            }
            rest = rest.dropFirst()
            let end = rest.firstIndex { !"0123456789;".contains($0) } ?? rest.startIndex
            let numbers = rest[..<end].split(separator: ";", omittingEmptySubsequences: false)
                .map { Int($0) ?? 0 }
            let kind = rest[end]
            rest = rest[rest.index(after: end)...]
            if kind == "m" {
                order(numbers)
            } else if kind == "b" {
                letter(last)
            } else {
                shown.append("\(kind)\(numbers) \(kind == "H" ? "" : look["ground"] ?? "")")
            }
        }
    }

    private mutating func letter(_ letter: String) {
        last = letter
        let isSeen = !" \n".contains(letter) || look["4"] != nil || look["7"] != nil
        let seen = isSeen ? look : look.filter { $0.key == "ground" }
        shown.append("\(letter) \(seen.sorted { $0.key < $1.key })")
    }

    private mutating func order(_ numbers: [Int]) {
        var rest = numbers[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: look = [:]
            case 1, 2, 3, 4, 7: look["\(number)"] = "on"
            case 22: (look["1"], look["2"]) = (nil, nil)
            case 23, 24, 27: look["\(number - 20)"] = nil
            case 38, 48:
                look[number == 38 ? "ink" : "ground"] = "\(rest.prefix(2))"
                rest = rest.dropFirst(2)
            case 39: look["ink"] = nil
            case 49: look["ground"] = nil
            case 30...37, 90...97: look["ink"] = "\(number)"
            case 40...47, 100...107: look["ground"] = "\(number)"
            default: break
            }
        }
    }
}
