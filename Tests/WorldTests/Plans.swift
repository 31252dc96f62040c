import Model

@testable import World

/// Worlds that tests look at.
enum Plans {
    /// A Tuesday afternoon three weeks after a clock change.
    static let now = Timestamp(microseconds: 1_795_559_530_000_000)

    /// An office with fewer visitors, so that a test takes a second.
    static func small(seed: UInt64 = 1, dirt: Bool = true, months: Int = 2) -> WorldPlan {
        let scale = Scale(properties: 4, ownProperties: 3, conversationsPerMonth: 150)
        return WorldPlan(seed: seed, scale: scale, months: months, dirt: dirt, now: now)
    }

    /// The office of the demo.
    static func office(seed: UInt64 = 1, dirt: Bool = true) -> WorldPlan {
        WorldPlan(seed: seed, scale: .office, months: 1, dirt: dirt, now: now)
    }
}

extension TableRow {
    /// Text of a column; nil where it is none.
    func text(_ column: String) -> String? {
        if case .text(let text) = self[column] { text } else { nil }
    }

    func number(_ column: String) -> Int? {
        if case .integer(let number) = self[column] { Int(number) } else { nil }
    }

    func flag(_ column: String) -> Bool { self[column] == .boolean(true) }

    func instant(_ column: String) -> Timestamp? { text(column).flatMap { Timestamp($0) } }
}
