/// How many colours a terminal has.
package enum ColorDepth: Hashable, Sendable, CaseIterable {
    case mono
    case c16
    case c256
    /// Every colour as it is.
    case full

    /// The depth of a terminal that says it has so many colours; none where the agent wants none,
    /// as https://no-color.org asks of every program.
    ///
    /// `takesAny` is whether one of 256 takes red, green and blue besides.
    package init(colors: Int, takesAny: Bool = false, noColor: Bool) {
        switch (noColor, colors) {
        case (true, _), (_, ..<8): self = .mono
        case (_, ..<256): self = .c16
        case (_, 256): self = takesAny ? .full : .c256
        default: self = .full
        }
    }

    /// The colours that a text may be given by working it out.
    ///
    /// Of 16, bright black is left out: terminals draw it from nearly black to a light grey.
    var indices: [Int32] {
        switch self {
        case .mono, .full: []
        case .c16: Array(0...15).filter { $0 != 8 }
        case .c256: Array(16...255)
        }
    }
}
