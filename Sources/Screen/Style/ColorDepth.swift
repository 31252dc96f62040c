/// How many colours a terminal has.
package enum ColorDepth: Hashable, Sendable, CaseIterable {
    case mono
    case c16
    case c256

    /// The depth of a terminal that says it has so many colours; none where the agent wants none,
    /// as https://no-color.org asks of every program.
    package init(colors: Int, noColor: Bool) {
        switch (noColor, colors) {
        case (true, _), (_, ..<8): self = .mono
        case (_, ..<256): self = .c16
        default: self = .c256
        }
    }

    /// The colours that a text may be given by working it out.
    ///
    /// Of 16, bright black is left out: terminals draw it from nearly black to a light grey.
    var indices: [Int16] {
        switch self {
        case .mono: []
        case .c16: Array(0...15).filter { $0 != 8 }
        case .c256: Array(16...255)
        }
    }
}
