import Model
package import Wire

/// What repairing asks to be done next.
package enum RepairAction: Hashable, Sendable {
    /// Divide these ranges by no more than so many bounds, and compare the parts with the hub's.
    case compare([IDRange], bounds: Int)
    /// Ask the hub what these ranges differ in, and write it.
    case mend([IDRange])
    /// Compare what is here now with what the hub said at the first comparison.
    case check
    /// All is as the hub has it.
    case finish
    /// More differs than is worth mending: a copy is cheaper.
    case giveUp
}

/// A part of a range as it is here and at the hub.
package struct ComparedPart: Hashable, Sendable {
    package var range: IDRange
    package var here: TableDigest
    package var hub: TableDigest

    package init(_ range: IDRange, here: TableDigest, hub: TableDigest) {
        self.range = range
        self.here = here
        self.hub = hub
    }
}

/// What came of it.
package enum RepairEvent: Hashable, Sendable {
    case began
    /// The parts of all the ranges that were to be compared.
    case compared([ComparedPart])
    /// What the hub said was written; not whole where it has more to say.
    case mended(isWhole: Bool)
    case checked(isEqual: Bool)
}

/// Finds the rows in which a replica differs, by comparing ranges of ids and then parts of those
/// that differ.
///
/// Two comparisons leave less than a row in 60,000, so one damaged row takes three requests
/// whatever the size of the replica: some 384 bounds of 38 bytes, 256 more, and a few rows of 32.
package struct RepairSession: Sendable {
    private var rounds = 0
    /// Parts that differ and were not asked for yet.
    private var remaining: [ComparedPart] = []

    package init() {}

    /// Takes what came of the last action and says the next.
    package mutating func handle(_ event: RepairEvent) -> RepairAction {
        switch event {
        case .began: return begin()
        case .compared(let parts):
            let wasFirst = remaining.isEmpty
            remaining = parts.filter { $0.here != $0.hub } + remaining.filter(isSmall)
            return remaining.isEmpty && wasFirst ? .finish : next()
        case .mended(let isWhole):
            guard isWhole else { return begin() }
            return remaining.isEmpty ? .check : next()
        case .checked(let isEqual): return isEqual ? .finish : begin()
        }
    }

    private mutating func begin() -> RepairAction {
        rounds += 1
        remaining = []
        guard rounds <= Self.mostRounds else { return .giveUp }
        return .compare(Table.allCases.map { IDRange($0) }, bounds: Self.firstBounds)
    }

    /// Mends what is small enough, and else looks closer.
    private mutating func next() -> RepairAction {
        let large = remaining.filter { !isSmall($0) }
        guard large.isEmpty else {
            let closer = large.prefix(Self.mostDivided)
            // The others are found again in the next round.
            return .compare(closer.map(\.range), bounds: Self.moreBounds)
        }
        var rows = 0
        let chosen = remaining.prefix(Self.mostRanges).prefix { part in
            rows += part.here.rows
            return rows <= Self.mostRows
        }
        remaining.removeFirst(chosen.count)
        return chosen.isEmpty ? .check : .mend(chosen.map(\.range))
    }

    private func isSmall(_ part: ComparedPart) -> Bool { part.here.rows <= Self.smallRange }

    private static let firstBounds = 384
    private static let moreBounds = 256
    /// Rows here of a range that is asked for as it is: 8 kB.
    private static let smallRange = 256
    /// Rows of all ranges of one request: 38 kB of the 64 that a hub takes.
    private static let mostRows = 1_200
    private static let mostRanges = 200
    /// Ranges to divide at once: few, so that the largest becomes at least so many times smaller.
    private static let mostDivided = 16
    /// Each brings at least a megabyte of rows, or all.
    private static let mostRounds = 40
}
