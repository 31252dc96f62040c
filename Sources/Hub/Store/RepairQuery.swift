package import Wire

/// Asks what parts of ranges add up to.
package struct RangeDigestQuery: Hashable, Sendable {
    /// Who asks, and where they stand.
    package var digest: DigestQuery
    package var ranges: [DividedRange]

    package init(_ digest: DigestQuery, ranges: [DividedRange]) {
        self.digest = digest
        self.ranges = ranges
    }
}

/// What came of it.
package enum RangeDigestAnswer: Hashable, Sendable {
    /// Of each range its parts; `isAtPosition` is whether nothing changed for the agent since.
    case parts([[TableDigest]], isAtPosition: Bool)
    case agentGone
}

/// Asks in what ranges differ from what a terminal holds.
package struct RepairQuery: Hashable, Sendable {
    /// Who asks, and where they stand.
    package var digest: DigestQuery
    package var held: [HeldRange]
    /// What the answer aims at, bytes.
    package var limit: Int

    package init(_ digest: DigestQuery, held: [HeldRange], limit: Int) {
        self.digest = digest
        self.held = held
        self.limit = limit
    }
}

/// What came of it.
package enum RepairAnswer: Sendable {
    /// `begin`, deletes and rows; the checkpoint is still to come. Not whole where the limit was
    /// reached: what it holds is right, and more is to be asked for.
    case rows(LineWriter, isWhole: Bool)
    /// Something changed for the agent since the position.
    case moved
    case agentGone
}
