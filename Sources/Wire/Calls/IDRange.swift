package import Model

/// The rows of a table whose ids lie from one up to, but not at, another; nil is no bound.
package struct IDRange: Codable, Hashable, Sendable {
    package var table: Table
    package var from: RowID?
    package var below: RowID?

    package init(_ table: Table, from: RowID? = nil, below: RowID? = nil) {
        self.table = table
        self.from = from
        self.below = below
    }

    /// Whether it is the whole table.
    package var isWhole: Bool { from == nil && below == nil }

    /// The lowest id that may be in it.
    package var first: RowID { from ?? RowID(high: 0, low: 0) }

    /// The highest id that may be in it; nil where it holds none.
    package var last: RowID? {
        guard let below else { return RowID(high: .max, low: .max) }
        if below.low > 0 { return RowID(high: below.high, low: below.low - 1) }
        return below.high > 0 ? RowID(high: below.high - 1, low: .max) : nil
    }
}

/// A range and the ids that divide it: a part lies before each of them, and one behind the last.
package struct DividedRange: Codable, Hashable, Sendable {
    package var range: IDRange
    package var bounds: IDList

    package init(_ range: IDRange, bounds: some Sequence<RowID>) {
        self.range = range
        self.bounds = IDList(bounds)
    }

    /// The ranges that it is divided into, in order.
    package var parts: [IDRange] {
        let ids = bounds.ids
        return (0...ids.count).map { index in
            IDRange(
                range.table,
                from: index > 0 ? ids[index - 1] : range.from,
                below: index < ids.count ? ids[index] : range.below
            )
        }
    }

    /// The part that an id of the range is in.
    package func part(of id: RowID) -> Int {
        var (low, high) = (0, bounds.ids.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds.ids[middle] <= id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
