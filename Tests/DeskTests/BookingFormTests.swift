import Model
import Screen
import Testing

@testable import Desk

@Suite("The form that books a tour")
struct BookingFormTests {
    /// The form opened from the calendar, at the field of the time.
    private func form(_ office: Office = .busy(), options: DeskOptions = DeskOptions()) -> Station {
        var station = Station(office, options: options)
        station.press("4b")
        station.press("Sam")
        station.press("<Tab><Tab>")
        return station
    }

    private func booked(_ station: Station) -> [BookTour] {
        station.effects.compactMap { effect in
            if case .write(.bookTour(let rule)) = effect { rule } else { nil }
        }
    }

    /// The bar of the agent's day, and what stands below it.
    private func bar(_ station: Station) throws -> (bar: String, names: String) {
        let lines = station.desk.view().lines
        let index = try #require(lines.firstIndex { $0.contains("─────") && $0.contains(" 24 ") })
        return (lines[index], lines[index + 1])
    }

    @Test("the agent's day is a bar with their tours, and with the wished one among them")
    func dayBar() throws {
        var station = form()
        station.press("tue 3pm")
        var (bar, names) = try self.bar(station)
        #expect(bar.contains("your Tue 24"))
        #expect(bar.contains("▇▇▇▇▇▇▇▇▇▇▇▇"), "nine to eleven")
        #expect(bar.contains("▒▒▒"))
        #expect(names.contains("Kim") && names.contains("here"))
        station.press("<Ctrl-u>")
        station.press("tue 10am")
        (bar, names) = try self.bar(station)
        #expect(bar.contains("✗✗✗"), "what clashes is seen without colour")
        #expect(!bar.contains("▒"))
    }

    @Test("the bar follows the agent who is chosen, a colleague or the team")
    func agents() throws {
        var station = form()
        station.press("tue 3pm<Tab><Tab><Tab><Tab>")
        #expect(try bar(station).bar.contains("your Tue 24"))
        for (key, words) in [("<Right>", "the team Tue 24"), ("<Right>", "Luis Tue 24")] {
            station.press(key)
            #expect(try bar(station).bar.contains(words))
        }
        station.forget()
        station.press("<Ctrl-s>")
        #expect(booked(station).map(\.manager) == [Office.luis])
        station.send(.replicaChanged)
        #expect(station.desk.form?.agent == Office.luis, "kept when read again")
    }

    @Test(
        "of what is no time nothing is said",
        arguments: ["nonsense", "tue 25:99", "😀", "tu", "tue", "2/30 3pm"]
    )
    func noTime(words: String) {
        var station = form()
        station.press(words)
        #expect(station.screen.contains("…"))
        #expect(!station.screen.contains("✓ free") && !station.screen.contains("reading"))
    }

    @Test("a day far off is free only once its own calendar is here, and is read with its year")
    func farOff() throws {
        var office = Office.busy()
        office.tours.append(
            Office.tour(90, "Far Away", "2027-04-12T14:00:00", minutes: 60)
        )
        var station = form(office)
        station.isAnswering = false
        station.press("4/12 14:00")
        #expect(station.screen.contains("Mon 12 Apr 2027, 14:00–14:30 PDT"))
        #expect(station.screen.contains("reading the calendar…"))
        #expect(!station.screen.contains("✓ free"))
        let day = try #require(LocalDate("2027-04-12"))
        #expect(station.desk.bookingQuery?.days.contains(day) == true)
        station.answerAll()
        #expect(station.screen.contains("Far Away"), "the calendar that is read is that day's")
        let form = try #require(station.desk.form)
        let offer = try #require(BookingCheck(form, station.desk)?.offers.first)
        #expect(offer.typed.contains("/2027 ") && offer.words.contains(" 2027 "))
        station.press("<Ctrl-u>jan 1 2030 2pm")
        #expect(station.screen.contains("Tue 1 Jan 2030, 14:00–14:30 PST"))
        station.press("<Ctrl-u>tue 3pm")
        #expect(station.screen.contains("Tue 24 Nov, 15:00–15:30 PST"))
        #expect(station.screen.contains("✓ free"))
    }

    @Test("+1h of a tour that is moved is an hour after it, and in 1 hour one from now")
    func moved() throws {
        var station = Station(.busy())
        station.press("4zAGkm")
        #expect(station.screen.contains("Zed · Fri 27 Nov 17:30"))
        #expect(station.screen.contains("+1h is an hour after its present time"))
        for (words, meaning) in [
            ("+1h", "Fri 27 Nov, 18:30–19:30"), ("+30m", "Fri 27 Nov, 18:00–19:00"),
            ("+1d", "Sat 28 Nov, 17:30–18:30"), ("in 1 hour", "Mon 23 Nov, 15:14–16:14"),
            ("now", "Mon 23 Nov, 14:14–15:14"),
        ] {
            station.press("<Ctrl-u>\(words)")
            #expect(station.screen.contains(meaning), "\(words): \(station.screen)")
        }
        station.press("<Ctrl-u>+1d")
        station.forget()
        station.press("<Alt-y>")
        guard case .moveTour(let rule)? = station.writes.first else {
            Issue.record("nothing was moved: \(station.screen)")
            return
        }
        #expect(Office.zone.local(rule.start).text == "2026-11-28T17:30:00")
    }

    @Test("free times are offered before one is typed, and each is a key away")
    func offers() throws {
        var station = form()
        #expect(station.screen.contains("next free:"))
        var taken: [String] = []
        for _ in 0..<4 {
            station.press("<Ctrl-n>")
            #expect(station.screen.contains("✓ free"))
            taken.append(try #require(station.desk.form?.text("when")))
        }
        #expect(Set(taken).count == 3 && taken[3] == taken[0], "\(taken)")
        station.press("x")
        #expect(station.desk.form?.offered.isEmpty == true)
    }

    @Test("a time in a zone that is not the terminal's own says both clocks")
    func zones() {
        var there = Station(.busy(), options: DeskOptions(zone: Zone("America/New_York")))
        there.press("4z")
        for (zone, words) in [
            ("America/New_York", "15:00–15:30 PST (18:00 EST on your clock)"),
            ("Asia/Tokyo", "(Wed 08:00 GMT+9 on your clock)"), ("America/Los_Angeles", "PST  "),
        ] {
            var station = form(options: DeskOptions(zone: Zone(zone)))
            station.press("tue 3pm")
            #expect(station.screen.contains(words), "\(zone): \(station.screen)")
        }
        #expect(there.screen.contains("times in PST"))
    }

    @Test("whom asked for a tour is booked with t, from any view that shows them")
    func request() throws {
        for key in ["W", "D", "A"] {
            var station = Station()
            station.press("4z\(key)^")
            let request = try #require(station.desk.selectedRequest)
            station.press("t")
            station.press("fri 3pm")
            station.forget()
            station.press("<Ctrl-s>")
            let rule = try #require(booked(station).first, "\(key)")
            #expect(rule.conversation == request.conversation)
            #expect(rule.prospect.name == "Jordan Pérez")
            #expect(rule.prospect.phone == "+1 510 555 0142", "from the card, though not in sight")
        }
        var station = Station()
        station.press("4t")
        #expect(station.screen.contains("No request is selected; b books for anybody."))
    }

    @Test("what is shown is written as a calendar, the day as a sheet, and where is said")
    func files() throws {
        var station = Station(.busy())
        station.press("4zE")
        guard case .keepFile(let name, let ending, let text)? = station.effects.last else {
            Issue.record("nothing was written")
            return
        }
        #expect(name == "foyer-tours-2026-11-23" && ending == "ics")
        #expect(text.components("BEGIN:VEVENT") == 18)
        station.press("P")
        guard case .keepFile(_, "txt", let sheet)? = station.effects.last else {
            Issue.record("nothing was printed")
            return
        }
        try expectGolden(sheet, "sheet-monday")
        #expect(
            sheet.split(separator: "\n").allSatisfy { DisplayText(outside: String($0)).width <= 80 }
        )
        station.send(.fileKept(path: "/home/dana/foyer-tours-2026-11-23.txt"))
        #expect(station.screen.contains("Written: /home/dana/foyer-tours-2026-11-23.txt"))
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
