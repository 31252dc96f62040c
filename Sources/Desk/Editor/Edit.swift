/// One change of an editor's text, that can be taken back.
///
/// Places are counted in Unicode scalars: a change may join characters around it or take them apart
/// (a letter and the accent typed behind it), and the numbers of characters with them.
struct Edit: Equatable, Sendable {
    /// What changes are taken back as one.
    enum Kind: Equatable, Sendable {
        case typing
        case erasingLeft
        case erasingRight
        /// A change by itself, such as a paste.
        case single
    }

    var kind: Kind
    /// Scalars before it.
    var offset: Int
    var removed: String
    var inserted: String
    /// Where the cursor was before, in scalars.
    var cursor: Int

    /// Whether a change goes on with this one, so that both are taken back at once: a typed run up
    /// to the end of its word, or erasing key by key.
    func goesOn(with next: Edit) -> Bool {
        guard kind == next.kind else { return false }
        switch kind {
        case .typing:
            let startsWord =
                inserted.last?.isWhitespace == true && next.inserted.first?.isWhitespace == false
            return next.offset == offset + inserted.unicodeScalars.count && !startsWord
        case .erasingLeft:
            return next.offset + next.removed.unicodeScalars.count == offset
        case .erasingRight:
            return next.offset == offset
        case .single:
            return false
        }
    }

    /// Takes up a change that goes on with this one.
    mutating func join(_ next: Edit) {
        inserted += next.inserted
        removed = next.offset < offset ? next.removed + removed : removed + next.removed
        offset = min(offset, next.offset)
    }
}
