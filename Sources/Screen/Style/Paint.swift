/// What a theme says of one role or ground.
package struct Paint: Hashable, Sendable {
    /// Nil is the terminal's own colour.
    package var color: Color?
    package var attributes: Attributes = []
    /// An index of the 256 colours, where the one that is worked out is not what is wanted.
    var c256: Int32?
    /// An index of the 16 colours, where the one that is worked out is not what is wanted.
    var c16: Int32?
    /// The attributes where there are no colours; nil where they are worked out.
    var mono: Attributes?

    /// What the theme itself says of a depth.
    func index(saidOf depth: ColorDepth) -> Int32? {
        switch depth {
        case .mono, .full: nil
        case .c16: c16
        case .c256: c256
        }
    }

    /// The colour's index at a depth, said or nearest; -1 is the terminal's own.
    func index(at depth: ColorDepth) -> Int32 {
        guard depth != .mono else { return -1 }
        if depth == .full { return color?.number ?? -1 }
        return index(saidOf: depth) ?? color?.nearest(at: depth) ?? -1
    }
}
