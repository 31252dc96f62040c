/// A promise of sync that was broken, with all that is needed to see it again.
struct Violation: Error, CustomStringConvertible {
    let seed: UInt64
    /// The test that makes the storms of seeds, as `swift test --filter` takes it.
    let test: String
    let at: Duration
    let words: String
    /// What happened last, oldest first.
    let trace: [String]

    var description: String {
        """
        seed \(seed), after \(at): \(words)
        replay: FOYER_SEED=\(seed) swift test --filter '\(test)'
        what led to it:
        \(trace.joined(separator: "\n"))
        """
    }
}

/// What happened last in a simulation.
struct Trace {
    private var notes: [(at: Duration, words: String)] = []

    var lines: [String] { notes.map { "\($0.at) \($0.words)" } }

    mutating func add(_ at: Duration, _ words: String) {
        if notes.count == Self.kept { notes.removeFirst() }
        notes.append((at, words))
    }

    private static let kept = 60
}
