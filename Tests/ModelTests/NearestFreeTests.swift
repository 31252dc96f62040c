import Model
import Testing

struct NearestFreeTests {
    let desk = BookingDesk()

    @Test("a slot that is taken offers the nearest of its day, none overlapping another")
    func sameDay() throws {
        var desk = desk
        desk.add("2026-11-25 10:00", 30, desk.dana)
        let offers = try desk.nearest("2026-11-25 10:00")
        #expect(offers == ["2026-11-25 09:30", "2026-11-25 10:30", "2026-11-25 11:00"])
        desk.add("2026-11-25 09:00", 60, desk.dana)
        desk.add("2026-11-25 10:45", 30, desk.dana)
        #expect(
            try desk.nearest("2026-11-25 10:00") == [
                "2026-11-25 11:15", "2026-11-25 11:45", "2026-11-25 12:15",
            ]
        )
    }

    @Test("a holiday offers the same time of the days around it, and the first after it")
    func holiday() throws {
        #expect(
            try desk.nearest("2026-11-26 15:00") == [
                "2026-11-25 15:00", "2026-11-27 09:00", "2026-11-27 15:00",
            ]
        )
    }

    @Test("nothing is offered in the past, too soon, out of hours or on days not known")
    func limits() throws {
        var desk = desk
        desk.noticeMinutes = 60
        #expect(
            try desk.nearest("2026-11-23 12:00") == [
                "2026-11-23 15:45", "2026-11-23 16:15", "2026-11-23 16:45",
            ]
        )
        // 17:30 is the last of the day.
        #expect(
            try desk.nearest("2026-11-24 19:00") == [
                "2026-11-24 16:30", "2026-11-24 17:00", "2026-11-24 17:30",
            ]
        )
        let thursday = try #require(LocalDate("2026-11-26"))
        #expect(try desk.nearest("2026-11-26 15:00", within: thursday...thursday) == [])
        #expect(try desk.nearest("2026-11-24 15:00", minutes: 0) == [])
    }

    @Test("a day that is all taken offers other days")
    func fullDay() throws {
        var desk = desk
        desk.add("2026-11-24 09:00", 540, desk.dana)
        #expect(
            try desk.nearest("2026-11-24 15:00") == [
                "2026-11-23 15:00", "2026-11-25 09:00", "2026-11-25 15:00",
            ]
        )
    }

    @Test("a wish outside of the days that are known is offered times of these, or none")
    func outside() throws {
        var desk = desk
        let tuesday = try #require(LocalDate("2026-11-24"))
        let known = tuesday...tuesday.adding(days: 1)
        #expect(
            try desk.nearest("2026-11-20 15:00", within: known) == [
                "2026-11-24 09:00", "2026-11-24 15:00", "2026-11-25 15:00",
            ]
        )
        #expect(
            try desk.nearest("2026-12-20 15:00", within: known) == [
                "2026-11-24 15:00", "2026-11-25 15:00",
            ]
        )
        desk.add("2026-11-24 09:00", 540, desk.dana)
        desk.add("2026-11-25 09:00", 540, desk.dana)
        #expect(try desk.nearest("2026-11-20 15:00", within: known) == [])
        #expect(try desk.nearest("2026-11-24 15:00", within: known) == [])
        #expect(try desk.nearest("2026-12-20 15:00", within: known) == [])
    }

    @Test("where nobody knows the hours, the usual ones are offered")
    func unknownHours() throws {
        var desk = desk
        desk.hours = .unknown
        desk.add("2026-11-24 17:00", 120, desk.dana)
        #expect(
            try desk.nearest("2026-11-24 18:00") == [
                "2026-11-24 15:30", "2026-11-24 16:00", "2026-11-24 16:30",
            ]
        )
    }

    @Test("a time that the clock skips offers the times after it")
    func gap() throws {
        var desk = desk
        desk.hours = OpeningHours(week: Array(repeating: [0..<360], count: 7))
        let sunday = try #require(LocalDate("2027-03-14"))
        #expect(
            try desk.nearest("2027-03-14 02:30", within: sunday...sunday) == [
                "2027-03-14 03:00", "2027-03-14 03:30", "2027-03-14 04:00",
            ]
        )
    }

    @Test("what is offered is free, in order, apart and at most three", arguments: 0..<40)
    func offers(seed: UInt64) throws {
        var desk = desk
        var chance = Chance(seed: seed)
        desk.bufferMinutes = [0, 10, 15][Int.random(in: 0...2, using: &chance)]
        let first = try #require(LocalDate("2026-11-23"))
        for _ in 0..<60 {
            let date = first.adding(days: Int.random(in: 0...7, using: &chance))
            let second = Int.random(in: 108...216, using: &chance) * 300
            let start = BookingDesk.zone.instant(LocalDateTime(date: date, secondOfDay: second))
            let manager = [desk.dana, desk.luis, nil][Int.random(in: 0...2, using: &chance)]
            desk.add(start, Int.random(in: 1...12, using: &chance) * 10, manager)
        }
        let wish = LocalDateTime(
            date: first.adding(days: Int.random(in: 0...7, using: &chance)),
            secondOfDay: Int.random(in: 0..<288, using: &chance) * 300
        )
        let days = first...first.adding(days: 7)
        for manager in [desk.dana, nil] {
            let slot = BookingSlot(start: .wall(wish), minutes: 30, manager: manager)
            let offers = desk.booking.nearestFree(to: slot, within: days)
            #expect(offers.count <= Booking.mostOffers && offers == offers.sorted())
            for (index, offer) in offers.enumerated() {
                var free = slot
                free.start = .instant(offer)
                #expect(desk.booking.obstacles(to: free) == [], "seed \(seed)")
                #expect(days.contains(BookingDesk.zone.local(offer).date))
                guard index > 0 else { continue }
                #expect(offer.since(offers[index - 1]) >= .seconds(1_800))
            }
        }
    }
}
