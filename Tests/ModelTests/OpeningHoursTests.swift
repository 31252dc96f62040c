import Model
import Testing

@Suite struct OpeningHoursTests {
    @Test(
        "the shapes that platforms write mean the same hours",
        arguments: [
            #"{"mon": ["09:00", "18:00"], "sat": ["10:00", "16:00"], "sun": null}"#,
            #"{"monday": {"open": "9:00", "close": "18:00"}, "sat": ["10", "4pm"]}"#,
            #""Mon 9am-6pm; Sat 10-4""#,
            #"[{"day": "Monday", "hours": "9:00 AM - 6:00 PM"}, {"day": "Sat", "hours": "10–4"}]"#,
            #"{"mon": "9am-6pm", "sat": "10:00-16:00", "sunday": {"closed": true}}"#,
        ]
    )
    func shapes(_ json: String) {
        let hours = OpeningHours.parse(json)
        #expect(hours.isKnown)
        #expect(hours.week[0] == [540..<1_080])
        #expect(hours.week[5] == [600..<960])
        #expect(hours.week[6].isEmpty)
    }

    @Test(
        "what cannot be understood as a whole is unknown, never half",
        arguments: [
            nil, "", "null", "{}", "[]", "7", #"{"mon": ["09:00"]}"#,
            #"{"someday": ["09:00", "18:00"]}"#,
            #"{"mon": ["18:00", "09:00 o'clock"]}"#,
            #"{"mon": ["09:00", "18:00"], "tue": "by appointment"}"#,
            #"{"mon": ["25:00", "26:00"]}"#,
        ]
    )
    func unknown(_ json: String?) {
        #expect(!OpeningHours.parse(json).isKnown)
    }

    @Test("waiting counts open hours only, over nights, weekends and a clock change")
    func openTime() throws {
        let hours = OpeningHours.parse(#""Mon-Fri 9am-6pm; Sat 10-4""#)
        let zone = try #require(Zone("America/Los_Angeles"))
        func wait(_ from: String, _ to: String) throws -> Duration {
            hours.openTime(
                from: zone.instant(try local(from)),
                to: zone.instant(try local(to)),
                in: zone
            )
        }
        #expect(try wait("2026-11-23T10:00:00", "2026-11-23T10:12:00") == .seconds(720))
        #expect(try wait("2026-11-23T17:50:00", "2026-11-24T09:05:00") == .seconds(900))
        #expect(try wait("2026-11-27T17:00:00", "2026-11-30T10:00:00") == .seconds(8 * 3_600))
        #expect(try wait("2026-03-07T15:00:00", "2026-03-09T10:00:00") == .seconds(2 * 3_600))
        #expect(try wait("2026-11-23T20:00:00", "2026-11-23T23:00:00") == .zero)
        #expect(try wait("2026-11-23T12:00:00", "2026-11-23T11:00:00") == .zero)
    }

    @Test("no length of waiting costs more than 60 days to count")
    func longAgo() {
        let open = OpeningHours.unknown
        let start = Timestamp(microseconds: -9_000_000_000_000_000)
        let end = Timestamp(microseconds: 9_000_000_000_000_000)
        #expect(open.openTime(from: start, to: end, in: .utc) >= .seconds(59 * 86_400))
    }

    private func local(_ text: String) throws -> LocalDateTime {
        Zone.utc.local(try #require(Timestamp(text)))
    }
}
