import Foundation

/// The table of desk.md, of programs that are measured one after the other in one run.
struct RivalTable {
    /// How often each is started; the medians are shown.
    let starts: Int

    private static let columns: UInt16 = 120
    private static let lines: UInt16 = 40
    private static let moves = 200
    /// Silence after which a program has drawn what it had to.
    private static let settled = Duration.milliseconds(700)
    /// Silence after which a key's frame is whole.
    private static let between = Duration.milliseconds(25)
    private static let idle = Duration.seconds(10)

    func show(_ rivals: [Rival]) throws {
        var report = Report(
            "\(Self.columns)x\(Self.lines), medians",
            "first byte, ms",
            "settled, ms",
            "key to first byte, ms",
            "worst of \(Self.moves)",
            "bytes a move",
            "MiB",
            "idle 10 s, bytes",
            "wake-ups"
        )
        for rival in rivals {
            do {
                let figures = try measure(rival)
                report.add(
                    rival.name,
                    figures.firstBytes.median.text(0),
                    figures.settled.median.text(0),
                    figures.keyTimes.median.text(2),
                    (figures.keyTimes.max() ?? .nan).text(1),
                    figures.moveBytes.median.text(0),
                    figures.memory.text(0),
                    figures.idleBytes.text(0),
                    figures.wakeUps.text(0)
                )
            } catch {
                // One that cannot be measured is said to be, and the others are.
                print("\(rival.name): \(error)")
            }
        }
        report.show()
    }

    private struct Figures {
        var firstBytes: [Double] = []
        var settled: [Double] = []
        var keyTimes: [Double] = []
        var moveBytes: [Double] = []
        var memory = 0.0
        var idleBytes = 0.0
        var wakeUps = 0.0
    }

    private func start(_ rival: Rival) throws -> DeskProcess {
        try DeskProcess(
            rival.program,
            rival.arguments,
            environment: rival.environment,
            columns: Self.columns,
            lines: Self.lines
        )
    }

    private func measure(_ rival: Rival) throws -> Figures {
        // Once unmeasured: what a first start writes into its home, and what the disk must fetch.
        _ = try settle(try start(rival))
        var figures = Figures()
        for number in 1...starts {
            let program = try start(rival)
            let (first, last) = try settle(program)
            figures.firstBytes.append((first - program.begin).milliseconds)
            figures.settled.append((last - program.begin).milliseconds)
            guard number == starts else { continue }
            try move(rival, program, &figures)
            try rest(program, &figures)
        }
        return figures
    }

    /// When the first byte came, and the last before a silence.
    private func settle(
        _ program: DeskProcess
    ) throws -> (first: ContinuousClock.Instant, last: ContinuousClock.Instant) {
        guard try program.next(within: .seconds(30)) != nil else {
            throw Complaint("it shows nothing within 30 seconds")
        }
        let first = ContinuousClock.now
        let rest = try program.read(silence: Self.settled)
        return (first, rest.last ?? first)
    }

    private func move(_ rival: Rival, _ program: DeskProcess, _ figures: inout Figures) throws {
        for _ in 0..<Self.moves {
            let begin = ContinuousClock.now
            program.press(rival.down)
            guard let first = try program.next(within: .seconds(2)) else {
                throw Complaint("a key changed nothing on its screen")
            }
            figures.keyTimes.append((ContinuousClock.now - begin).milliseconds)
            let rest = try program.read(silence: Self.between)
            figures.moveBytes.append(Double(first.count + rest.bytes))
        }
    }

    private func rest(_ program: DeskProcess, _ figures: inout Figures) throws {
        _ = try program.read(silence: Self.settled)
        figures.memory = try program.memory()
        let before = try program.wakeUps()
        // As long as it takes, whatever comes meanwhile.
        let end = ContinuousClock.now + Self.idle
        while ContinuousClock.now < end {
            let bytes = try program.next(within: end - ContinuousClock.now)
            figures.idleBytes += Double(bytes?.count ?? 0)
        }
        // Threads that had nothing to do may have ended: that is no wake-up less.
        figures.wakeUps = try program.wakeUps().reduce(0) { sum, thread in
            sum + thread.value - before[thread.key, default: 0]
        }
    }
}
