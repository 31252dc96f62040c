import Model

/// How the desk words times, sums and counts: short, and the same everywhere.
enum Words {
    /// `now`, `12m`, `3h`, `2d`.
    static func short(_ duration: Duration) -> String {
        let minutes = duration.components.seconds / 60
        switch minutes {
        case ..<1: return "now"
        case ..<60: return "\(minutes)m"
        case ..<1_440: return "\(minutes / 60)h"
        case ..<144_000: return "\(minutes / 1_440)d"
        default: return "99d+"
        }
    }

    /// `15 Jan`.
    static func day(_ date: LocalDate) -> String {
        let (_, month, day) = date.components
        return "\(day) \(months[month - 1])"
    }

    /// `January 2027`.
    static func month(_ date: LocalDate) -> String {
        let (year, month, _) = date.components
        return "\(longMonths[month - 1]) \(year)"
    }

    /// `Tue 24 Nov`.
    static func weekday(_ date: LocalDate) -> String {
        "\(date.weekday.short) \(day(date))"
    }

    /// `Tue 24 Nov 10:30`.
    static func time(_ local: LocalDateTime) -> String {
        "\(weekday(local.date)) \(local.clock)"
    }

    /// `1,234`.
    static func count(_ number: Int) -> String {
        grouped(String(abs(number)), sign: number < 0 ? "-" : "")
    }

    /// `3 questions`, `1 question`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `$1,850` of `1850.00`; what is no sum stays as it is.
    static func money(_ text: String) -> String {
        let whole = text.prefix { $0 != "." }
        guard (1...9).contains(whole.count), whole.utf8.allSatisfy({ (48...57).contains($0) })
        else { return text }
        return "$" + grouped(String(whole), sign: "")
    }

    /// `3rd`.
    static func ordinal(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (_, 11...13): "\(number)th"
        case (1, _): "\(number)st"
        case (2, _): "\(number)nd"
        case (3, _): "\(number)rd"
        default: "\(number)th"
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static let longMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static func grouped(_ digits: String, sign: String) -> String {
        guard digits.utf8.count > 3 else { return sign + digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return sign + result
    }
}
