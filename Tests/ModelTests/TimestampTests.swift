import Model
import Testing

@Suite struct TimestampTests {
    @Test(
        "every spelling of an instant that PostgreSQL and CSV files write is the same instant",
        arguments: [
            "2026-11-23T14:10:10.123456Z", "2026-11-23 14:10:10.123456+00",
            "2026-11-23T14:10:10.123456+00:00", "2026-11-23 06:10:10.123456-08",
            "2026-11-23 19:40:10.123456+0530", "2026-11-23T14:10:10.123456",
            "2026-11-23T14:10:10.123456789Z",
        ]
    )
    func spellings(_ text: String) throws {
        #expect(try #require(Timestamp(text)).text == "2026-11-23T14:10:10.123456Z")
    }

    @Test(
        "what is no instant is refused",
        arguments: [
            "", "2026-11-23", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
            "2026-11-23T24:00:00Z",
            "2026-11-23T14:10:10.Z", "2026-11-23T14:10:10Zx", "2026-11-23T14:10:10+1", "infinity",
            "2026-11-23T14:10:10+99:00",
        ]
    )
    func refused(_ text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("text order is time order, before 1970 too")
    func order() {
        var chance = Chance(seed: 7)
        for _ in 0..<2_000 {
            let one = Timestamp(
                microseconds: Int64.random(
                    in: -9_000_000_000_000_000...9_000_000_000_000_000,
                    using: &chance
                )
            )
            let two = Timestamp(
                microseconds: Int64.random(
                    in: -9_000_000_000_000_000...9_000_000_000_000_000,
                    using: &chance
                )
            )
            #expect((one < two) == (one.text < two.text))
            #expect(Timestamp(one.text) == one)
        }
    }
}

@Suite struct LocalDateTests {
    @Test("days and their numbers agree over four centuries")
    func roundTrip() {
        for number in stride(from: -80_000, through: 80_000, by: 1) {
            let date = LocalDate(dayNumber: number)
            let (year, month, day) = date.components
            guard LocalDate(year: year, month: month, day: day) == date else {
                Issue.record("day \(number) is \(date.text), which is another day")
                return
            }
        }
    }

    @Test("the day of the week of known days")
    func weekdays() throws {
        #expect(try #require(LocalDate("2026-11-23")).weekday == .monday)
        #expect(try #require(LocalDate("1970-01-01")).weekday == .thursday)
        #expect(try #require(LocalDate("2026-11-29")).monday.text == "2026-11-23")
    }
}
