import Foundation

extension OpeningHours {
    /// Reads the platform's JSON column of opening hours, which has no agreed shape.
    ///
    /// The shapes that platforms write:
    ///
    /// - `{"mon": ["09:00", "18:00"]}`, `{"monday": {"open": "09:00", "close": "18:00"}}`, `{"mon":
    ///   "9am-6pm"}`, `{"mon": null}`
    /// - `[{"day": "Monday", "hours": "9:00 AM - 6:00 PM"}]`
    /// - `"Mon-Fri 9am-6pm; Sat 10-4"`
    ///
    /// What cannot be understood as a whole is `unknown`: half-read hours would be worse than none.
    package static func parse(_ json: String?) -> OpeningHours {
        guard let json, json.utf8.count <= longestText,
            let value = try? JSONSerialization.jsonObject(
                with: Data(json.utf8),
                options: .fragmentsAllowed
            )
        else { return .unknown }
        let days: [Weekday: [Range<Int>]]? =
            switch value {
            case let object as [String: Any]: fromObject(object)
            case let list as [[String: Any]]: fromList(list)
            case let text as String: fromText(text)
            default: nil
            }
        guard let days, !days.isEmpty else { return .unknown }
        return OpeningHours(week: Weekday.allCases.map { days[$0] ?? [] })
    }

    /// Longer texts are no opening hours; JSON of any depth stays shallow enough to read within
    /// this.
    private static let longestText = 2_000

    private static func fromObject(_ object: [String: Any]) -> [Weekday: [Range<Int>]]? {
        var days: [Weekday: [Range<Int>]] = [:]
        for (name, value) in object {
            guard let span = weekdays(name), let ranges = ranges(value) else { return nil }
            for day in span { days[day] = ranges }
        }
        return days
    }

    private static func fromList(_ list: [[String: Any]]) -> [Weekday: [Range<Int>]]? {
        var days: [Weekday: [Range<Int>]] = [:]
        for entry in list {
            guard let name = entry["day"] as? String, let span = weekdays(name),
                let ranges = ranges(entry["hours"] ?? entry)
            else { return nil }
            for day in span { days[day, default: []] += ranges }
        }
        return days
    }

    private static func fromText(_ text: String) -> [Weekday: [Range<Int>]]? {
        var days: [Weekday: [Range<Int>]] = [:]
        for part in text.split(whereSeparator: { ";,".contains($0) }) {
            let words = part.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2, let span = weekdays(words[0]), let ranges = ranges(words[1])
            else { return nil }
            for day in span { days[day] = ranges }
        }
        return days
    }

    /// `mon`, `Monday`, `Mon-Fri`, `Sat:`.
    private static func weekdays(_ text: String) -> [Weekday]? {
        let names = text.lowercased().filter { $0.isLetter || $0 == "-" || $0 == "–" }
            .split(whereSeparator: { $0 == "-" || $0 == "–" })
        let days = names.map { name in
            Weekday.allCases.first {
                name.count >= 3 && $0.name.lowercased().hasPrefix(name.prefix(3))
            }
        }
        switch days.count {
        case 1: return days[0].map { [$0] }
        case 2:
            guard let first = days[0], let last = days[1], first.rawValue <= last.rawValue else {
                return nil
            }
            return Weekday.allCases.filter { first.rawValue...last.rawValue ~= $0.rawValue }
        default: return nil
        }
    }

    private static func ranges(_ value: Any) -> [Range<Int>]? {
        switch value {
        case is NSNull: return []
        case let pair as [String] where pair.isEmpty: return []
        case let pair as [String] where pair.count == 2: return range(pair[0], pair[1])
        case let pairs as [[String]]:
            let read = pairs.map { $0.count == 2 ? range($0[0], $0[1]) : nil }
            return read.contains { $0 == nil } ? nil : read.compactMap(\.self).flatMap(\.self)
        case let object as [String: Any]:
            if object["closed"] as? Bool == true { return [] }
            guard let open = object["open"] as? String, let close = object["close"] as? String
            else { return nil }
            return range(open, close)
        case let text as String: return spokenRange(text)
        default: return nil
        }
    }

    private static func spokenRange(_ text: String) -> [Range<Int>]? {
        if text.lowercased().trimmingCharacters(in: .whitespaces) == "closed" { return [] }
        let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map(String.init)
        return ends.count == 2 ? range(ends[0], ends[1]) : nil
    }

    private static func range(_ open: String, _ close: String) -> [Range<Int>]? {
        guard let start = minutes(open), var end = minutes(close) else { return nil }
        // "10-4" without am and pm: an office does not close before it opens.
        if end <= start, end < 720, !close.lowercased().contains("m") { end += 720 }
        return start < end ? [start..<end] : nil
    }

    /// `09:00`, `9am`, `9:30 PM`, `17`.
    private static func minutes(_ text: String) -> Int? {
        let lower = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
        let digits = lower.prefix { $0.isNumber || $0 == ":" }
        let suffix = lower.dropFirst(digits.count)
        let parts = digits.split(separator: ":").map { Int($0) }
        guard (1...3).contains(parts.count), let hour = parts[0],
            let minute = parts.count > 1 ? parts[1] : 0, (0..<60).contains(minute)
        else { return nil }
        switch suffix {
        case "": return hour <= 24 ? min(hour * 60 + minute, 1_440) : nil
        case "am": return (1...12).contains(hour) ? hour % 12 * 60 + minute : nil
        case "pm": return (1...12).contains(hour) ? (hour % 12 + 12) * 60 + minute : nil
        default: return nil
        }
    }
}
