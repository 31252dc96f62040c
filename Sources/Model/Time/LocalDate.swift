/// A day of the calendar, in no zone.
package struct LocalDate: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    package let dayNumber: Int

    package init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// The day of a year, month 1–12 and day 1–31; nil where the calendar has none.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        dayNumber = Self.dayNumber(year, month, day)
    }

    /// Reads `2026-11-23`.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, let date = Self.parse(bytes) else { return nil }
        self = date
    }

    static func parse(_ bytes: [UInt8]) -> LocalDate? {
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
            let day = number(bytes, 8, 2)
        else { return nil }
        return LocalDate(year: year, month: month, day: day)
    }

    /// Year, month 1–12, day 1–31.
    package var components: (year: Int, month: Int, day: Int) {
        // Howard Hinnant's civil_from_days: https://howardhinnant.github.io/date_algorithms.html
        let shifted = Int64(dayNumber) + 719_468
        let (era, dayOfEra) = floorDivide(shifted, 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(day))
    }

    /// `2026-11-23`.
    package var text: String {
        if let text = fixedText(10, { _ in }) { return text }
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// A text of fixed width in ASCII that begins with `2026-11-23`, the rest of it written by
    /// `rest`; nil where the year has not four digits.
    ///
    /// By bytes: a copy of a million rows has some million times.
    func fixedText(
        _ length: Int,
        _ rest: (UnsafeMutableBufferPointer<UInt8>) -> Void
    ) -> String? {
        let (year, month, day) = components
        guard (0...9_999).contains(year) else { return nil }
        return String(unsafeUninitializedCapacity: length) { bytes in
            write(year, 4, to: bytes, at: 0)
            bytes[4] = UInt8(ascii: "-")
            write(month, 2, to: bytes, at: 5)
            bytes[7] = UInt8(ascii: "-")
            write(day, 2, to: bytes, at: 8)
            rest(bytes)
            return length
        }
    }

    /// The day of the week.
    package var weekday: Weekday {
        Weekday.allCases[Int(floorDivide(Int64(dayNumber) + 3, 7).remainder)]
    }

    /// So many days later; earlier where negative.
    package func adding(days: Int) -> LocalDate { LocalDate(dayNumber: dayNumber + days) }

    /// The Monday of this day's week.
    package var monday: LocalDate { adding(days: -weekday.rawValue) }

    package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

    /// How many days a month has.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    /// Howard Hinnant's days_from_civil.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = floorDivide(Int64(shiftedYear), 400)
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = Int64((153 * shiftedMonth + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int(era * 146_097 + dayOfEra - 719_468)
    }
}

/// A day of the week; a week of an office begins on Monday.
package enum Weekday: Int, CaseIterable, Sendable, Hashable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// `Mon`.
    package var short: String { String(name.prefix(3)) }

    /// `Monday`.
    package var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
