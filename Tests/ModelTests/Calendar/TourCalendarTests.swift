import Foundation
import Testing

@testable import Model

@Suite("Tours as iCalendar")
struct TourCalendarTests {
    private let now = Timestamp("2026-11-23T22:14:00Z") ?? Timestamp(microseconds: 0)

    private func tour(
        _ number: UInt64 = 1,
        at start: String = "2026-11-24T18:30:00Z",
        zone: String = "America/Los_Angeles",
        who: String = "Jordan Pérez",
        status: TourStatus = .scheduled
    ) throws -> CalendarTour {
        CalendarTour(
            id: TourID(high: 5, low: number),
            start: try #require(Timestamp(start)),
            minutes: 30,
            zone: try #require(Zone(zone)),
            prospect: who,
            propertyName: "Northgate, Building; A",
            unit: "312",
            status: status,
            managerName: "Dana W.",
            revision: 2
        )
    }

    private func text(_ tours: CalendarTour...) -> String {
        TourCalendar(tours, name: "Tours", now: now).text
    }

    /// The content lines, unfolded as the standard says: by octets, not by what a person calls a
    /// character.
    private func lines(_ text: String) -> [String] {
        let octets = Array(text.utf8)
        var lines: [String] = []
        for line in octets.split(separator: UInt8(ascii: "\n")) {
            var line = Array(line)
            #expect(line.last == UInt8(ascii: "\r"))
            line.removeLast()
            if line.first == UInt8(ascii: " "), let last = lines.popLast() {
                lines.append(last + String(decoding: line.dropFirst(), as: UTF8.self))
            } else {
                lines.append(String(decoding: line, as: UTF8.self))
            }
        }
        return lines
    }

    @Test("a tour is an event with a lasting UID, its revision, and its property's own time")
    func event() throws {
        let lines = try lines(text(tour()))
        for line in [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Foyer//Tours//EN",
            "UID:00000000-0000-0005-0000-000000000001@tours.foyer", "DTSTAMP:20261123T221400Z",
            "SEQUENCE:2", "DTSTART;TZID=America/Los_Angeles:20261124T103000",
            "DTEND;TZID=America/Los_Angeles:20261124T110000", "SUMMARY:Tour: Jordan Pérez",
            "LOCATION:Northgate\\, Building\\; A",
            "DESCRIPTION:unit 312\\nin person\\nagent: Dana W.", "STATUS:CONFIRMED",
        ] {
            #expect(lines.contains(line), "\(line) in \(lines)")
        }
        #expect(try self.lines(text(tour(status: .cancelled))).contains("STATUS:CANCELLED"))
    }

    @Test("every zone is told with the changes of its clocks, one without any too")
    func zones() throws {
        let text = try text(
            tour(1),
            tour(2, zone: "America/Phoenix"),
            tour(3, at: "2027-06-01T18:00:00Z"),
            tour(4, zone: "UTC")
        )
        let lines = lines(text)
        #expect(
            lines.filter { $0.hasPrefix("TZID:") } == [
                "TZID:America/Los_Angeles", "TZID:America/Phoenix",
            ]
        )
        let spring = try #require(lines.firstIndex(of: "DTSTART:20270314T020000"))
        #expect(
            lines[(spring - 1)...(spring + 4)] == [
                "BEGIN:DAYLIGHT", "DTSTART:20270314T020000", "TZOFFSETFROM:-0800",
                "TZOFFSETTO:-0700", "TZNAME:PDT", "END:DAYLIGHT",
            ]
        )
        #expect(lines.contains("DTSTART:20261101T020000"), "the change of autumn, as the wall was")
        #expect(lines.contains("TZNAME:MST"))
        #expect(lines.contains("DTSTART:20261124T183000Z"), "UTC needs no zone")
        #expect(
            lines.filter { $0.hasPrefix("BEGIN:") }.count
                == lines.filter { $0.hasPrefix("END:") }.count
        )
    }

    @Test("a time that the clock shows twice is told in UTC, which is one of them alone")
    func doubled() throws {
        let lines = try lines(text(tour(at: "2026-11-01T09:30:00Z")))
        #expect(lines.contains("DTSTART:20261101T093000Z"))
        #expect(lines.contains("DTEND:20261101T100000Z"), "in the same form")
    }

    @Test("no line is longer than 75 octets, and folding takes nothing away")
    func folding() throws {
        for who in [
            String(repeating: "x", count: 200), String(repeating: "王", count: 120),
            String(repeating: "👩‍👩‍👧‍👦", count: 30), "a" + String(repeating: "é", count: 90),
        ] {
            let text = try text(tour(who: who))
            for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
                #expect(line.count <= 76, "with its CR")
            }
            #expect(lines(text).contains("SUMMARY:Tour: \(who)"))
            #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        }
    }

    @Test("no hostile text begins a line, ends an event or keeps a control character")
    func hostile() throws {
        let names = [
            "A\r\nEND:VEVENT\r\nBEGIN:VALARM", "B\nATTENDEE:mailto:x@y", "C\u{2028}X:1\u{85}Y:2",
            "D\\;,\\n", "E\u{0}\u{1B}[31m\u{7F}\u{202E}", "\u{FEFF}F", ":;,\"'\\",
            String(repeating: "\u{301}", count: 4_000), "\r\r\n\n", "\u{0B}\u{0C}",
        ]
        let plain = try lines(text(tour())).count
        for name in names {
            let text = try text(tour(who: name))
            #expect(lines(text).count == plain, "\(name.debugDescription)")
            let bad = text.unicodeScalars.filter {
                $0.properties.generalCategory == .control && $0 != "\r" && $0 != "\n"
            }
            #expect(bad.isEmpty, "\(name.debugDescription)")
            #expect(text.utf8.count < 4_000)
        }
        #expect(CalendarLines.escaped("a,b;c\\d\r\ne") == "a\\,b\\;c\\\\d\\ne")
    }

    @Test("a calendar without tours is whole, and equal tours give equal text")
    func stable() throws {
        #expect(lines(text()).first == "BEGIN:VCALENDAR")
        #expect(lines(text()).last == "END:VCALENDAR")
        #expect(try text(tour()) == text(tour()))
    }
}
