package import Model

/// Asks for the digest of everything in the device's scope, or of ranges of ids, or for the rows
/// in which a range differs from what the terminal holds.
///
/// A hub of before ranges answers every one as the first; `DigestResponse.parts` tells.
package struct DigestRequest: Codable, Hashable, Sendable {
    /// The checkpoint that the terminal is at.
    package var cursor: String
    /// Ranges to digest, part by part.
    package var ranges: [DividedRange]?
    /// Ranges to be told the difference of; where the cursor still stands the answer is a body of
    /// changes that ends at the same cursor.
    package var held: [HeldRange]?

    package init(cursor: String, ranges: [DividedRange]? = nil, held: [HeldRange]? = nil) {
        self.cursor = cursor
        self.ranges = ranges
        self.held = held
    }

    /// Whether it asks for no more than a hub does at once: few ranges, and no row twice.
    package var isWithinLimits: Bool {
        Self.isWithinLimits((ranges ?? []).map(\.range))
            && Self.isWithinLimits((held ?? []).map(\.range))
    }

    private static func isWithinLimits(_ ranges: [IDRange]) -> Bool {
        guard ranges.count <= WireLimits.digestRanges else { return false }
        let ordered = ranges.sorted { ($0.table.number, $0.first) < ($1.table.number, $1.first) }
        return zip(ordered, ordered.dropFirst()).allSatisfy { left, right in
            left.table != right.table || left.last.map { $0 < right.first } ?? true
        }
    }
}

/// Digests of the scope's tables at one snapshot of the hub.
package struct DigestResponse: Codable, Hashable, Sendable {
    /// Whether that snapshot is the one the cursor stands for.
    ///
    /// Where it is not, something has changed since: the terminal catches up and asks again.
    package var isAtCursor: Bool
    /// By the table's name; empty where ranges were asked for.
    package var tables: [String: TableDigest]
    /// Of each range that was asked for, its parts in order.
    package var parts: [DigestList]?

    package init(
        isAtCursor: Bool,
        tables: [Table: TableDigest],
        parts: [[TableDigest]]? = nil
    ) {
        self.isAtCursor = isAtCursor
        self.tables = Dictionary(
            uniqueKeysWithValues: tables.map { ($0.key.rawValue, $0.value) }
        )
        self.parts = parts?.map { DigestList($0) }
    }
}
