import Model
import Testing

/// Northgate on Monday 23 November 2026 at 14:32, with Dana and Luis; open 9 to 18, Saturday 10 to
/// 16.
struct BookingTests {
    let desk = BookingDesk()

    @Test("a time in opening hours with nobody's tour in it is free")
    func free() throws {
        #expect(try desk.obstacles("2026-11-24 15:00") == [])
        #expect(try desk.obstacles("2026-11-24 09:00") == [])
        #expect(try desk.obstacles("2026-11-24 17:30") == [])
        #expect(try desk.obstacles("2026-11-24 15:00", manager: nil) == [])
    }

    @Test("a manager's other tour is in the way and named; another's, or none that holds, is not")
    func overlap() throws {
        var desk = desk
        let held = desk.add("2026-11-24 15:00", 30, desk.dana)
        desk.add("2026-11-24 16:00", 30, desk.luis)
        desk.add("2026-11-24 11:00", 30, desk.dana, .cancelled)
        desk.add("2026-11-24 11:00", 30, desk.dana, .noShow)
        desk.add("2026-11-24 11:00", 30, desk.dana, .completed)
        for start in ["2026-11-24 14:31", "2026-11-24 15:00", "2026-11-24 15:29"] {
            let found = try desk.obstacles(start)
            #expect(found == [.overlap(held)], "at \(start)")
            #expect(found.allSatisfy { $0.forbids })
        }
        #expect(try desk.obstacles("2026-11-24 16:00") == [])
        #expect(try desk.obstacles("2026-11-24 11:00") == [])
        // A tour at another property is the same person's.
        let away = desk.add("2026-11-24 12:00", 60, desk.dana, property: BookingDesk.southgate)
        #expect(try desk.obstacles("2026-11-24 12:30") == [.overlap(away)])
    }

    @Test("back to back is allowed without a buffer, and with one not")
    func buffer() throws {
        var desk = desk
        let held = desk.add("2026-11-24 15:00", 30, desk.dana)
        #expect(try desk.obstacles("2026-11-24 14:30") == [])
        #expect(try desk.obstacles("2026-11-24 15:30") == [])
        desk.bufferMinutes = 15
        let tooClose = BookingObstacle.tooClose(held, bufferMinutes: 15)
        for start in ["14:30", "14:16", "15:30", "15:44"] {
            #expect(try desk.obstacles("2026-11-24 \(start)") == [tooClose], "at \(start)")
        }
        #expect(tooClose.forbids)
        #expect(try desk.obstacles("2026-11-24 14:15") == [])
        #expect(try desk.obstacles("2026-11-24 15:45") == [])
    }

    @Test("a tour that is moved does not stand in its own way")
    func moving() throws {
        var desk = desk
        let held = desk.add("2026-11-24 15:00", 30, desk.dana)
        #expect(try desk.obstacles("2026-11-24 15:15") == [.overlap(held)])
        #expect(try desk.obstacles("2026-11-24 15:15", moving: held.id) == [])
        let team = desk.add("2026-11-24 10:00", 30, nil)
        desk.agents = [desk.dana]
        #expect(try desk.obstacles("2026-11-24 10:15", moving: team.id) == [])
        #expect(try desk.obstacles("2026-11-24 10:15").count == 1)
    }

    @Test("a status that nobody knows warns, and does not forbid")
    func unknownStatus() throws {
        var desk = desk
        let held = desk.add("2026-11-24 15:00", 30, desk.dana, .unknown("tentative"))
        let found = try desk.obstacles("2026-11-24 15:00")
        #expect(found == [.overlap(held)])
        #expect(!found.contains { $0.forbids })
    }

    @Test("outside the office's hours is closed, and says when it is open")
    func hours() throws {
        let weekday = BookingObstacle.closed(open: [540..<1_080])
        for start in ["2026-11-24 08:59", "2026-11-24 17:31", "2026-11-24 23:50"] {
            #expect(try desk.obstacles(start) == [weekday], "at \(start)")
        }
        #expect(weekday.forbids)
        let saturday = BookingObstacle.closed(open: [600..<960])
        #expect(try desk.obstacles("2026-11-28 09:30") == [saturday])
        #expect(try desk.obstacles("2026-11-29 12:00") == [.closed(open: [])])
    }

    @Test("hours that touch are one, a lunch break is none, and midnight is no wall")
    func brokenHours() throws {
        var desk = desk
        let lunch = [540..<720, 780..<1_080]
        let touching = [600..<720, 540..<600, 720..<1_440]
        desk.hours = OpeningHours(week: [lunch, lunch, touching, [0..<120], [], [], []])
        #expect(try desk.obstacles("2026-11-24 11:30") == [])
        #expect(try desk.obstacles("2026-11-24 11:45") == [.closed(open: lunch)])
        #expect(try desk.obstacles("2026-11-25 09:45") == [])
        #expect(try desk.obstacles("2026-11-25 23:30") == [])
        desk.holidays = Holidays(federal: [.thanksgiving: .open])
        #expect(try desk.obstacles("2026-11-25 23:45", minutes: 120) == [])
        #expect(try desk.obstacles("2026-11-25 23:45", minutes: 150).count == 1)
    }

    @Test("unknown hours are a warning that one may confirm")
    func unknownHours() throws {
        var desk = desk
        desk.hours = .unknown
        let found = try desk.obstacles("2026-11-24 21:00")
        #expect(found == [.hoursUnknown])
        #expect(!found.contains { $0.forbids })
    }

    @Test("Thanksgiving is closed for certain, Veterans Day perhaps")
    func holidays() throws {
        let certain = BookingObstacle.holiday(Closing(holiday: .thanksgiving, isCertain: true))
        #expect(try desk.obstacles("2026-11-26 15:00") == [certain])
        #expect(certain.forbids)
        let unsure = BookingObstacle.holiday(Closing(holiday: .veterans, isCertain: false))
        #expect(try desk.obstacles("2027-11-11 15:00") == [unsure])
        #expect(!unsure.forbids)
        #expect(
            try desk.obstacles("2027-11-11 20:00") == [unsure, .closed(open: [540..<1_080])]
        )
    }

    @Test("the past is refused, the present minute is not, and short notice warns")
    func late() throws {
        var desk = desk
        #expect(try desk.obstacles("2026-11-23 14:31") == [.past])
        #expect(BookingObstacle.past.forbids)
        #expect(try desk.obstacles("2026-11-23 14:32") == [])
        desk.noticeMinutes = 120
        let tooSoon = BookingObstacle.tooSoon(earliest: try desk.instant("2026-11-23 16:32"))
        #expect(try desk.obstacles("2026-11-23 14:32") == [tooSoon])
        #expect(try desk.obstacles("2026-11-23 16:31") == [tooSoon])
        #expect(!tooSoon.forbids)
        #expect(try desk.obstacles("2026-11-23 16:32") == [])
        #expect(try desk.obstacles("2026-11-23 14:31") == [.past])
    }

    @Test(
        "a tour lasts 5 to 480 minutes",
        arguments: [(4, true), (5, false), (480, false), (481, true), (-1, true), (Int.max, true)]
    )
    func duration(minutes: Int, isRefused: Bool) throws {
        let found = try desk.obstacles("2026-11-24 09:30", minutes: minutes)
        #expect(found == (isRefused ? [.duration(minutes: minutes)] : []))
        #expect(BookingObstacle.duration(minutes: minutes).forbids)
    }

    @Test("a time that the clock skips is refused, one that it shows twice asks which")
    func clockChange() throws {
        var desk = desk
        desk.hours = .unknown
        let skipped = try desk.obstacles("2027-03-14 02:30")
        #expect(
            skipped == [
                .skipped(
                    last: try desk.wall("2027-03-14 01:59"),
                    next: try desk.wall("2027-03-14 03:00")
                )
            ]
        )
        let earlier = try #require(Timestamp("2027-11-07T01:30:00-07:00"))
        let later = try #require(Timestamp("2027-11-07T01:30:00-08:00"))
        let twice = try desk.obstacles("2027-11-07 01:30")
        #expect(twice == [.shownTwice(earlier: earlier, later: later)])
        #expect((skipped + twice).allSatisfy { $0.forbids })
        for chosen in [earlier, later] {
            let slot = BookingSlot(start: .instant(chosen), minutes: 30, manager: desk.dana)
            #expect(desk.booking.obstacles(to: slot) == [.hoursUnknown])
        }
    }
}

// The team.
extension BookingTests {
    @Test("unassigned tours take agents too: as many at once as the property has")
    func team() throws {
        var desk = desk
        let first = desk.add("2026-11-24 15:00", 30, nil)
        #expect(try desk.obstacles("2026-11-24 15:15", manager: nil) == [])
        #expect(try desk.obstacles("2026-11-24 15:15") == [])
        let second = desk.add("2026-11-24 15:15", 30, nil)
        let full = BookingObstacle.nobodyFree(agents: 2, tours: [first, second])
        #expect(try desk.obstacles("2026-11-24 15:00", manager: nil) == [full])
        #expect(try desk.obstacles("2026-11-24 15:20") == [full])
        #expect(full.forbids)
        #expect(try desk.obstacles("2026-11-24 15:30", manager: nil) == [])
        // One of another property takes none of these.
        desk.add("2026-11-24 15:30", 30, nil, property: BookingDesk.southgate)
        desk.add("2026-11-24 15:30", 30, AgentID(high: 9, low: 9))
        #expect(try desk.obstacles("2026-11-24 15:30", manager: nil) == [])
    }

    @Test("who is busy in any part of an unassigned tour cannot give it, wherever they are")
    func busyInPart() throws {
        var desk = desk
        desk.add("2026-11-24 15:00", 30, desk.dana)
        desk.add("2026-11-24 15:30", 30, desk.luis, property: BookingDesk.southgate)
        let found = try desk.obstacles("2026-11-24 15:15", manager: nil)
        #expect(found == [.nobodyFree(agents: 2, tours: desk.tours)])
        #expect(try desk.obstacles("2026-11-24 14:30", manager: nil) == [])
    }

    @Test("an agent whom the chatbot booked twice is one agent")
    func doubleBooked() throws {
        var desk = desk
        desk.add("2026-11-24 15:00", 30, desk.dana)
        desk.add("2026-11-24 15:00", 30, desk.dana)
        #expect(try desk.obstacles("2026-11-24 15:00", manager: nil) == [])
        #expect(try desk.obstacles("2026-11-24 15:00", manager: desk.luis) == [])
    }

    @Test("unassigned tours one after another can be one agent's, the buffer kept")
    func oneAfterAnother() throws {
        var desk = desk
        desk.add("2026-11-24 14:30", 30, nil)
        desk.add("2026-11-24 15:30", 30, nil)
        desk.bufferMinutes = 30
        #expect(try desk.obstacles("2026-11-24 15:00", manager: nil) == [])
        desk.bufferMinutes = 45
        #expect(try desk.obstacles("2026-11-24 15:00", manager: nil).count == 1)
    }

    @Test("a property of which no agent is known has one, and an outsider takes nobody's place")
    func nobodyKnown() throws {
        var desk = desk
        desk.agents = []
        #expect(try desk.obstacles("2026-11-24 15:00", manager: nil) == [])
        let team = desk.add("2026-11-24 15:00", 30, nil)
        let full = BookingObstacle.nobodyFree(agents: 0, tours: [team])
        #expect(try desk.obstacles("2026-11-24 15:00", manager: nil) == [full])
        #expect(try desk.obstacles("2026-11-24 15:00", manager: desk.dana) == [])
    }

    @Test("tours booked by the rules never outnumber the agents at any minute", arguments: 0..<20)
    func neverTooMany(seed: UInt64) throws {
        var desk = desk
        var chance = Chance(seed: seed)
        desk.bufferMinutes = seed.isMultiple(of: 2) ? 0 : 10
        var booked = 0
        for _ in 0..<120 {
            let minute = Int.random(in: 540...1_050, using: &chance) / 5 * 5
            let manager = [desk.dana, desk.luis, nil][Int.random(in: 0...2, using: &chance)]
            let length = [5, 15, 30, 45, 90][Int.random(in: 0...4, using: &chance)]
            let local = LocalDateTime(
                date: try #require(LocalDate("2026-11-24")),
                secondOfDay: minute * 60
            )
            let slot = BookingSlot(start: .wall(local), minutes: length, manager: manager)
            guard desk.booking.obstacles(to: slot).isEmpty else { continue }
            desk.add(BookingDesk.zone.instant(local), length, manager)
            booked += 1
        }
        #expect(booked > 5)
        for minute in 0..<1_440 {
            let start = try desk.instant("2026-11-24 00:00").advanced(by: .seconds(minute * 60))
            let going = desk.tours.filter { $0.start <= start && start < $0.end }
            #expect(going.count <= 2, "seed \(seed), minute \(minute)")
            #expect(Set(going.compactMap(\.manager)).count == going.compactMap(\.manager).count)
        }
    }
}
