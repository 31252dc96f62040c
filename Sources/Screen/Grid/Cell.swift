/// One column of one line of the screen.
package struct Cell: Hashable, Sendable {
    package var glyph: Glyph
    package var role: Role
    package var ground: Ground
    /// Whether this is the right half of the wide glyph to its left.
    package var isContinuation: Bool

    package static let empty = Cell(
        glyph: .blank,
        role: .text,
        ground: .plain,
        isContinuation: false
    )
}
