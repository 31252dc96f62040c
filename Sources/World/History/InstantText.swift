import Model

/// Writes instants as `Timestamp.text` does, a few times faster: a day's digits are worked out
/// once.
struct InstantText: Sendable {
    private var day = Int64.min
    private var prefix: [UInt8] = []

    /// `2026-11-23T14:10:10.123456Z`.
    mutating func text(_ instant: Timestamp) -> String {
        var seconds = instant.microseconds / 1_000_000
        var micros = instant.microseconds % 1_000_000
        if micros < 0 {
            micros += 1_000_000
            seconds -= 1
        }
        let today = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        if today != day {
            day = today
            prefix = Array(LocalDate(dayNumber: Int(today)).text.utf8)
        }
        let second = Int(seconds - today * 86_400)
        return String(unsafeUninitializedCapacity: 27) { buffer in
            for index in 0..<10 { buffer[index] = prefix[index] }
            buffer[10] = UInt8(ascii: "T")
            Self.put(second / 3_600, 2, at: 11, buffer)
            buffer[13] = UInt8(ascii: ":")
            Self.put(second / 60 % 60, 2, at: 14, buffer)
            buffer[16] = UInt8(ascii: ":")
            Self.put(second % 60, 2, at: 17, buffer)
            buffer[19] = UInt8(ascii: ".")
            Self.put(Int(micros), 6, at: 20, buffer)
            buffer[26] = UInt8(ascii: "Z")
            return 27
        }
    }

    private static func put(
        _ value: Int,
        _ width: Int,
        at start: Int,
        _ buffer: UnsafeMutableBufferPointer<UInt8>
    ) {
        var rest = value
        for place in stride(from: start + width - 1, through: start, by: -1) {
            buffer[place] = UInt8(48 + rest % 10)
            rest /= 10
        }
    }
}
