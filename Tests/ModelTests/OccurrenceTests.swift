import Model
import Testing

@Suite struct OccurrenceTests {
    /// Every zone of the United States that an office may be in, and whether its clocks change.
    static let zones: [(name: String, changes: Bool)] = [
        ("America/New_York", true), ("America/Detroit", true),
        ("America/Indiana/Indianapolis", true), ("America/Kentucky/Louisville", true),
        ("America/Chicago", true), ("America/Indiana/Knox", true), ("America/Denver", true),
        ("America/Boise", true), ("America/Phoenix", false), ("America/Los_Angeles", true),
        ("America/Anchorage", true), ("Pacific/Honolulu", false), ("America/Puerto_Rico", false),
    ]

    @Test(
        "clocks skip the hour after two on the second Sunday of March",
        arguments: zones,
        2_007...2_040
    )
    func spring(_ zone: (name: String, changes: Bool), year: Int) throws {
        let office = try #require(Zone(zone.name))
        let sunday = try Self.sunday(2, of: 3, year)
        let last = LocalDateTime(date: sunday, secondOfDay: 2 * 3_600 - 60)
        let next = LocalDateTime(date: sunday, secondOfDay: 3 * 3_600)
        for second in [7_200, 7_201, 9_000, 10_799] {
            let local = LocalDateTime(date: sunday, secondOfDay: second)
            guard zone.changes else {
                #expect(office.occurrence(of: local) == .once(office.instant(local)))
                continue
            }
            #expect(office.occurrence(of: local) == .never(last: last, next: next))
            #expect(office.local(office.instant(local)) == next)
        }
        for local in [last, next] {
            #expect(office.occurrence(of: local) == .once(office.instant(local)))
            #expect(office.local(office.instant(local)) == local)
        }
    }

    @Test(
        "clocks show the hour after one twice on the first Sunday of November",
        arguments: zones,
        2_007...2_040
    )
    func autumn(_ zone: (name: String, changes: Bool), year: Int) throws {
        let office = try #require(Zone(zone.name))
        let sunday = try Self.sunday(1, of: 11, year)
        for (second, isInside) in [
            (3_599, false), (3_600, true), (5_400, true), (7_199, true), (7_200, false),
        ] {
            let local = LocalDateTime(date: sunday, secondOfDay: second)
            let first = office.instant(local)
            #expect(office.local(first) == local)
            guard zone.changes, isInside else {
                #expect(office.occurrence(of: local) == .once(first))
                continue
            }
            let second = first.advanced(by: .seconds(3_600))
            #expect(office.local(second) == local)
            #expect(office.occurrence(of: local) == .twice(earlier: first, later: second))
        }
    }

    @Test("Indiana kept its clocks until 2006, when its neighbours had long changed theirs")
    func indiana() throws {
        let indiana = try #require(Zone("America/Indiana/Indianapolis"))
        let detroit = try #require(Zone("America/Detroit"))
        func isSkipped(_ date: String, _ zone: Zone) throws -> Bool {
            let day = try #require(LocalDate(date))
            let local = LocalDateTime(date: day, secondOfDay: 9_000)
            if case .never = zone.occurrence(of: local) { return true }
            return false
        }
        #expect(try isSkipped("2005-04-03", detroit))
        #expect(try !isSkipped("2005-04-03", indiana))
        #expect(try isSkipped("2006-04-02", detroit))
        #expect(try isSkipped("2006-04-02", indiana))
    }

    /// Zones beside those of offices change by half an hour, or skip a whole day.
    static let changes: [(zone: String, around: String)] =
        zones.flatMap { zone in
            [(zone.name, "2026-03-08T12:00:00Z"), (zone.name, "2026-11-01T12:00:00Z")]
        } + [
            ("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
            ("Australia/Lord_Howe", "2026-10-03T15:30:00Z"),
            ("Pacific/Apia", "2011-12-30T10:00:00Z"), ("Europe/London", "2026-10-25T01:00:00Z"),
        ]

    @Test("what the wall shows minute by minute is what is said of each time", arguments: changes)
    func everyMinute(zone: String, around: String) throws {
        let office = try #require(Zone(zone))
        let middle = try #require(Timestamp(around))
        var shown: [LocalDateTime: [Timestamp]] = [:]
        for minute in -2_880...2_880 {
            let instant = middle.advanced(by: .seconds(minute * 60))
            shown[office.local(instant), default: []].append(instant)
        }
        var local = office.local(middle.advanced(by: .seconds(-1_440 * 60)))
        let end = office.local(middle.advanced(by: .seconds(1_440 * 60)))
        while local < end {
            let instants = shown[local] ?? []
            switch office.occurrence(of: local) {
            case .once(let instant): #expect(instants == [instant], "\(local.text)")
            case .twice(let one, let two): #expect(instants == [one, two], "\(local.text)")
            case .never(let last, let next):
                #expect(instants.isEmpty, "\(local.text)")
                #expect(last < local && local < next, "\(local.text)")
                #expect(shown[last]?.count == 1 && shown[next]?.count == 1, "\(local.text)")
            }
            let minute = local.minuteOfDay + 1
            local = LocalDateTime(
                date: local.date.adding(days: minute / 1_440),
                secondOfDay: minute % 1_440 * 60
            )
        }
    }

    /// The first, second … Sunday of a month.
    private static func sunday(_ number: Int, of month: Int, _ year: Int) throws -> LocalDate {
        let first = try #require(LocalDate(year: year, month: month, day: 1))
        return first.adding(days: 6 - first.weekday.rawValue + 7 * (number - 1))
    }
}
