/// What stands in one place of the grid: a base and at most two marks on it.
package struct Glyph: Hashable, Sendable {
    package let base: Unicode.Scalar
    /// The scalar values of its marks; zero is none.
    private(set) var marks: (UInt32, UInt32)
    /// Columns: one or two.
    package let width: UInt8

    package static let blank = Glyph(base: " ", width: 1)

    init(base: Unicode.Scalar, width: UInt8) {
        self.base = base
        self.width = width
        marks = (0, 0)
    }

    /// Puts a mark on it; answers false where two are there already.
    mutating func add(mark: Unicode.Scalar) -> Bool {
        if marks.0 == 0 {
            marks.0 = mark.value
        } else if marks.1 == 0 {
            marks.1 = mark.value
        } else {
            return false
        }
        return true
    }

    /// Whether anything stands on the base.
    package var hasMarks: Bool { marks.0 != 0 }

    /// Base and marks, in the order in which a terminal is given them.
    package var scalars: [Unicode.Scalar] {
        [base] + [marks.0, marks.1].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
    }

    package static func == (one: Glyph, other: Glyph) -> Bool {
        one.base == other.base && one.width == other.width && one.marks == other.marks
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(marks.0)
        hasher.combine(marks.1)
    }
}
