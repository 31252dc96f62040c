package import Foundation

/// An instant, to the microsecond, as PostgreSQL's `timestamptz` keeps it.
///
/// As text it has one fixed width, `2026-11-23T14:10:10.123456Z`, so that the order of texts is the
/// order of times.
package struct Timestamp: Hashable, Sendable, Comparable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package init(_ date: Date) {
        let clamped = min(max(date.timeIntervalSince1970, -62_135_596_800), 253_402_300_799)
        microseconds = Int64((clamped * 1_000_000).rounded())
    }

    /// The same instant for Foundation.
    package var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int64 { floorDivide(microseconds, 1_000_000).quotient }

    /// The beginning of its minute, which is what a clock shows of it.
    package var minute: Timestamp {
        Timestamp(microseconds: microseconds - floorDivide(microseconds, 60_000_000).remainder)
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.microseconds < right.microseconds
    }

    /// That much later; earlier where negative.
    package func advanced(by duration: Duration) -> Timestamp {
        Timestamp(microseconds: microseconds + duration.microseconds)
    }

    /// How long after the other this is; negative where before.
    package func since(_ other: Timestamp) -> Duration {
        .microseconds(microseconds - other.microseconds)
    }
}

extension Duration {
    /// The duration in whole microseconds; clamped where it is too long for that.
    package var microseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        return overflow ? (seconds < 0 ? .min : .max) : product + attoseconds / 1_000_000_000_000
    }
}

extension Timestamp {
    /// The text of fixed width, 27 characters.
    package var text: String {
        let (seconds, fraction) = floorDivide(microseconds, 1_000_000)
        let (days, second) = floorDivide(seconds, 86_400)
        let time = LocalDateTime(date: LocalDate(dayNumber: Int(days)), secondOfDay: Int(second))
        let text = time.date.fixedText(27) { bytes in
            time.writeTime(to: bytes)
            bytes[19] = UInt8(ascii: ".")
            write(Int(fraction), 6, to: bytes, at: 20)
            bytes[26] = UInt8(ascii: "Z")
        }
        return text ?? "\(time.text).\(padded(Int(fraction), 6))Z"
    }

    /// Reads what PostgreSQL, CSV files and our own wire write: `2026-11-10 14:13:00`, with `T` or
    /// a space, up to nine digits of a fraction, and `Z`, `+00`, `+0530` or `+05:30`; no zone means
    /// UTC.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard let parsed = LocalDateTime.parse(bytes) else { return nil }
        guard let fraction = Self.fraction(bytes, from: parsed.end),
            let offset = Self.offset(bytes[fraction.end...])
        else { return nil }
        let seconds = Int64(parsed.value.date.dayNumber) * 86_400 + Int64(parsed.value.secondOfDay)
        microseconds = (seconds - Int64(offset)) * 1_000_000 + Int64(fraction.microseconds)
    }

    static func fraction(_ bytes: [UInt8], from start: Int) -> (microseconds: Int, end: Int)? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: ".") else { return (0, start) }
        var index = start + 1
        var value = 0
        while index < bytes.count, let digit = digitValue(bytes[index]) {
            if index - start <= 6 { value = value * 10 + digit }
            index += 1
        }
        let digits = index - start - 1
        guard (1...9).contains(digits) else { return nil }
        for _ in min(digits, 6)..<6 { value *= 10 }
        return (value, index)
    }

    /// Seconds east of UTC; nil for what is no offset.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        guard let sign = text.first else { return 0 }
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
            return text.count == 1 ? 0 : nil
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }.map(digitValue)
        guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0 != nil }) else {
            return nil
        }
        let values = digits.compactMap(\.self)
        let hours = values[0] * 10 + values[1]
        let minutes = values.count == 4 ? values[2] * 10 + values[3] : 0
        guard hours <= 15, minutes < 60 else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
