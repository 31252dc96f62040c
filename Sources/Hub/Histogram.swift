/// How often something took up to so long.
package struct Histogram: Hashable, Sendable {
    /// The upper bounds of all but the last bucket, milliseconds.
    package static let bounds = [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000]

    /// The last holds everything slower.
    package private(set) var buckets = [Int](repeating: 0, count: bounds.count + 1)
    package private(set) var total = Duration.zero

    package init() {}

    /// Counts one.
    package mutating func add(_ duration: Duration) {
        let bucket = Self.bounds.firstIndex { duration <= .milliseconds($0) } ?? Self.bounds.count
        buckets[bucket] += 1
        total += duration
    }
}
