import Model
import Screen
import Testing

@testable import Desk

/// Keys that book and change tours: what they ask to be kept, and how many they are.
struct TourWritingTests {
    @Test("a tour is booked from a lead with two keys beside the words")
    func book() throws {
        var station = Station()
        let index = try #require(station.desk.leads.rows.firstIndex { $0.name != nil })
        let lead = station.desk.leads.rows[index]
        station.press(String(repeating: "j", count: index))
        station.forget()
        station.press("t")
        station.press("fri 3pm")
        #expect(station.screen.contains("Fri 27 Nov, 15:00–15:30"))
        station.press("<Ctrl-s>")
        guard case .bookTour(let rule)? = station.writes.first else {
            Issue.record("nothing was booked: \(station.screen)")
            return
        }
        #expect(rule.conversation == lead.id)
        #expect(rule.prospect.name == lead.name)
        let local = station.desk.zone(of: lead.property).local(rule.start)
        #expect(local.text == "2026-11-27T15:00:00")
        #expect(!rule.confirmed)
        station.press("<Alt-y>")
        #expect(station.writes.count == 1, "what is on its way is not sent twice")
    }

    @Test("a time that is not understood says what would be, and sends nothing")
    func notUnderstood() {
        var station = Station()
        station.press("t")
        station.press("whenever")
        station.press("<Ctrl-s>")
        #expect(station.writes.isEmpty)
        #expect(station.screen.contains("When? Try"))
    }

    @Test("a time that the clock shows twice is asked about, and either is a key away")
    func doubled() throws {
        for (key, offset) in [("<Ctrl-s>", 7), ("<Alt-y>", 8)] {
            var station = Station()
            station.press("4b")
            station.press("Sam")
            station.press("<Tab><Tab>")
            station.press("11/7 1:30am")
            station.forget()
            station.press("<Ctrl-s>")
            #expect(station.writes.isEmpty)
            #expect(station.screen.contains("The clock shows that time twice"))
            station.press(key)
            guard case .bookTour(let rule)? = station.writes.first else {
                Issue.record("\(key) books nothing: \(station.screen)")
                return
            }
            #expect(Zone.utc.local(rule.start).hour == 1 + offset, "\(key)")
        }
    }

    @Test("a tour's outcome takes two keys; what is to come has none")
    func outcome() throws {
        var station = Station()
        let past = try #require(
            station.desk.tours.page?.tours.first {
                $0.start < Office.now && $0.status == .scheduled
            }
        )
        station.press("4")
        station.desk.tours.select(.tour(past.id), rows: 10)
        station.forget()
        station.press("n")
        #expect(
            station.writes == [
                .setTourOutcome(
                    SetTourOutcome(tour: past.id, outcome: .noShow, seen: past.statusWord)
                )
            ]
        )
        let ahead = try #require(station.desk.tours.page?.tours.first { $0.start > Office.now })
        station.desk.tours.select(.tour(ahead.id), rows: 10)
        station.forget()
        station.press("n")
        #expect(station.writes.isEmpty)
        #expect(station.screen.contains("No tour is selected that has begun."))
    }

    @Test("a tour is cancelled with who wanted it and why")
    func cancel() throws {
        var station = Station()
        let tour = try #require(
            station.desk.tours.page?.tours.first {
                $0.start > Office.now && $0.status == .scheduled
            }
        )
        station.press("4")
        station.desk.tours.select(.tour(tour.id), rows: 10)
        station.press("x<Right><Tab>")
        station.press("found a place")
        station.press("<Ctrl-s>")
        #expect(
            station.writes.last
                == .setTourOutcome(
                    SetTourOutcome(
                        tour: tour.id,
                        outcome: .cancelled(by: .office, reason: "found a place"),
                        seen: tour.statusWord
                    )
                )
        )
    }

    @Test("another time takes back that the clock shows one twice; warnings are confirmed again")
    func otherTime() {
        var station = Station()
        station.press("4b")
        station.press("Sam<Tab><Tab>")
        station.press("11/7 1:30am<Ctrl-s><Ctrl-u>")
        station.press("fri 3pm")
        station.forget()
        station.press("<Alt-y>")
        guard case .bookTour(let rule)? = station.writes.first else {
            Issue.record("nothing was booked: \(station.screen)")
            return
        }
        #expect(rule.confirmed)
    }

    @Test("the hour that was chosen of two stays chosen while warnings are confirmed")
    func chosenHour() {
        var station = Station()
        station.press("4b")
        station.press("Sam<Tab><Tab>")
        station.press("11/7 1:30am<Ctrl-s>")
        station.forget()
        station.press("<Ctrl-s>")
        station.writes.last.map {
            station.send(.writeRefused($0, Refusal(.badValue, detail: "Nobody knows.")))
        }
        station.press("<Alt-y>")
        guard case .bookTour(let rule)? = station.writes.last else { return }
        #expect(station.writes.count == 2)
        #expect(rule.confirmed && Zone.utc.local(rule.start).hour == 8)
    }

    @Test("why a tour cannot be booked is said once, with its name")
    func saidOnce() {
        var station = Station(.busy())
        station.press("4b")
        station.press("Sam<Tab><Tab>")
        station.press("sun 3pm<Ctrl-s>")
        let words = "The office is closed on that day."
        #expect(station.screen.ranges(of: words).count == 1)
        station.writes.last.map {
            station.send(.writeRefused($0, Refusal(.badValue, detail: words)))
        }
        #expect(station.desk.form?.problem == words)
        #expect(station.screen.ranges(of: words).count == 1, "\(station.screen)")
    }
}
