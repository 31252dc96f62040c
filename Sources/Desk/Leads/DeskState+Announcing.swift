import Model

// Telling that somebody new waits.
extension DeskState {
    /// Announces those of so many newcomers that were not announced since rows changed.
    ///
    /// That somebody came is told by the number that wait, and where another left by the rows.
    mutating func announceOnce(_ count: Int) -> [DeskEffect] {
        let new = count - announced
        guard new > 0 else { return [] }
        announced = count
        return announce(new)
    }

    /// By bell, and beside the terminal where nobody looks at it; without a word of theirs.
    func announce(_ count: Int) -> [DeskEffect] {
        var effects: [DeskEffect] = options.rings ? [.bell] : []
        if options.notifies, !isWindowFocused {
            let words = count == 1 ? "A lead waits" : "\(Words.count(count)) leads wait"
            effects.append(.notify("\(words) for a person."))
        }
        return effects
    }
}
