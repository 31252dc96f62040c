import Foundation
import Testing

/// The calendar file that the built program writes, as other programs read it.
struct CalendarFileTests {
    /// A program that reads a calendar file and prints, for each event, UID, status, start in UTC
    /// and summary, tabs between, in the order of their UIDs.
    struct Reader: Sendable, CustomStringConvertible {
        var name: String
        var script: String

        var description: String { name }

        /// Whether python3 has the library here.
        var isHere: Bool {
            let run = try? Run("/usr/bin/env", ["python3", "-c", "import \(name)"])
            return run?.status == 0
        }

        static let all = [
            Reader(
                name: "icalendar",
                script: """
                    import sys, icalendar, datetime
                    c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
                    rows = [(str(e['UID']), str(e['STATUS']),
                        e.decoded('DTSTART').astimezone(datetime.timezone.utc).isoformat(),
                        str(e['SUMMARY'])) for e in c.walk('VEVENT')]
                    print('\\n'.join('\\t'.join(r) for r in sorted(rows)))
                    """
            ),
            Reader(
                name: "vobject",
                script: """
                    import sys, vobject, datetime
                    c = vobject.readOne(open(sys.argv[1], encoding='utf-8', newline=''))
                    rows = [(e.uid.value, e.status.value,
                        e.dtstart.value.astimezone(datetime.timezone.utc).isoformat(),
                        e.summary.value) for e in c.vevent_list]
                    print('\\n'.join('\\t'.join(r) for r in sorted(rows)))
                    """
            ),
        ]
    }

    private static let names = [
        "Avery Stone", "Zoë, \"Q\"; \\o/ : x", "王 美咲 " + String(repeating: "長い名前", count: 20),
        "Mallory\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil",
    ]

    private func calendar(_ scratch: Scratch) throws -> (path: String, expected: [String]) {
        let times = (0..<Self.names.count).map { number in
            Date(timeIntervalSinceNow: Double(number) * 86_400).formatted(
                .iso8601.year().month().day()
            ) + "T18:30:00Z"
        }
        let talks = zip(Self.names, times).map { name, time in
            SmallCompany.Talk(name: name, messages: ["Hello"], tour: time)
        }
        let folder = try SmallCompany(talks: talks).write(to: scratch, "csv")
        let database = scratch.file("hub.sqlite")
        _ = try Run.text(Programs.hub, "import", "--database", database, folder)
        let hub = try HubProcess(database: database)
        let profile = scratch.file("robin")
        try hub.enroll(SmallCompany.email, profile: profile)
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        let path = scratch.file("tours.ics")
        let words = try Run.text(Programs.foyer, "tours", "--ics", path, "--profile", profile)
        #expect(words.hasPrefix("4 tours are in "))
        let sheet = try Run.text(Programs.foyer, "tours", "--print", "--profile", profile)
        #expect(sheet.contains("Avery Stone") || sheet.contains("No tours."))
        return (path, times)
    }

    @Test("the file is written whole, and names of renters cannot break it")
    func written() throws {
        let scratch = try Scratch()
        let (path, _) = try calendar(scratch)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.ranges(of: "BEGIN:VEVENT\r\n").count == 4)
        #expect(!text.contains("\nUID:evil"))
        #expect(!text.contains("\r\nUID:evil"))
        #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 })
    }

    @Test(
        "independent readers find every tour at its time",
        .enabled(
            if: Reader.all.contains(where: \.isHere),
            "python3 has neither icalendar nor vobject here, so no other program reads the file"
        ),
        arguments: Reader.all
    )
    func readByOthers(reader: Reader) throws {
        guard reader.isHere else { return }
        let scratch = try Scratch()
        let (path, times) = try calendar(scratch)
        let script = try scratch.write(reader.script, to: "read.py")
        let rows = try Run.text("/usr/bin/env", "python3", script, path).split(separator: "\n")
            .map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.count == 4, "\(rows)")
        for (row, time) in zip(rows, times) {
            #expect(row[0].hasSuffix("@tours.foyer"))
            #expect(row[1] == "CONFIRMED")
            #expect(row[2].replacing("+00:00", with: "Z") == time)
        }
    }
}
