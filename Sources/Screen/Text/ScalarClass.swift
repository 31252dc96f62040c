/// What may become of one Unicode scalar of a text from outside.
enum ScalarClass: UInt8 {
    /// Draws in no column of its own, on the glyph before it.
    case mark = 0
    /// Takes one column.
    case narrow = 1
    /// Takes two columns.
    case wide = 2
    /// Not on the list of what is drawn.
    case refused = 3

    /// The class of a scalar: an allow-list, so that what nobody thought of is refused.
    static func of(_ scalar: Unicode.Scalar) -> ScalarClass {
        let value = scalar.value
        if value < 0x7F { return value >= 0x20 ? .narrow : .refused }
        return search(value)
    }

    /// Finds the range that a scalar is in; a binary search over some hundreds of ranges.
    private static func search(_ value: UInt32) -> ScalarClass {
        let table = ScalarTable.ranges
        var low = 0
        var high = table.count / 2
        while low < high {
            let middle = (low + high) / 2
            let first = table[middle * 2]
            if value < first & 0xFF_FFFF {
                high = middle
            } else if value > table[middle * 2 + 1] {
                low = middle + 1
            } else {
                return ScalarClass(rawValue: UInt8(first >> 24)) ?? .refused
            }
        }
        return .refused
    }
}
