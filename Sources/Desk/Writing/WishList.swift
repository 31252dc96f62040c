/// Something that the desk wants kept.
package struct Wish: Equatable, Sendable {
    package var effect: DeskEffect
    /// What is to be read together with it, where it changes rows.
    package var bringing: PagesWanted

    package init(_ effect: DeskEffect, bringing: PagesWanted = PagesWanted()) {
        self.effect = effect
        self.bringing = bringing
    }
}

/// What the desk wants kept and the disk has not taken yet, in order.
///
/// A text that is typed on while the disk is busy takes the place of the one that waits: a slow
/// disk is one write behind the typing, not as many as there were keys. Only the newest wish is
/// replaced, so nothing changes places: a draft is never emptied before the write that was made of
/// it is kept.
package struct WishList: Sendable {
    package private(set) var waiting: [Wish] = []

    package init() {}

    /// Adds what is wanted next.
    package mutating func add(_ wish: Wish) {
        if case .keepDraft(let name, _) = wish.effect,
            case .keepDraft(name, _)? = waiting.last?.effect
        {
            waiting.removeLast()
        }
        waiting.append(wish)
    }

    /// Hands on what was wanted first; nil where nothing waits.
    package mutating func next() -> Wish? {
        waiting.isEmpty ? nil : waiting.removeFirst()
    }
}
