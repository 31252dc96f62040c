/// The words that a typed time is made of, each in lower case.
enum DateWords {
    /// What an amount is counted in.
    enum Unit {
        case minutes
        case hours
        case days
        case weeks
    }

    /// Words that say nothing.
    static let fillers: Set<String> = ["at", "on", "the", "this", "of"]

    /// The word as it is compared: `P.M.` is `pm`.
    static func plain(_ typed: some StringProtocol) -> String {
        var text = typed.lowercased()
        while text.last == "." { text.removeLast() }
        if text.hasSuffix("a.m") || text.hasSuffix("p.m") { text = text.dropLast(2) + "m" }
        return text
    }

    static func daysFromToday(_ text: String) -> Int? {
        switch text {
        case "yesterday": -1
        case "today": 0
        case "tomorrow", "tom", "tmrw", "tmr": 1
        default: nil
        }
    }

    /// `tue`, `tues`, `tuesday`.
    static func weekday(_ text: String) -> Weekday? {
        guard text.utf8.count >= 3 else { return nil }
        return Weekday.allCases.first { $0.name.lowercased().hasPrefix(text) }
    }

    /// 1 to 12 for `nov`, `novem`, `november`.
    static func month(_ text: String) -> Int? {
        guard text.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(text) }.map { $0 + 1 }
    }

    static func unit(_ text: some StringProtocol) -> Unit? {
        switch String(text) {
        case "m", "min", "mins", "minute", "minutes": .minutes
        case "h", "hr", "hrs", "hour", "hours": .hours
        case "d", "day", "days": .days
        case "w", "wk", "wks", "week", "weeks": .weeks
        default: nil
        }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
}

// Numbers, which are ASCII digits only.
extension DateWords {
    static func startsWithDigit(_ text: String) -> Bool {
        text.utf8.first.flatMap(digitValue) != nil
    }

    static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { digitValue($0) != nil }
    }

    /// A number of at most three digits.
    static func number(_ text: some StringProtocol) -> Int? {
        isDigits(text) && text.utf8.count <= 3 ? Int(text) : nil
    }

    /// 30 for `30th`.
    static func ordinal(_ text: String) -> Int? {
        guard ["st", "nd", "rd", "th"].contains(where: text.hasSuffix) else { return nil }
        return number(text.dropLast(2))
    }

    /// 1 to 31 for `30` and `30th`.
    static func dayOfMonth(_ text: String) -> Int? {
        guard let day = ordinal(text) ?? number(text), (1...31).contains(day) else { return nil }
        return day
    }

    /// A year of four digits in this century: behind a month and a day it is no time.
    static func year(_ text: some StringProtocol) -> Int? {
        guard isDigits(text), text.utf8.count == 4, let year = Int(text) else { return nil }
        return (2_000...2_099).contains(year) ? year : nil
    }

    static func isNumericDate(_ text: String) -> Bool {
        text.contains("/") || (isDigits(text.prefix(4)) && text.dropFirst(4).first == "-")
    }

    /// `12/4`, `12/4/26`, `12/4/2026`, `2026-12-04`.
    static func numericDate(_ text: String) -> DateEntryParts.Day? {
        if let date = LocalDate(text) {
            let (year, month, day) = date.components
            return (2_000...2_099).contains(year) ? .date(year: year, month: month, day: day) : nil
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let month = number(parts[0]),
            let day = number(parts[1])
        else { return nil }
        guard parts.count == 3 else { return .date(year: nil, month: month, day: day) }
        let short = parts[2].utf8.count == 2 ? number(parts[2]).map { $0 + 2_000 } : nil
        guard let year = short ?? year(parts[2]) else { return nil }
        return .date(year: year, month: month, day: day)
    }

    /// The amounts that `2h` and `1h30m` name; a count is nil where it has more than three digits.
    static func amounts(_ text: String) -> [(count: Int?, unit: Unit)]? {
        var amounts: [(count: Int?, unit: Unit)] = []
        var rest = text[...]
        while !rest.isEmpty {
            let digits = rest.prefix { isDigits(String($0)) }
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { !isDigits(String($0)) }
            rest = rest.dropFirst(letters.count)
            guard !digits.isEmpty, let unit = unit(letters) else { return nil }
            amounts.append((number(digits), unit))
        }
        return amounts.isEmpty ? nil : amounts
    }
}

// Times of the day.
extension DateWords {
    /// Minutes since midnight for `noon`, `3pm`, `3:30p`, `15:00`, `9`, `930`; nil for what is no
    /// time.
    ///
    /// Without am and pm an hour from 1 to 6 is in the afternoon, unless a zero stands before it.
    static func minuteOfDay(_ text: String) -> Int? {
        if text == "noon" { return 720 }
        let digits = text.prefix { isDigits(String($0)) || $0 == ":" || $0 == "." }
        guard let (hour, minute) = clock(digits), minute < 60 else { return nil }
        switch text.dropFirst(digits.count) {
        case "am", "a":
            return (1...12).contains(hour) ? hour % 12 * 60 + minute : nil
        case "pm", "p":
            return (1...12).contains(hour) ? (hour % 12 + 12) * 60 + minute : nil
        case "" where hour < 24:
            let isAfternoon = (1...6).contains(hour) && digits.first != "0"
            return (isAfternoon ? hour + 12 : hour) * 60 + minute
        default:
            return nil
        }
    }

    /// Hour and minute of `9`, `930`, `1430`, `9:30`, `9.30`.
    private static func clock(_ text: Substring) -> (hour: Int, minute: Int)? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard parts.allSatisfy(isDigits) else { return nil }
        switch (parts.count, parts[0].utf8.count) {
        case (2, 1...2):
            guard parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1])
            else { return nil }
            return (hour, minute)
        case (1, 1...2):
            return Int(parts[0]).map { ($0, 0) }
        case (1, 3...4):
            return Int(parts[0]).map { ($0 / 100, $0 % 100) }
        default:
            return nil
        }
    }
}
