import Model

/// How an order of the leads list is kept: a column of ascending keys and an index over it.
struct LeadList: Sendable {
    /// Its number in `lead_rank`.
    let number: Int
    let key: String
    let index: String
    /// The width of a stretch of keys that `lead_rank` counts: a day of microseconds, or a month of
    /// the seconds that follow a score or a day.
    let bucket: Int64

    static let waiting = LeadList(
        number: 0,
        key: "key_waiting",
        index: "lead_waiting",
        bucket: 86_400_000_000
    )
    static let score = LeadList(
        number: 1,
        key: "key_score",
        index: "lead_score",
        bucket: 2_592_000
    )
    static let newest = LeadList(
        number: 2,
        key: "key_newest",
        index: "lead_newest",
        bucket: 86_400_000_000
    )
    static let moveIn = LeadList(
        number: 3,
        key: "key_move_in",
        index: "lead_move_in",
        bucket: 2_592_000
    )

    static let all = LeadOrder.allCases.map(of)

    static func of(_ order: LeadOrder) -> LeadList {
        switch order {
        case .waiting: waiting
        case .score: score
        case .newest: newest
        case .moveIn: moveIn
        }
    }

    /// The lowest key of the stretch that a key lies in; SQLite's division rounds towards zero, so
    /// the stretch around zero is twice as wide.
    func floor(of key: Int64) -> Int64 {
        let number = key / bucket
        if number > 0 { return number * bucket }
        let lowest = (number * bucket).subtractingReportingOverflow(bucket - 1)
        return lowest.overflow ? .min : lowest.partialValue
    }
}
