import Screen

/// The colour of a terminal's paper, as xterm and others answer the question for it:
/// `11;rgb:1616/1919/1f1f`, with one to four digits a part.
struct PaperReport {
    let color: Color

    /// Nil for what is no such answer.
    init?(_ text: String) {
        let halves = text.split(separator: ":", maxSplits: 1)
        guard halves.count == 2, halves[0] == "11;rgb" || halves[0] == "11;rgba" else { return nil }
        let parts = halves[1].split(separator: "/").prefix(3).map(Self.part)
        guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2]
        else { return nil }
        color = Color(red: red, green: green, blue: blue)
    }

    /// A share of the largest number of as many digits, of 255.
    private static func part(_ digits: Substring) -> UInt8? {
        guard (1...4).contains(digits.count), let value = UInt32(digits, radix: 16) else {
            return nil
        }
        let most = (UInt32(1) << UInt32(4 * digits.count)) - 1
        return UInt8(value * 255 / most)
    }
}
