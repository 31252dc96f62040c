import Model

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Chance as a value: SplitMix64 (Steele, Lea and Flood, 2014), so that a seed replays a world.
struct Chance: RandomNumberGenerator, Sendable, Hashable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A stream of its own for one part of a world, so that no part depends on how much chance
    /// another has used.
    init(seed: UInt64, _ parts: UInt64...) {
        state = seed
        for part in parts {
            state = next() ^ (part &* 0xD6E8_FEB8_6659_FD93)
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to, not including, the limit.
    mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// 0 up to, not including, 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True in that share of cases.
    mutating func happens(_ share: Double) -> Bool { unit() < share }

    /// One of them; there is at least one.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// The place of one of some weights, each as likely as it is heavy.
    mutating func weighted(_ weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return weights.count - 1
    }

    /// A wait of that mean, memoryless, as arrivals are.
    mutating func exponential(mean: Double) -> Double { -log(1 - unit()) * mean }

    /// How often something of that mean happens: Knuth's method, for means of an office's day.
    mutating func poisson(mean: Double) -> Int {
        let limit = exp(-min(mean, 500))
        var count = 0
        var product = unit()
        while product > limit {
            count += 1
            product *= unit()
        }
        return count
    }

    /// A random id of version 4 (RFC 9562).
    mutating func id<Kind>(_ kind: Kind.Type = Kind.self) -> Identifier<Kind> {
        Identifier(
            high: next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000,
            low: next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }
}
