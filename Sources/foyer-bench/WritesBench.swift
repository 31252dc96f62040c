import ArgumentParser
import Foundation
import Model
import Replica
import Wire

/// `foyer-bench writes`.
struct WritesBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writes",
        abstract: "A key that writes until it is on the screen, and a month's writes going out.",
        discussion: """
            Key: the built desk on a pseudo-terminal, its hub away; from pressing the key that \
            claims a lead, or releases it, until the last byte of what that changes on the \
            screen. It is on the disk by then (synchronous=FULL), twice: in the outbox and in its \
            journal. The baseline is one row as long, committed by plain SQLite with \
            synchronous=FULL and a rollback journal, in the same directory.

            Going out: notes that wait in the outbox, until foyer sync --once has sent them to a \
            foyer-hub on loopback and has their rows back. The baseline is the same rows put into \
            a table like the hub's by plain INSERTs: in one transaction, and in one each, as the \
            hub decides on each.
            """
    )

    @Option(help: "How many messages the world has, about.")
    var messages = 100_000

    @Option(help: "How many keys are pressed.")
    var keys = 400

    @Option(help: "How many writes wait.")
    var waiting = 10_000

    func run() async throws {
        let bench = try await Workbench(messages: messages)
        try await bench.enroll()
        let commits = try PlainCommits(beside: bench.directory)
        let plain = try commits.times(keys)
        let pressed = try Self.press(keys, bench)
        var report = Report("milliseconds", "median", "99 % within", "median is")
        report.add(
            "a commit of plain SQLite, FULL",
            plain.median.text(),
            (plain.quantile(0.99) ?? .nan).text(),
            "1.0"
        )
        report.add(
            "a key that writes, until it is on the screen",
            pressed.median.text(),
            (pressed.quantile(0.99) ?? .nan).text(),
            (pressed.median / plain.median).text(1)
        )
        report.show()
        print("")
        try await goOut(bench)
    }

    /// How long each of so many keys takes, in milliseconds.
    private static func press(_ keys: Int, _ bench: Workbench) throws -> [Double] {
        let desk = try DeskProcess(profile: bench.profile, columns: 160, lines: 48)
        _ = try desk.read(silence: .seconds(1))
        return try (0..<keys).map { _ in
            let begin = ContinuousClock.now
            desk.press("c")
            guard try desk.next(within: .seconds(5)) != nil else {
                throw Complaint("a key that writes changed nothing on the screen")
            }
            let first = ContinuousClock.now
            let end = try desk.read(silence: .milliseconds(40)).last ?? first
            return (end - begin).milliseconds
        }
    }

    private func goOut(_ bench: Workbench) async throws {
        let outbox = WaitingNotes(bench)
        let hub = try HubProgram(database: bench.database, connections: 16)
        try outbox.readdress(to: hub.port)
        // What the keys wrote goes first.
        try Sibling.run("foyer", ["sync", "--once", "--profile", bench.profile])
        let rows = try await outbox.keep(waiting)
        let begin = ContinuousClock.now
        try Sibling.run("foyer", ["sync", "--once", "--profile", bench.profile])
        let seconds = (ContinuousClock.now - begin).seconds
        try outbox.requireDone(waiting)
        let commits = try PlainCommits(beside: bench.directory)
        let together = try commits.insert(rows, isEach: false)
        let each = try commits.insert(rows, isEach: true)
        var report = Report("\(waiting.grouped) writes", "seconds", "writes/s", "going out is")
        for (name, time) in [
            ("going out to a hub, and back", seconds),
            ("plain INSERT, a transaction each", each),
            ("plain INSERT, one transaction", together),
        ] {
            let pace = Int(Double(waiting) / time).grouped
            report.add(name, time.text(), pace, (seconds / time).text(1))
        }
        report.show()
    }
}
