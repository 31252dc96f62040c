package import Model

/// Reads a value of a column from text as people and other programs write it.
package enum FieldText {
    /// What a text was not; a sentence's end that begins with “expected”.
    package struct Mismatch: Error, Hashable, Sendable {
        package let expected: String
    }

    /// The value in the form in which it is kept and travels.
    package static func parse(
        _ text: String,
        _ type: ColumnType
    ) throws(Mismatch) -> FieldValue {
        switch type {
        case .uuid: return .id(try orMismatch(RowID(text), "an id such as \(exampleID)"))
        case .varchar(let limit):
            guard text.unicodeScalars.count <= limit else {
                throw Mismatch(expected: "at most \(limit) characters")
            }
            return .text(try plain(text))
        case .text: return .text(try plain(text))
        case .integer:
            let number = Int32(text)
            return .integer(Int64(try orMismatch(number, "a whole number within 32 bits")))
        case .boolean: return .boolean(try orMismatch(boolean(text), "true or false"))
        case .timestamptz:
            let instant = Timestamp(text)
            return .text(
                try orMismatch(instant, "a time such as 2026-11-10 14:13:00.000000+00:00").text
            )
        case .timestamp:
            let local = LocalDateTime.canonical(text)
            return .text(try orMismatch(local, "a time without zone such as 2026-11-14 15:00:00"))
        case .date: return .text(try orMismatch(LocalDate(text), "a day such as 2026-11-23").text)
        case .decimal(let precision, let scale):
            return .text(
                try orMismatch(
                    decimal(text, precision, scale),
                    "a number with at most \(precision - scale) digits before the point and "
                        + "\(scale) behind it"
                )
            )
        case .jsonb: return .text(try orMismatch(CanonicalJSON.text(text), "JSON"))
        }
    }

    private static let exampleID = "f70fab57-b56f-54a7-8209-f43f6b719bb7"

    private static func orMismatch<Value>(
        _ value: Value?,
        _ expected: String
    ) throws(Mismatch) -> Value {
        guard let value else { throw Mismatch(expected: expected) }
        return value
    }

    /// PostgreSQL keeps no NUL in text.
    private static func plain(_ text: String) throws(Mismatch) -> String {
        guard !text.utf8.contains(0) else { throw Mismatch(expected: "text without NUL") }
        return text
    }

    /// The spellings that PostgreSQL takes.
    private static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "t", "true", "1", "yes", "y", "on": true
        case "f", "false", "0", "no", "n", "off": false
        default: nil
        }
    }

    /// With exactly `scale` digits behind the point, as PostgreSQL writes it.
    private static func decimal(_ text: String, _ precision: Int, _ scale: Int) -> String? {
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" || $0 == "+" }
            .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard text.count - (parts.joined(separator: ".").count) <= 1,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let first = parts.first, !(first.isEmpty && parts.count == 1)
        else { return nil }
        let whole = String(first.drop { $0 == "0" })
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        while fraction.count > scale, fraction.hasSuffix("0") { fraction.removeLast() }
        guard whole.count <= precision - scale, fraction.count <= scale else { return nil }
        fraction += String(repeating: "0", count: scale - fraction.count)
        let digits = (whole.isEmpty ? "0" : whole) + (scale > 0 ? "." + fraction : "")
        let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
        return (isNegative && !isZero ? "-" : "") + digits
    }
}
