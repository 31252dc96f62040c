/// Date and time on the wall of no particular place, to the second.
package struct LocalDateTime: Hashable, Sendable, Comparable {
    package let date: LocalDate
    /// 0 to 86,399.
    package let secondOfDay: Int

    package init(date: LocalDate, secondOfDay: Int) {
        self.date = date
        self.secondOfDay = secondOfDay
    }

    /// Takes seconds since 1970 as if the wall hung in UTC.
    init(wallSeconds: Int64) {
        let (days, second) = floorDivide(wallSeconds, 86_400)
        self.init(date: LocalDate(dayNumber: Int(days)), secondOfDay: Int(second))
    }

    /// Seconds since 1970 as if the wall hung in UTC.
    var wallSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(secondOfDay) }

    package var hour: Int { secondOfDay / 3_600 }
    package var minute: Int { secondOfDay / 60 % 60 }
    /// 0 to 1,439.
    package var minuteOfDay: Int { secondOfDay / 60 }

    /// The same time of the day, so many days later.
    package func adding(days: Int) -> LocalDateTime {
        LocalDateTime(date: date.adding(days: days), secondOfDay: secondOfDay)
    }

    /// `2026-11-23T14:10:10`.
    package var text: String {
        date.fixedText(19, writeTime) ?? "\(date.text)T\(clock):\(padded(secondOfDay % 60, 2))"
    }

    /// Writes `T14:10:10` behind a day.
    func writeTime(to bytes: UnsafeMutableBufferPointer<UInt8>) {
        bytes[10] = UInt8(ascii: "T")
        write(secondOfDay / 3_600, 2, to: bytes, at: 11)
        bytes[13] = UInt8(ascii: ":")
        write(secondOfDay / 60 % 60, 2, to: bytes, at: 14)
        bytes[16] = UInt8(ascii: ":")
        write(secondOfDay % 60, 2, to: bytes, at: 17)
    }

    /// `14:10`.
    package var clock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
    }

    /// Reads `2026-11-23T14:10:10` or with a space, from the beginning; `end` is where the rest
    /// begins.
    static func parse(_ bytes: [UInt8]) -> (value: LocalDateTime, end: Int)? {
        guard bytes.count >= 19, let date = LocalDate.parse(bytes),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2),
            let second = number(bytes, 17, 2), hour < 24, minute < 60, second < 60
        else { return nil }
        return (LocalDateTime(date: date, secondOfDay: hour * 3_600 + minute * 60 + second), 19)
    }

    /// The canonical text of a `timestamp` without zone as PostgreSQL writes it:
    /// `2026-11-14T15:00:00.000000`; nil where it is none.
    package static func canonical(_ text: some StringProtocol) -> String? {
        let bytes = Array(text.utf8)
        guard let parsed = parse(bytes),
            let fraction = Timestamp.fraction(bytes, from: parsed.end), fraction.end == bytes.count
        else { return nil }
        return "\(parsed.value.text).\(padded(fraction.microseconds, 6))"
    }
}
