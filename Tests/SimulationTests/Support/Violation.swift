/// A promise of sync that was broken, with all that is needed to see it again.
struct Violation: Error, CustomStringConvertible {
    let seed: UInt64
    let at: Duration
    let words: String
    /// What happened last, oldest first.
    let trace: [String]

    var description: String {
        """
        seed \(seed), after \(at): \(words)
        replay with FOYER_SEED=\(seed); what led to it:
        \(trace.joined(separator: "\n"))
        """
    }
}

/// What happened last in a simulation.
struct Trace {
    private(set) var lines: [String] = []

    mutating func add(_ at: Duration, _ words: String) {
        if lines.count == Self.kept { lines.removeFirst() }
        lines.append("\(at) \(words)")
    }

    private static let kept = 60
}
