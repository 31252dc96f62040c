/// How long things took, without naming any.
package struct TimeSpread: Hashable, Sendable {
    /// Those that are done and whose time is known.
    package var count: Int
    /// Those that still wait.
    package var open: Int
    /// Half took no longer; nil where there is none.
    package var median: Int?
    /// Nine of ten took no longer.
    package var ninety: Int?
    /// Those that took no longer than `soon`.
    package var soonCount: Int

    /// Seconds within which a visitor is likely still there.
    package static let soon = 300

    package init(seconds: [Int], open: Int = 0) {
        let sorted = seconds.sorted()
        count = sorted.count
        self.open = open
        median = Self.rank(50, sorted)
        ninety = Self.rank(90, sorted)
        soonCount = sorted.prefix { $0 <= Self.soon }.count
    }

    /// The value that so many percent do not exceed.
    static func rank(_ percent: Int, _ sorted: [Int]) -> Int? {
        guard !sorted.isEmpty else { return nil }
        return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}
