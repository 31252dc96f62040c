import Screen

/// Turns what is drawn into what is heard.
enum Spoken {
    /// Columns that no line of a talk exceeds: a text is cut at 8,000 characters.
    static let longestLine = 20_000
    /// Characters of a quoted line.
    static let longestQuote = 300

    /// A line without its pictures, with a comma where it has a gap.
    static func words(_ line: Line) -> String {
        words(line.runs.map(\.text.string).joined())
    }

    static func words(_ text: String) -> String {
        var parts: [String] = []
        var part = ""
        var blanks = 0
        for scalar in text.unicodeScalars {
            if isPicture(scalar) || scalar == " " {
                // A separator is a gap, whatever stands beside it.
                blanks += scalar == " " ? 1 : 2
                continue
            }
            if blanks > 1, !part.isEmpty {
                parts.append(part)
                part = ""
            } else if blanks == 1, !part.isEmpty {
                part += " "
            }
            blanks = 0
            part.unicodeScalars.append(scalar)
        }
        if !part.isEmpty { parts.append(part) }
        return parts.joined(separator: ", ")
    }

    /// `12 minutes` of `12m`.
    static func duration(_ short: String) -> String {
        let units: [Character: String] = ["m": "minute", "h": "hour", "d": "day"]
        guard let last = short.last, let unit = units[last], let count = Int(short.dropLast())
        else { return short == "now" ? "since just now" : short }
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    /// Frames, bars, marks and dots that are drawn for the eye.
    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2190...0x21FF, 0x2500...0x25FF, 0x2690, 0x2691, 0x2713, 0x2717, 0x2800...0x28FF: true
        case 0xB7, 0x2205: true
        default: false
        }
    }
}
