import Model
import Testing

@testable import Desk

@Suite("A calendar by the hour")
struct TimeGridTests {
    private func column(_ tours: [TourRow], lanes: Int = 4, selected: TourID? = nil) -> TimeColumn {
        TimeColumn(
            title: "",
            short: "",
            day: LocalDate(dayNumber: 0),
            hours: OfficeHours().day(LocalDate(dayNumber: 0)),
            tours: tours,
            slots: TimeSlots(covering: 540..<1_080, height: 36, around: 540),
            lanes: lanes,
            selected: selected
        )
    }

    @Test("rows are as fine as the height allows, and half an hour at most")
    func steps() {
        for (height, step, count) in [(120, 5, 108), (60, 10, 54), (36, 15, 36), (20, 30, 18)] {
            let slots = TimeSlots(covering: 540..<1_080, height: height, around: 600)
            #expect(slots.step == step && slots.count == count, "\(height)")
        }
    }

    @Test("where not all rows fit, the wished minute is in sight, wherever it lies")
    func window() {
        for minute in stride(from: 0, to: 1_440, by: 15) {
            let slots = TimeSlots(covering: 0..<1_440, height: 10, around: minute)
            #expect(slots.count == 10)
            #expect(slots.shown.contains(minute), "\(minute)")
            #expect(slots.whole.contains(slots.first))
        }
    }

    @Test("a tour takes as many rows as it lasts")
    func length() {
        for (minutes, rows) in [(15, 1), (30, 2), (60, 4), (90, 6), (0, 1), (50, 4)] {
            let tour = Office.tour(1, "A", "2026-11-23T10:00:00", minutes: minutes)
            #expect(column([tour]).blocks[0].rows.count == rows, "\(minutes) minutes")
        }
        let late = Office.tour(1, "A", "2026-11-23T23:30:00", minutes: 90)
        #expect(late.minutesOfDay == 1_410..<1_440, "what is after midnight is another day's")
    }

    @Test("tours that meet stand side by side, those that follow one another in one lane")
    func lanes() {
        let tours = [
            Office.tour(1, "A", "2026-11-23T10:00:00", minutes: 60),
            Office.tour(2, "B", "2026-11-23T10:30:00", minutes: 60),
            Office.tour(3, "C", "2026-11-23T11:00:00", minutes: 60),
            Office.tour(4, "D", "2026-11-23T13:00:00"),
        ]
        let blocks = column(tours).blocks
        #expect(blocks.map(\.lane) == [0, 1, 0, 0])
        #expect(blocks.map(\.lanes) == [2, 2, 2, 1])
        #expect(blocks.allSatisfy { !$0.isHidden })
    }

    @Test("what finds no lane is counted, and the selected one always finds one")
    func crowded() {
        let tours = (0..<5).map { Office.tour($0, "A", "2026-11-23T10:00:00") }
        let plain = column(tours, lanes: 2)
        #expect(plain.blocks(in: 4).shown.map(\.tour.id.low) == [0, 1])
        #expect(plain.blocks(in: 4).hidden == 3)
        let chosen = column(tours, lanes: 2, selected: tours[4].id)
        #expect(chosen.blocks(in: 4).shown.map(\.tour.id.low) == [0, 4])
        #expect(chosen.blocks(in: 4).hidden == 3)
    }

    @Test("no two tours that are shown stand in one place, whatever their times")
    func apart() {
        var chance = Chance(state: 7)
        for round in 0..<200 {
            let tours = (0..<UInt64(2 + chance.below(12))).map { number in
                let minute = 540 + chance.below(30) * 15
                let clock = "\(minute / 60 < 10 ? "0" : "")\(minute / 60)"
                let rest = "\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
                return Office.tour(
                    number,
                    "A",
                    "2026-11-23T\(clock):\(rest):00",
                    minutes: chance.below(8) * 15
                )
            }
            let column = column(tours, lanes: 3, selected: tours.last?.id)
            for row in 0..<36 {
                let lanes = column.blocks(in: row).shown.map(\.lane)
                #expect(Set(lanes).count == lanes.count, "round \(round), row \(row)")
                #expect(lanes.allSatisfy { $0 < 3 })
            }
            let selected = column.blocks.first { $0.tour.id == tours.last?.id }
            #expect(selected?.isHidden == false)
        }
    }

    @Test("of several offices the calendar is open when any is; a holiday closes them all")
    func hours() throws {
        func place(_ low: UInt64, _ open: Range<Int>?) -> PropertyName {
            PropertyName(
                id: PropertyID(high: 8, low: low),
                name: "",
                zone: Office.zone,
                hours: open.map { OpeningHours(week: Array(repeating: [$0], count: 7)) }
                    ?? .unknown
            )
        }
        let hours = OfficeHours([place(1, 540..<720), place(2, 660..<1_080), place(3, nil)])
        let monday = try #require(LocalDate("2026-11-23"))
        #expect(hours.span(of: [monday]) == 540..<1_080)
        #expect(
            [539, 540, 700, 1_079, 1_080].map { hours.day(monday).isOpen($0) } == [
                false, true, true, true, false,
            ]
        )
        let thanksgiving = monday.adding(days: 3)
        #expect(!hours.day(thanksgiving).isOpen(700))
        #expect(hours.day(thanksgiving).closing == "Thanksgiving")
        let unknown = OfficeHours([place(3, nil)]).day(monday)
        #expect(unknown.isOpen(0), "nobody knows that it is closed")
    }

    @Test("the marks of tours say what must be seen to")
    func marks() {
        let desk = Station(.busy()).desk
        let words = desk.tours.page?.tours.map { desk.mark(of: $0).words } ?? []
        #expect(Set(words).isSuperset(of: ["overlaps", "nobody's yet", "how did it go?"]))
    }
}
