import Foundation

extension Sequence<Double> {
    /// The value below which that share of all lies; nil of nothing.
    func quantile(_ share: Double) -> Double? {
        let ordered = sorted()
        guard let last = ordered.indices.last else { return nil }
        return ordered[Int((Double(last) * share).rounded())]
    }

    var median: Double { quantile(0.5) ?? .nan }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
    var milliseconds: Double { self / .milliseconds(1) }
}

/// Rows of words and figures under each other.
struct Report {
    private var lines: [[String]]

    init(_ heads: String...) { lines = [heads] }

    mutating func add(_ words: String...) { lines.append(words) }

    func show() {
        for line in lines {
            let cells = line.indices.map { column in
                let width = lines.map { $0[column].count }.max() ?? 0
                let blanks = String(repeating: " ", count: width - line[column].count)
                return column == 0 ? line[column] + blanks : blanks + line[column]
            }
            print(cells.joined(separator: "   "))
        }
        // A table is seen when it is made, in a file too.
        fflush(nil)
    }
}

extension Double {
    /// With so many digits after the point.
    func text(_ digits: Int = 2) -> String { String(format: "%.\(digits)f", self) }
}

extension Int {
    /// In groups of three digits.
    var grouped: String {
        let digits = String(self)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            String(digits.dropLast(digits.count - end).suffix(3))
        }
        return groups.reversed().joined(separator: ",")
    }
}
