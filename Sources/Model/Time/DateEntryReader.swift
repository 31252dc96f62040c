/// Goes through the words of a typed time and notes what each says.
struct DateEntryReader {
    /// A word as typed and as it is compared.
    private struct Word {
        var typed: String
        var text: String
    }

    private let words: [Word]
    /// The words before it are understood.
    private var place = 0
    private var parts = DateEntryParts()

    init(_ text: String) {
        words = text.split { $0.isWhitespace || ",;@".contains($0) }.map { word in
            Word(typed: String(word), text: DateWords.plain(word))
        }
    }

    mutating func read() throws(DateEntryProblem) -> DateEntryParts {
        guard !words.isEmpty else { throw DateEntryProblem(.empty) }
        while place < words.count { try readWord() }
        return parts
    }

    private var next: String? { place < words.count ? words[place].text : nil }

    /// The word after `next`, past words that say nothing.
    private var afterNext: String? {
        words.dropFirst(place + 1).first { !DateWords.fillers.contains($0.text) }?.text
    }

    private mutating func readWord() throws(DateEntryProblem) {
        let word = words[place]
        if DateWords.fillers.contains(word.text) {
            place += 1
        } else if word.text == "in" || word.text.hasPrefix("+") {
            try readAmounts(word)
        } else if word.text == "now" {
            try note(\.elapsedMinutes, 0, word)
            place += 1
        } else if word.text == "next" {
            try readNext(word)
        } else if let days = DateWords.daysFromToday(word.text) {
            try note(\.day, .fromToday(days), word)
            place += 1
        } else if let weekday = DateWords.weekday(word.text) {
            try note(\.weekday, weekday, word)
            place += 1
        } else if isDate(word.text) {
            try readDate(word)
        } else if DateWords.startsWithDigit(word.text) || word.text == "noon" {
            try readTime(word)
        } else {
            throw DateEntryProblem(.notUnderstood, word.typed)
        }
    }

    /// Whether a word is a date, or the beginning of one, and no time.
    private func isDate(_ text: String) -> Bool {
        guard DateWords.startsWithDigit(text) else { return DateWords.month(text) != nil }
        if DateWords.isNumericDate(text) || DateWords.ordinal(text) != nil { return true }
        return DateWords.number(text) != nil && afterNext.flatMap(DateWords.month) != nil
    }

    /// The words from a place up to the present one, as typed.
    private func typed(from start: Int) -> String {
        words[start..<place].map(\.typed).joined(separator: " ")
    }

    private mutating func note<Value>(
        _ part: WritableKeyPath<DateEntryParts, Value?>,
        _ value: Value,
        _ word: Word
    ) throws(DateEntryProblem) {
        guard parts[keyPath: part] == nil else { throw DateEntryProblem(.saidTwice, word.typed) }
        parts[keyPath: part] = value
        parts.last = word.typed
    }

    /// `next mon`, `next week`.
    private mutating func readNext(_ word: Word) throws(DateEntryProblem) {
        place += 1
        guard let following = next else { throw DateEntryProblem(.notUnderstood, word.typed) }
        if DateWords.weekday(following) == nil {
            guard following == "week" else {
                throw DateEntryProblem(.notUnderstood, words[place].typed)
            }
            place += 1
        }
        parts.isNextWeek = true
        parts.last = word.typed
    }
}

// Dates and times of the day.
extension DateEntryReader {
    /// `nov 30`, `30 nov 2026`, `the 4th`, `12/4`, `12/4/26`, `2026-12-04`.
    private mutating func readDate(_ word: Word) throws(DateEntryProblem) {
        let start = place
        place += 1
        defer { parts.dayWords = typed(from: start) }
        if let day = DateWords.numericDate(word.text) { return try note(\.day, day, word) }
        if let month = DateWords.month(word.text) {
            guard let day = next.flatMap(DateWords.dayOfMonth) else {
                throw DateEntryProblem(.noSuchDay, word.typed)
            }
            place += 1
            return try note(\.day, .date(year: readYear(), month: month, day: day), word)
        }
        guard let day = DateWords.dayOfMonth(word.text) else {
            throw DateEntryProblem(.noSuchDay, word.typed)
        }
        while let filler = next, DateWords.fillers.contains(filler) { place += 1 }
        guard let month = next.flatMap(DateWords.month) else {
            return try note(\.day, .dayOfMonth(day), word)
        }
        place += 1
        try note(\.day, .date(year: readYear(), month: month, day: day), word)
    }

    private mutating func readYear() -> Int? {
        guard let year = next.flatMap(DateWords.year) else { return nil }
        place += 1
        return year
    }

    /// `3pm`, `3 pm`, `15:00`, `9`, `noon`.
    private mutating func readTime(_ word: Word) throws(DateEntryProblem) {
        place += 1
        var text = word.text
        if let half = next, ["am", "pm"].contains(half) {
            text += half
            place += 1
        }
        guard let minute = DateWords.minuteOfDay(text) else {
            throw DateEntryProblem(.noSuchTime, word.typed)
        }
        try note(\.minuteOfDay, minute, word)
    }
}

// Amounts of time from now.
extension DateEntryReader {
    /// `in 3 days`, `in an hour`, `+2h`, `+1h30m`, `in 1 hour and 30 min`.
    private mutating func readAmounts(_ word: Word) throws(DateEntryProblem) {
        let start = place
        place += 1
        defer { parts.amountWords = typed(from: start) }
        if word.text != "in" { parts.isShift = true }
        var text = word.text == "in" ? "" : String(word.text.dropFirst())
        if text.isEmpty {
            guard let following = next else { throw DateEntryProblem(.notUnderstood, word.typed) }
            text = following
            place += 1
        }
        while true {
            try readAmount(text)
            if next == "and" { place += 1 }
            guard let following = next, isAmount(following) else { return }
            text = following
            place += 1
        }
    }

    private func isAmount(_ text: String) -> Bool {
        DateWords.amounts(text) != nil
            || DateWords.number(text) != nil && afterNext.flatMap(DateWords.unit) != nil
    }

    private mutating func readAmount(_ text: String) throws(DateEntryProblem) {
        let typed = words[place - 1].typed
        if let pairs = DateWords.amounts(text) {
            for pair in pairs { try add(pair.count, pair.unit, typed) }
            return
        }
        guard let count = ["a", "an"].contains(text) ? 1 : DateWords.number(text) else {
            throw DateEntryProblem(DateWords.isDigits(text) ? .tooFar : .notUnderstood, typed)
        }
        guard let unit = next.flatMap(DateWords.unit) else {
            throw DateEntryProblem(.notUnderstood, place < words.count ? words[place].typed : typed)
        }
        place += 1
        try add(count, unit, typed)
    }

    private mutating func add(
        _ count: Int?,
        _ unit: DateWords.Unit,
        _ typed: String
    ) throws(DateEntryProblem) {
        guard let count else { throw DateEntryProblem(.tooFar, typed) }
        switch unit {
        case .minutes: parts.elapsedMinutes = (parts.elapsedMinutes ?? 0) + count
        case .hours: parts.elapsedMinutes = (parts.elapsedMinutes ?? 0) + count * 60
        case .days: parts.elapsedDays = (parts.elapsedDays ?? 0) + count
        case .weeks: parts.elapsedDays = (parts.elapsedDays ?? 0) + count * 7
        }
    }
}
