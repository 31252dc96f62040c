import Model
import Screen
import Testing

@testable import Desk

/// What somebody who looks after a terminal is shown of it.
struct StatusTests {
    private static func report() -> StatusReport {
        var report = StatusReport(
            hub: "https://hub.homes.example:8700",
            profile: "/home/dana/.local/share/foyer",
            versions: .init(wire: 1, schema: "5f0c1e22ab90", replica: 5, engine: "3.40.1")
        )
        report.bytes = 91 << 20
        report.rows = [
            .init(name: "conversation", count: 4_411), .init(name: "message", count: 61_204),
            .init(name: "tasks", count: 412), .init(name: "tours", count: 1_920),
            .init(name: "user", count: 4_200),
        ]
        report.waiting = [
            .init(name: "answer a question", count: 2), .init(name: "book a tour", count: 1),
        ]
        report.oldest = Office.ago(12)
        report.sent = 48
        report.writes = [
            .init(at: Office.ago(12), kind: "book a tour", outcome: "waits"),
            .init(at: Office.ago(90), kind: "add a note", outcome: "sent"),
        ]
        report.link = Self.link
        return report
    }

    private static let link: LinkLog = {
        var link = LinkLog()
        _ = link.stand(.offline, "the hub does not answer", at: Office.ago(301))
        _ = link.stand(.live, at: Office.ago(300))
        link.changed = Office.ago(1)
        link.clockAhead = 0
        link.add(
            .init(
                at: Office.ago(2),
                name: "changes",
                milliseconds: 21_004,
                status: 200,
                asksForChanges: true,
                waits: true
            )
        )
        link.add(.init(at: Office.ago(1), name: "mutations", milliseconds: 14, status: 200))
        return link
    }()

    private func words(_ change: (inout StatusReport) -> Void = { _ in }) -> [StatusWords.Line] {
        var report = Self.report()
        change(&report)
        return StatusWords(report, now: Office.now, zone: Office.zone).blocks.flatMap { $0 }
    }

    private func text(_ label: String, _ lines: [StatusWords.Line]) -> String? {
        lines.first { $0.label == label }?.text
    }

    @Test("a terminal that does well says so first, and then everything in numbers and times")
    func well() {
        let lines = words()
        #expect(lines.first == StatusWords.Line(label: "to do", text: "nothing; all is well"))
        #expect(text("link", lines) == "live since 09:14")
        #expect(text("cursor", lines) == "14:12, 2m ago")
        #expect(text("last change", lines) == "14:13, 1m ago")
        #expect(text("clock", lines) == "as the hub’s")
        #expect(text("last errors", lines) == "09:13  the hub does not answer")
        #expect(text("last answers", lines) == "14:13  mutations  200  14 ms")
        #expect(text("waiting", lines) == "2 answer a question, 1 book a tour")
        #expect(text("oldest", lines) == "14:02, 12m ago")
        #expect(text("sent", lines) == "48")
        #expect(text("last writes", lines) == "14:02  book a tour: waits")
        #expect(text("replica", lines) == "91 MiB, 72,147 rows")
        let versions = "protocol 1, schema 5f0c1e22ab90, replica 5, SQLite 3.40.1"
        #expect(text("versions", lines) == versions)
    }

    @Test("what is wrong stands first, with what to do about it")
    func wrong() {
        let cases: [((inout StatusReport) -> Void, String)] = [
            ({ _ = $0.link.stand(.offline, "no answer", at: Office.now) }, "check the network"),
            ({ _ = $0.link.stand(.refused, "revoked", at: Office.now) }, "foyer enroll"),
            ({ $0.link.clockAhead = -180 }, "This clock is 180 s behind the hub’s: set it"),
            ({ $0.link.clockAhead = 45 }, "45 s ahead of the hub’s"),
            ({ $0.attention = 2 }, "2 writes refused: 7 on the desk"),
            ({ $0.oldest = Office.ago(61) }, "Writes wait since 13:13"),
        ]
        for (change, words) in cases {
            let first = self.words(change)[0]
            #expect(first.label == "to do")
            #expect(first.text.contains(words), "\(first.text)")
            #expect(first.isProblem)
        }
    }

    @Test("troubles and calls are kept to a few, and the same trouble once, with its last time")
    func bounds() {
        var log = LinkLog()
        for number in 0..<100 {
            log.add("trouble \(number)", at: Office.ago(100 - number))
            log.add("the same", at: Office.ago(100 - number))
            log.add(.init(at: Office.now, name: "changes", milliseconds: 1, status: nil))
        }
        #expect(log.troubles.count == LinkLog.most)
        #expect(log.calls.count == LinkLog.most)
        #expect(log.troubles.first == .init(at: Office.ago(1), words: "the same"))
        #expect(log.troubles.count { $0.words == "the same" } == 1)
        #expect(log.answered == nil && log.followed == nil)
    }

    @Test("the view asks when it is opened and when something changes, and only while it is seen")
    func asks() {
        func count(_ station: Station) -> Int { station.effects.count { $0 == .lookAtStatus } }
        var station = Station()
        station.send(.minuteTurned(now: Office.now))
        #expect(count(station) == 0)
        station.press("8")
        #expect(count(station) == 1)
        #expect(station.screen.contains("Looking…"))
        station.send(.statusKnown(Self.report()))
        #expect(count(station) == 1)
        #expect(station.screen.contains("nothing; all is well"))
        station.send(.freshnessChanged(.catchingUp))
        station.send(.outboxChanged(OutboxSummary(waiting: 1)))
        station.send(.minuteTurned(now: Office.now))
        #expect(count(station) == 4)
        station.press("q")
        station.send(.minuteTurned(now: Office.now))
        #expect(count(station) == 4)
        #expect(station.screen.contains("1 Leads"))
    }

    @Test("the view names where the agent may write, and where only read")
    func access() {
        var office = Office.northgate(properties: 3)
        var station = Station(office, height: 60)
        station.press("8")
        station.send(.statusKnown(Self.report()))
        #expect(station.screen.contains("may write at  Northgate"))
        #expect(!station.screen.contains("may read at"))
        office.overview.access = .everywhere(but: [Office.property])
        station.office = office
        station.send(.replicaChanged)
        #expect(station.screen.contains("may read at   Northgate"))
        office.overview.access = .only([])
        station.office = office
        station.send(.replicaChanged)
        #expect(station.screen.contains("may write at  no property"))
    }

    @Test("a locked desk looks at nothing, and at all again once it is open")
    func locked() {
        var station = Station()
        station.press("8")
        station.send(.lockKnown(hasPIN: true, isAtStart: true))
        station.forget()
        station.send(.minuteTurned(now: Office.now))
        #expect(!station.effects.contains(.lookAtStatus))
        station.send(.lockAnswered(.right))
        #expect(station.effects.contains(.lookAtStatus))
    }

    @Test("who hears the desk hears every line of it")
    func heard() {
        var station = Station(options: DeskOptions(isLinear: true))
        var reader = LinearReader()
        _ = reader.read(station.desk)
        station.press("8")
        station.send(.statusKnown(Self.report()))
        let said = reader.read(station.desk)?.lines.map(\.string) ?? []
        #expect(said.contains { $0.contains("This terminal") })
        #expect(said.contains { $0.contains("nothing; all is well") })
        #expect(said.contains { $0.contains("SQLite 3.40.1") })
    }

    @Test("the view looks as recorded", arguments: [(60, 16), (80, 24), (132, 36), (200, 50)])
    func looks(width: Int, height: Int) throws {
        var station = Station(.northgate(properties: 3), width: width, height: height)
        station.press("8")
        var report = Self.report()
        report.attention = 1
        station.send(.statusKnown(report))
        try expectView(station, "status")
        station.press("G")
        try expectView(station, "status-end")
    }
}
