/// What the words of a typed time say, each for itself.
struct DateEntryParts {
    /// A day that is named by anything but its name in the week.
    enum Day {
        case fromToday(Int)
        /// Without a year, the next such date.
        case date(year: Int?, month: Int, day: Int)
        case dayOfMonth(Int)
    }

    var day: Day?
    /// Beside a date it must be that date's.
    var weekday: Weekday?
    var isNextWeek = false
    var minuteOfDay: Int?
    var elapsedMinutes: Int?
    var elapsedDays: Int?
    /// Whether the amount is one of `+`, which moves what has a time already.
    var isShift = false
    /// The words that named the day and the amount, and the last that said something else, as
    /// typed: for problems with the whole.
    var dayWords = ""
    var amountWords = ""
    var last = ""

    /// What they say together.
    func meaning(
        now: Timestamp,
        in zone: Zone,
        moving start: Timestamp? = nil
    ) throws(DateEntryProblem) -> DateEntry {
        let present = now.minute
        let here = zone.local(present)
        let origin = isShift ? start?.minute ?? present : present
        let there = zone.local(origin)
        let namesDay = day != nil || weekday != nil || isNextWeek
        if let elapsedMinutes {
            guard !namesDay, minuteOfDay == nil else {
                throw DateEntryProblem(.saidTwice, amountWords.isEmpty ? last : amountWords)
            }
            let base = elapsedDays.map { zone.instant(there.adding(days: $0)) } ?? origin
            let instant = base.advanced(by: .seconds(elapsedMinutes * 60))
            return DateEntry(local: zone.local(instant), instant: instant)
        }
        if let elapsedDays {
            guard !namesDay else { throw DateEntryProblem(.saidTwice, amountWords) }
            let local = there.adding(days: elapsedDays)
            return entry(local.date, minuteOfDay ?? local.minuteOfDay)
        }
        guard let minuteOfDay else { throw DateEntryProblem(.timeMissing, last) }
        return entry(try date(at: minuteOfDay, here), minuteOfDay)
    }

    private func entry(_ date: LocalDate, _ minuteOfDay: Int) -> DateEntry {
        let local = LocalDateTime(date: date, secondOfDay: minuteOfDay * 60)
        return DateEntry(local: local, instant: nil)
    }

    private func date(
        at minute: Int,
        _ here: LocalDateTime
    ) throws(DateEntryProblem) -> LocalDate {
        let isOver = minute < here.minuteOfDay
        if let day {
            guard !isNextWeek else { throw DateEntryProblem(.saidTwice, last) }
            guard let date = date(of: day, from: here.date) else {
                throw DateEntryProblem(.noSuchDay, dayWords)
            }
            guard weekday == nil || weekday == date.weekday else {
                throw DateEntryProblem(.anotherWeekday(date.weekday), dayWords)
            }
            return date
        }
        guard let weekday else {
            return here.date.adding(days: isNextWeek ? 7 : isOver ? 1 : 0)
        }
        if isNextWeek { return here.date.monday.adding(days: 7 + weekday.rawValue) }
        let ahead = (weekday.rawValue - here.date.weekday.rawValue + 7) % 7
        return here.date.adding(days: ahead == 0 && isOver ? 7 : ahead)
    }

    private func date(of day: Day, from today: LocalDate) -> LocalDate? {
        let (year, month, _) = today.components
        switch day {
        case .fromToday(let days):
            return today.adding(days: days)
        case .date(let named?, let month, let day):
            return LocalDate(year: named, month: month, day: day)
        case .date(nil, let month, let day):
            // Between two leap days lie up to eight years.
            return (year...year + 8).lazy
                .compactMap { LocalDate(year: $0, month: month, day: day) }
                .first { $0 >= today }
        case .dayOfMonth(let day):
            // No two months in a row are without a 31st.
            return (month...month + 2).lazy
                .compactMap { later in
                    LocalDate(
                        year: year + (later - 1) / 12,
                        month: (later - 1) % 12 + 1,
                        day: day
                    )
                }
                .first { $0 >= today }
        }
    }
}
