import Sync

/// How large one simulation is.
///
/// Nearly everything that goes wrong goes wrong with two terminals and a dozen writes; thousands of
/// such storms find more than a few long ones, which stay for what takes its time.
struct Extent: Sendable {
    /// How long the weather is bad.
    var storm: Duration
    /// What all takes that a person, a process or a proxy takes its time for, as a share of what it
    /// takes in a long storm.
    var haste: Double
    /// How many in a hundred have three terminals rather than two.
    var crowded: Int
    /// How many terminals in a hundred begin with a copy that was made before.
    var prepared: Int
    /// What a page of a copy aims at, bytes.
    var page: ClosedRange<Int>

    /// The storm of a seed, where nothing else is asked for.
    static func of(_ seed: UInt64) -> Extent { seed % 50 == 49 ? .long : .short }

    static let short = Extent(
        storm: .seconds(3),
        haste: 0.2,
        crowded: 15,
        prepared: 90,
        page: 1_000...20_000
    )

    static let long = Extent(
        storm: .seconds(60),
        haste: 1,
        crowded: 50,
        prepared: 0,
        page: 2_000...60_000
    )
}
