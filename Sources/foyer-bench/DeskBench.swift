import ArgumentParser
import Foundation
import Model
import Replica

/// `foyer-bench desk`.
struct DeskBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "The built desk on a pseudo-terminal, with few messages and with many.",
        discussion: """
            First frame: from starting the process until the newest lead's line is on the \
            terminal. Key to frame: from writing a key until the first byte of what it changes. \
            The hub is away, as on a morning without a network. Idle: bytes of ten seconds in \
            which nobody presses anything, the turn of the header's minute apart.

            Then the same desk at 120x40 beside tig, weechat, aerc, visidata and neomutt as Debian \
            installs them, those that are here: apt-get install tig weechat-curses aerc visidata \
            neomutt. All are read through the same pseudo-terminal, in the same run.
            """
    )

    @Option(help: "How many messages the large world has, about.")
    var messages = 1_000_000

    @Option(help: "How many messages the small world has: the baseline.")
    var baseline = 1_000

    @Option(help: "How often the desk is started; the medians are shown.")
    var starts = 15

    @Option(help: "How many keys are pressed.")
    var keys = 400

    @Flag(help: "Only the table with the other programs.")
    var rivals = false

    func run() async throws {
        if !rivals { try await compareSizes() }
        try await compareRivals()
    }

    /// The desk with many messages beside itself with few.
    private func compareSizes() async throws {
        let small = try await measured(baseline)
        let large = try await measured(messages)
        var report = Report(
            "160x48",
            "\(baseline.grouped) messages",
            "\(messages.grouped) messages",
            "ratio"
        )
        func add(_ name: String, _ digits: Int, _ value: (Figures) -> Double) {
            let (base, other) = (value(small), value(large))
            let ratio = base > 0 ? (other / base).text(1) : "-"
            report.add(name, base.text(digits), other.text(digits), ratio)
        }
        add("first frame, ms", 1) { $0.firstFrames.median }
        add("first frame, 90 % within, ms", 1) { $0.firstFrames.quantile(0.9) ?? .nan }
        add("key to frame, ms", 2) { $0.keyTimes.median }
        add("key to frame, 99 % within, ms", 2) { $0.keyTimes.quantile(0.99) ?? .nan }
        add("bytes a frame", 0) { $0.frameBytes.median }
        add("idle, bytes", 0) { $0.idleBytes }
        add("most memory, MiB", 1) { $0.memory }
        report.show()
        print()
    }

    /// The desk beside the programs that it is held to.
    private func compareRivals() async throws {
        let bench = try await Workbench(messages: messages)
        try await bench.enroll()
        let rivals = try Rival.all(in: bench.directory)
        let foyer = Rival(
            name: "foyer, \(messages.grouped) messages",
            program: try Sibling.path("foyer"),
            arguments: ["--profile", bench.profile]
        )
        try RivalTable(starts: min(starts, 7)).show([foyer] + rivals.found)
        for name in rivals.missing {
            print("\(name) is not here: apt-get install \(Rival.packages[name] ?? name)")
        }
    }

    /// What one replica gave.
    private struct Figures {
        var firstFrames: [Double] = []
        var keyTimes: [Double] = []
        var frameBytes: [Double] = []
        var idleBytes = 0.0
        var memory = 0.0
    }

    private func measured(_ messages: Int) async throws -> Figures {
        let bench = try await Workbench(messages: messages)
        try await bench.enroll()
        let name = try Self.firstLead(bench)
        var figures = Figures()
        for _ in 0..<starts {
            let desk = try DeskProcess(profile: bench.profile, columns: 160, lines: 48)
            let shown = try desk.read(until: name, silence: .zero).last ?? .now
            figures.firstFrames.append((shown - desk.begin).milliseconds)
        }
        let desk = try DeskProcess(profile: bench.profile, columns: 160, lines: 48)
        _ = try desk.read(until: name, silence: .zero)
        _ = try desk.read(silence: Self.settled)
        try press(desk, &figures)
        figures.idleBytes = try Self.idle(desk)
        figures.memory = try desk.peakMemory()
        return figures
    }

    /// A way that ends where it began: down the leads by lines and by pages and up again, each
    /// with its talk and card beside it, over to the talk, the whole screen for it, and back.
    private func press(_ desk: DeskProcess, _ figures: inout Figures) throws {
        let (pageUp, pageDown) = ("\u{1B}[5~", "\u{1B}[6~")
        let round = [
            "j", "j", "j", "j", pageDown, pageUp, "k", "k", "k", "k", "2", "z", "z", "1",
        ]
        for number in 0..<keys {
            let begin = ContinuousClock.now
            desk.press(round[number % round.count])
            guard let first = try desk.next(within: .seconds(2)) else {
                throw Complaint("a key changed nothing on the screen")
            }
            figures.keyTimes.append((ContinuousClock.now - begin).milliseconds)
            let rest = try desk.read(silence: .milliseconds(15))
            figures.frameBytes.append(Double(first.count + rest.bytes))
        }
    }

    /// Bytes of ten idle seconds; those of a minute that turns are let go.
    private static func idle(_ desk: DeskProcess) throws -> Double {
        _ = try desk.read(silence: settled)
        let toNextMinute = 60 - Int(Date().timeIntervalSince1970) % 60
        if toNextMinute <= 12 {
            _ = try desk.next(within: .seconds(toNextMinute + 1))
            _ = try desk.read(silence: settled)
        }
        return Double(try desk.read(silence: .seconds(10)).bytes)
    }

    /// The name at the top of the list.
    private static func firstLead(_ bench: Workbench) throws -> String {
        let reader = try ReplicaReader(directory: bench.replica)
        let request = PageRequest.leads(LeadQuery())
        guard case .leads(let page) = try reader.page(request, now: .current, agent: bench.agent),
            let name = page.rows.lazy.compactMap(\.name).first
        else { throw Complaint("the world has no lead with a name") }
        return String(name.prefix(8))
    }

    /// Silence after which the desk has drawn all that it had to.
    private static let settled = Duration.seconds(1)
}
