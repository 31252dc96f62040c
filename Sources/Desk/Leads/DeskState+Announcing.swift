import Model

// Telling that somebody new waits.
extension DeskState {
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
