import Model
import Testing

@Suite struct ZoneTests {
    @Test("a property's zone is guessed from its state and zip")
    func guesses() {
        #expect(Zone.guess(state: "CA", zip: "94501").name == "America/Los_Angeles")
        #expect(Zone.guess(state: "arizona", zip: "85001").name == "America/Phoenix")
        #expect(Zone.guess(state: "HI", zip: "96801").name == "Pacific/Honolulu")
        #expect(Zone.guess(state: "TX", zip: "79901").name == "America/Denver")
        #expect(Zone.guess(state: "FL", zip: "32501").name == "America/Chicago")
        #expect(Zone.guess(state: "Atlantis", zip: "").name == "UTC")
    }

    @Test("a zone is named as in the United States, summer and winter, whatever the locale")
    func abbreviations() throws {
        let winter = try #require(Timestamp("2026-01-15T12:00:00Z"))
        let summer = try #require(Timestamp("2026-07-15T12:00:00Z"))
        for (name, words) in [
            ("America/Los_Angeles", ["PST", "PDT"]), ("America/New_York", ["EST", "EDT"]),
            ("America/Phoenix", ["MST", "MST"]), ("Pacific/Honolulu", ["HST", "HST"]),
        ] {
            let zone = try #require(Zone(name))
            #expect([winter, summer].map(zone.abbreviation) == words, "\(name)")
        }
        #expect(Zone.utc.abbreviation(at: summer) == "UTC")
    }

    @Test(
        "wall time and instant agree through a year in every US zone",
        arguments: [
            "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
            "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
        ]
    )
    func roundTrip(_ name: String) throws {
        let zone = try #require(Zone(name))
        var instant = try #require(Timestamp("2026-01-01T00:07:00Z"))
        for _ in 0..<(366 * 24) {
            let back = zone.instant(zone.local(instant))
            // In the hour that a clock shows twice, the earlier instant is meant.
            #expect(back == instant || back == instant.advanced(by: .seconds(-3_600)))
            instant = instant.advanced(by: .seconds(3_600))
        }
    }

    @Test("a time that the clock skips is the first instant after it")
    func gap() throws {
        let zone = try #require(Zone("America/Los_Angeles"))
        let date = try #require(LocalDate("2026-03-08"))
        let skipped = zone.instant(LocalDateTime(date: date, secondOfDay: 2 * 3_600 + 1_800))
        #expect(zone.local(skipped).hour == 3)
    }
}
