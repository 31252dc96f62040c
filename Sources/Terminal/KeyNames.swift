/// The names of keys that send sequences, as xterm and all that follow it send them.
enum KeyNames {
    /// After Escape and `O`.
    static let single: [UInt8: String] = [
        UInt8(ascii: "A"): "Up", UInt8(ascii: "B"): "Down", UInt8(ascii: "C"): "Right",
        UInt8(ascii: "D"): "Left", UInt8(ascii: "F"): "End", UInt8(ascii: "H"): "Home",
        UInt8(ascii: "P"): "F1", UInt8(ascii: "Q"): "F2", UInt8(ascii: "R"): "F3",
        UInt8(ascii: "S"): "F4", UInt8(ascii: "M"): "Enter",
    ]

    /// After Escape, `[` and numbers: by the last byte.
    private static let final: [UInt8: String] = [
        UInt8(ascii: "A"): "Up", UInt8(ascii: "B"): "Down", UInt8(ascii: "C"): "Right",
        UInt8(ascii: "D"): "Left", UInt8(ascii: "F"): "End", UInt8(ascii: "H"): "Home",
        UInt8(ascii: "P"): "F1", UInt8(ascii: "Q"): "F2", UInt8(ascii: "R"): "F3",
        UInt8(ascii: "S"): "F4",
    ]

    /// After Escape, `[` and `[`, on the Linux console.
    private static let console: [UInt8: String] = [
        UInt8(ascii: "A"): "F1", UInt8(ascii: "B"): "F2", UInt8(ascii: "C"): "F3",
        UInt8(ascii: "D"): "F4", UInt8(ascii: "E"): "F5",
    ]

    /// After Escape, `[` and that number, before `~`.
    private static let numbered: [Int: String] = [
        1: "Home", 2: "Insert", 3: "Delete", 4: "End", 5: "PgUp", 6: "PgDn", 7: "Home", 8: "End",
        11: "F1", 12: "F2", 13: "F3", 14: "F4", 15: "F5", 17: "F6", 18: "F7", 19: "F8", 20: "F9",
        21: "F10", 23: "F11", 24: "F12",
    ]

    /// The key of a control sequence; nil for what is no key.
    static func name(_ parameters: String, _ last: UInt8) -> String? {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
            .map { Int($0) }
        let modifiers = numbers.count > 1 ? numbers[1] ?? 1 : 1
        switch last {
        case _ where parameters == "[": return console[last]
        case UInt8(ascii: "Z"): return "Shift-Tab"
        case UInt8(ascii: "~"):
            guard let number = numbers.first ?? nil, let name = numbered[number] else { return nil }
            return prefix(modifiers) + name
        default:
            guard let name = final[last] else { return nil }
            return prefix(modifiers) + name
        }
    }

    /// xterm adds one to a sum: 1 for Shift, 2 for Alt, 4 for Ctrl.
    private static func prefix(_ modifiers: Int) -> String {
        guard (2...8).contains(modifiers) else { return "" }
        let bits = modifiers - 1
        return (bits & 4 != 0 ? "Ctrl-" : "") + (bits & 2 != 0 ? "Alt-" : "")
            + (bits & 1 != 0 ? "Shift-" : "")
    }
}
