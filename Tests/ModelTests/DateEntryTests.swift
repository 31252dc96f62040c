import Model
import Testing

@Suite struct DateEntryTests {
    @Test(
        "words mean the time that an office means by them, on a Monday at 14:32",
        arguments: [
            // A time alone is the next such time.
            ("3pm", "2026-11-23 15:00"), ("2pm", "2026-11-24 14:00"), ("14:32", "2026-11-23 14:32"),
            ("14:31", "2026-11-24 14:31"), ("noon", "2026-11-24 12:00"), ("9", "2026-11-24 09:00"),
            ("5", "2026-11-23 17:00"), ("6:59", "2026-11-23 18:59"), ("7", "2026-11-24 07:00"),
            ("05:00", "2026-11-24 05:00"), ("0:15", "2026-11-24 00:15"),
            ("930", "2026-11-24 09:30"),
            ("1430", "2026-11-24 14:30"), ("330", "2026-11-23 15:30"), ("3.30", "2026-11-23 15:30"),
            ("12am", "2026-11-24 00:00"), ("12:30 PM", "2026-11-24 12:30"),
            ("3 p.m.", "2026-11-23 15:00"), ("@ 4", "2026-11-23 16:00"), ("3p", "2026-11-23 15:00"),
            ("1 a.m.", "2026-11-24 01:00"),
            // Days by name.
            ("tue 3pm", "2026-11-24 15:00"), ("Tuesday at 3 pm", "2026-11-24 15:00"),
            ("3pm tue", "2026-11-24 15:00"), ("fri noon", "2026-11-27 12:00"),
            ("mon 3pm", "2026-11-23 15:00"), ("mon 9", "2026-11-30 09:00"),
            ("next mon 9", "2026-11-30 09:00"), ("next fri 9", "2026-12-04 09:00"),
            ("this fri 9", "2026-11-27 09:00"), ("tues 10:30", "2026-11-24 10:30"),
            ("thurs 1", "2026-11-26 13:00"), ("next week tue 3pm", "2026-12-01 15:00"),
            ("tue next week 3pm", "2026-12-01 15:00"), ("next week 3pm", "2026-11-30 15:00"),
            ("today 5", "2026-11-23 17:00"), ("today 9", "2026-11-23 09:00"),
            ("tomorrow 10:30", "2026-11-24 10:30"), ("tmrw 8", "2026-11-24 08:00"),
            ("yesterday 3pm", "2026-11-22 15:00"),
            // Dates.
            ("12/4 14:00", "2026-12-04 14:00"), ("12/4/27 2pm", "2027-12-04 14:00"),
            ("12/04/2027 2pm", "2027-12-04 14:00"), ("2026-12-04 10:00", "2026-12-04 10:00"),
            ("11/22 3pm", "2027-11-22 15:00"), ("11/23 9am", "2026-11-23 09:00"),
            ("nov 30 15:00", "2026-11-30 15:00"), ("30 nov 15:00", "2026-11-30 15:00"),
            ("November 30th, 3pm", "2026-11-30 15:00"), ("3pm the 4th", "2026-12-04 15:00"),
            ("the 4th of december 3pm", "2026-12-04 15:00"), ("4 dec 3", "2026-12-04 15:00"),
            ("dec 4 3", "2026-12-04 15:00"), ("31st 10", "2026-12-31 10:00"),
            ("2/29 10", "2028-02-29 10:00"), ("dec 4 2027 10am", "2027-12-04 10:00"),
            ("Tuesday, November 24, 2026 at 3:00 PM", "2026-11-24 15:00"),
            ("fri 12/4 14:00", "2026-12-04 14:00"),
            // Amounts from now.
            ("+2h", "2026-11-23 16:32"), ("+30m", "2026-11-23 15:02"),
            ("+1h30m", "2026-11-23 16:02"), ("+ 2 hours", "2026-11-23 16:32"),
            ("in 90 minutes", "2026-11-23 16:02"), ("in an hour", "2026-11-23 15:32"),
            ("in 1 hour and 15 min", "2026-11-23 15:47"), ("in 3 days 4pm", "2026-11-26 16:00"),
            ("in 3 days at 4", "2026-11-26 16:00"), ("in 3 days", "2026-11-26 14:32"),
            ("4pm in 2 weeks", "2026-12-07 16:00"), ("+1w 9", "2026-11-30 09:00"),
            ("+10h", "2026-11-24 00:32"), ("now", "2026-11-23 14:32"),
        ]
    )
    func meanings(_ text: String, meaning: String) throws {
        let entry = try DateEntry.parse(text, now: Self.monday, in: Self.pacific).get()
        #expect(entry.local.text == meaning.replacing(" ", with: "T") + ":00")
    }

    @Test("of what is moved + counts from its own time, and all else from now")
    func moving() throws {
        let start = Self.pacific.instant(
            LocalDateTime(date: try #require(LocalDate("2026-12-04")), secondOfDay: 50_400)
        )
        for (text, meaning) in [
            ("+1h", "2026-12-04T15:00:00"), ("+1d", "2026-12-05T14:00:00"),
            ("+1d 9", "2026-12-05T09:00:00"), ("+1d2h", "2026-12-05T16:00:00"),
            ("in 1 hour", "2026-11-23T15:32:00"), ("now", "2026-11-23T14:32:00"),
            ("tue 3pm", "2026-11-24T15:00:00"),
        ] {
            let entry = try DateEntry.parse(
                text,
                now: Self.monday,
                in: Self.pacific,
                moving: start
            ).get()
            #expect(entry.local.text == meaning, "\(text)")
        }
    }

    @Test(
        "what is not understood is named, with what would be",
        arguments: [
            ("", DateEntryProblem.Kind.empty, ""), (" , ", .empty, ""),
            ("teusday 3pm", .notUnderstood, "teusday"), ("tue 3pm PST", .notUnderstood, "PST"),
            ("Dienstag 3pm", .notUnderstood, "Dienstag"), ("next 3pm", .notUnderstood, "3pm"),
            ("next", .notUnderstood, "next"), ("+", .notUnderstood, "+"),
            ("+2", .notUnderstood, "+2"), ("in", .notUnderstood, "in"),
            ("in 2 moons", .notUnderstood, "moons"), ("in two days", .notUnderstood, "two"),
            ("٣pm", .notUnderstood, "٣pm"),
            ("2/30 3pm", .noSuchDay, "2/30"), ("13/4 3pm", .noSuchDay, "13/4"),
            ("12/ 3pm", .noSuchDay, "12/"), ("1/2/3/4", .noSuchDay, "1/2/3/4"),
            ("12/4/1999 3pm", .noSuchDay, "12/4/1999"), ("nov 3pm", .noSuchDay, "nov"),
            ("32nd 3pm", .noSuchDay, "32nd"), ("nov 31 10", .noSuchDay, "nov 31"),
            ("tue 25:00", .noSuchTime, "25:00"), ("tue 3:60", .noSuchTime, "3:60"),
            ("tue 13pm", .noSuchTime, "13pm"), ("0am", .noSuchTime, "0am"),
            ("tue 3:5", .noSuchTime, "3:5"), ("3-4pm", .noSuchTime, "3-4pm"),
            ("3:00:00", .noSuchTime, "3:00:00"), ("99999999999999999999", .noSuchTime, ""),
            ("tue", .timeMissing, "tue"), ("tomorrow", .timeMissing, "tomorrow"),
            ("12/4", .timeMissing, "12/4"), ("next week", .timeMissing, "next"),
            ("tue wed 3pm", .saidTwice, "wed"), ("3pm 4pm", .saidTwice, "4pm"),
            ("+2h 3pm", .saidTwice, "+2h"), ("tue in 3 days 4pm", .saidTwice, "in 3 days"),
            ("12/4 tomorrow 3pm", .saidTwice, "tomorrow"),
            ("fri 12/3 3pm", .anotherWeekday(.thursday), "12/3"),
            ("+1000h", .tooFar, "+1000h"), ("in 99999999999999999999 days", .tooFar, ""),
        ]
    )
    func problems(_ text: String, kind: DateEntryProblem.Kind, part: String) {
        guard case .failure(let problem) = DateEntry.parse(text, now: Self.monday, in: .utc) else {
            Issue.record("“\(text)” was taken for a time")
            return
        }
        #expect(problem.kind == kind)
        if !part.isEmpty { #expect(problem.part == part) }
        #expect(!problem.remedy.isEmpty)
    }

    @Test("every example of a remedy means a time")
    func remedies() {
        let examples = [
            "tue 3pm", "tomorrow 10:30", "12/4 14:00", "next mon 9", "in 3 days 4pm", "+2h",
        ]
        let remedy = DateEntry.parse("", now: Self.monday, in: .utc).problem?.remedy ?? ""
        for example in examples {
            #expect(remedy.contains(example))
            let entry = DateEntry.parse(example, now: Self.monday, in: Self.pacific)
            #expect(throws: Never.self) { try entry.get() }
        }
    }

    @Test("hours from now are counted, days from now are called, over a change of clocks")
    func clockChange() throws {
        let now = try #require(Timestamp("2026-11-01T00:30:40-07:00"))
        let hours = try DateEntry.parse("+2h", now: now, in: Self.pacific).get()
        #expect(hours.local.text == "2026-11-01T01:30:00")
        let later = try #require(Timestamp("2026-11-01T01:30:00-08:00"))
        #expect(hours.occurrence(in: Self.pacific) == .once(later))

        let day = try DateEntry.parse("in 1 day", now: now, in: Self.pacific).get()
        #expect(day.local.text == "2026-11-02T00:30:00")

        let asked = try DateEntry.parse("today 01:30", now: now, in: Self.pacific).get()
        let earlier = try #require(Timestamp("2026-11-01T01:30:00-07:00"))
        #expect(asked.occurrence(in: Self.pacific) == .twice(earlier: earlier, later: later))
    }

    @Test("today is the property's, not Greenwich's")
    func zones() throws {
        let night = try #require(Timestamp("2026-11-24T05:00:00Z"))
        let honolulu = try #require(Zone("Pacific/Honolulu"))
        let entry = try DateEntry.parse("today 9pm", now: night, in: honolulu).get()
        #expect(entry.local.text == "2026-11-23T21:00:00")
    }

    @Test("no text traps, whatever its words, and what is understood is to the minute and near")
    func hostile() {
        let words = [
            "tue", "next", "week", "in", "+", "3", "pm", "12/4", "nov", "30", "the", "now", "2h",
            "and", "999", "days", "999w", "noon", "4th", "2026-12-04", "//", "::", "-", ".", "a",
            "99999999999999999999", "\u{202E}", "\u{0}", "👩‍👩‍👧‍👦", "e\u{301}\u{301}", "٣", "½", "İ",
            "\n",
            "0", "00", "24", "1/1/1", "+999w", "am", "p.m.", ",", "@", "ß",
        ]
        var chance = Chance(seed: 20_261_123)
        var understood = 0
        for _ in 0..<40_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...7, using: &chance) {
                text += words[Int.random(in: 0..<words.count, using: &chance)]
                if Bool.random(using: &chance) { text += " " }
            }
            switch DateEntry.parse(text, now: Self.monday, in: Self.pacific) {
            case .success(let entry):
                understood += 1
                #expect(entry.local.secondOfDay % 60 == 0, "“\(text)”")
                #expect((1_900...2_300).contains(entry.local.date.components.year), "“\(text)”")
            case .failure(let problem):
                let words = problem.part.split(separator: " ")
                #expect(words.allSatisfy { text.contains($0) }, "“\(text)”")
            }
        }
        #expect(understood > 400)
        let flood = String(repeating: "tue\u{301} ", count: 1_000_000)
        #expect(DateEntry.parse(flood, now: Self.monday, in: .utc).problem?.kind == .tooLong)
    }

    static let monday = Timestamp(microseconds: 1_795_473_120_000_000 + 40_123_456)
    static let pacific = Zone("America/Los_Angeles") ?? .utc
}

extension Result where Failure == DateEntryProblem {
    fileprivate var problem: DateEntryProblem? {
        if case .failure(let problem) = self { return problem }
        return nil
    }
}
