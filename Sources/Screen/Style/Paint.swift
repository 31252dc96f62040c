/// What a theme says of one role or ground.
package struct Paint: Hashable, Sendable {
    /// Nil is the terminal's own colour.
    package var color: Color?
    package var attributes: Attributes = []
    /// An index of the 256 colours, where the nearest one is not what is wanted.
    var c256: Int16?
    /// An index of the 16 colours, where the nearest one is not what is wanted.
    var c16: Int16?
    /// The attributes where there are no colours.
    var mono: Attributes?

    /// The colour's index at a depth; -1 is the terminal's own.
    func index(at depth: ColorDepth) -> Int16 {
        switch depth {
        case .mono: -1
        case .c16: c16 ?? color?.nearest16 ?? -1
        case .c256: c256 ?? color?.nearest256 ?? -1
        }
    }

    func attributes(at depth: ColorDepth) -> Attributes {
        depth == .mono ? mono ?? attributes : attributes
    }
}
