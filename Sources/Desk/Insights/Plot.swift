/// Draws numbers with the signs of a terminal: bars, sparklines, and columns of dots.
///
/// Nothing of it is in colour alone, and ASCII has its own signs.
struct Plot: Equatable, Sendable {
    let isASCII: Bool

    private static let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let asciiLevels = ["_", ".", "-", "=", "+", "*", "#", "@"]

    /// One sign a value, as high as the value is of the largest; a nil is a gap.
    func sparkline(_ values: [Int?], cells: Int) -> String {
        let values = Self.gathered(values, cells: cells)
        let most = values.compactMap(\.self).max() ?? 0
        let levels = isASCII ? Self.asciiLevels : Self.levels
        return values.map { value in
            guard let value, most > 0 else { return " " }
            guard value > 0 else { return isASCII ? "_" : "▁" }
            return levels[min(levels.count - 1, value * levels.count / (most + 1))]
        }.joined()
    }

    /// Lines of columns, the first line the highest; each value has the same width where there is
    /// room, and values are gathered where there is not.
    func columns(_ values: [Int], cells: Int, rows: Int) -> [String] {
        isASCII
            ? blockColumns(values, cells: cells, rows: rows)
            : brailleColumns(values, cells: cells, rows: rows)
    }

    /// Braille has two columns of four dots in a cell.
    private func brailleColumns(_ values: [Int], cells: Int, rows: Int) -> [String] {
        let dots = Self.spread(values, columns: cells * 2)
        let heights = Self.heights(dots, of: rows * 4)
        return (0..<rows).map { row in
            let floor = (rows - 1 - row) * 4
            return (0..<cells).map { cell in
                let left = Self.dots(heights[cell * 2] - floor, bits: [0x40, 0x04, 0x02, 0x01])
                let right = Self.dots(
                    heights[cell * 2 + 1] - floor,
                    bits: [0x80, 0x20, 0x10, 0x08]
                )
                let scalar = Unicode.Scalar(0x2800 + left + right)
                return left + right == 0 ? " " : scalar.map { String(Character($0)) } ?? " "
            }.joined()
        }
    }

    /// The lowest dots of a column of four.
    private static func dots(_ height: Int, bits: [UInt32]) -> UInt32 {
        bits.prefix(min(max(0, height), 4)).reduce(0, |)
    }

    private func blockColumns(_ values: [Int], cells: Int, rows: Int) -> [String] {
        let heights = Self.heights(Self.spread(values, columns: cells), of: rows * 2)
        return (0..<rows).map { row in
            let floor = (rows - 1 - row) * 2
            return heights.map { height in
                switch height - floor {
                case ..<1: " "
                case 1: "."
                default: "#"
                }
            }.joined()
        }
    }

    /// The height of each column; what is not nothing is at least one high.
    private static func heights(_ values: [Int?], of most: Int) -> [Int] {
        let largest = values.compactMap(\.self).max() ?? 0
        return values.map { value in
            guard let value, value > 0, largest > 0 else { return 0 }
            return max(1, (value * most + largest / 2) / largest)
        }
    }

    /// One value a column: wide ones with a gap between them, or several gathered into one.
    private static func spread(_ values: [Int], columns: Int) -> [Int?] {
        guard !values.isEmpty else { return Array(repeating: nil, count: columns) }
        let width = columns / values.count
        guard width > 0 else { return gathered(values.map(Optional.some), cells: columns) }
        var result: [Int?] = []
        for value in values {
            result += Array(repeating: value, count: width > 2 ? width - 1 : width)
            if width > 2 { result.append(nil) }
        }
        return result + Array(repeating: nil, count: columns - result.count)
    }

    /// No more values than cells: neighbours are one, by their mean.
    static func gathered(_ values: [Int?], cells: Int) -> [Int?] {
        guard cells > 0, values.count > cells else { return values }
        return (0..<cells).map { cell in
            let start = cell * values.count / cells
            let end = max(start + 1, (cell + 1) * values.count / cells)
            let known = values[start..<end].compactMap(\.self)
            return known.isEmpty ? nil : (known.reduce(0, +) + known.count / 2) / known.count
        }
    }
}
