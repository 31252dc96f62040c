import Model
import Testing

@Suite struct HolidayTests {
    @Test(
        "holidays fall on the days that the government published",
        arguments: [
            (2_024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"),
            (2_025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"),
            (2_026, "01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25"),
            (2_027, "01-01 01-18 02-15 05-31 06-19 07-04 09-06 10-11 11-11 11-25 12-25"),
        ]
    )
    func dates(year: Int, dates: String) throws {
        let found = FederalHoliday.allCases.compactMap { $0.date(in: year)?.text.dropFirst(5) }
        #expect(found.joined(separator: " ") == dates)
        for holiday in FederalHoliday.allCases {
            let date = try #require(holiday.date(in: year))
            #expect(FederalHoliday.on(date) == holiday)
        }
    }

    @Test("the great six close an office; of the others and of days kept instead nobody knows")
    func usual() throws {
        let usual = Holidays()
        let thanksgiving = Closing(holiday: .thanksgiving, isCertain: true)
        #expect(usual.closing(on: try day("2026-11-26")) == thanksgiving)
        let columbus = Closing(holiday: .columbus, isCertain: false)
        #expect(usual.closing(on: try day("2026-10-12")) == columbus)
        // Independence Day of 2026 is a Saturday, Christmas of 2027 too, New Year of 2028 as well.
        let independence = Closing(holiday: .independence, isCertain: false)
        #expect(usual.closing(on: try day("2026-07-03")) == independence)
        #expect(usual.closing(on: try day("2026-07-04"))?.isCertain == true)
        #expect(usual.closing(on: try day("2027-12-24"))?.holiday == .christmas)
        #expect(usual.closing(on: try day("2027-12-31"))?.holiday == .newYear)
        #expect(usual.closing(on: try day("2023-01-02"))?.holiday == .newYear)
        #expect(usual.closing(on: try day("2026-11-25")) == nil)
        #expect(usual.closing(on: try day("2026-11-27")) == nil)
    }

    @Test("what the property says wins over the calendar")
    func overrides() throws {
        let own = Holidays(
            federal: [.columbus: .closed, .veterans: .open, .thanksgiving: .open],
            closed: [try day("2026-11-27"), try day("2026-12-31")],
            open: [try day("2026-12-25"), try day("2026-12-31")]
        )
        #expect(own.closing(on: try day("2026-10-12"))?.isCertain == true)
        #expect(own.closing(on: try day("2026-11-11")) == nil)
        #expect(own.closing(on: try day("2026-11-26")) == nil)
        #expect(own.closing(on: try day("2026-11-27")) == Closing(holiday: nil, isCertain: true))
        #expect(own.closing(on: try day("2026-12-25")) == nil)
        #expect(own.closing(on: try day("2026-12-31")) == nil)
        // Veterans Day of 2028 is a Saturday; an office that is open on it is so on the Friday.
        #expect(own.closing(on: try day("2028-11-10")) == nil)
    }

    private func day(_ text: String) throws -> LocalDate {
        try #require(LocalDate(text))
    }
}
