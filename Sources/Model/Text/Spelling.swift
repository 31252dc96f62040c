/// The word that somebody most likely meant, for errors that name a way out.
package enum Spelling {
    /// Of the candidates the one that takes the fewest changes of a letter, if they are few: a
    /// third of the letters, and of a short word as many as `least`.
    package static func nearest(
        to typed: String,
        among candidates: [String],
        least: Int = 1
    ) -> String? {
        let typed = typed.lowercased()
        let best = candidates.map { ($0, distance(typed, $0.lowercased())) }.min { $0.1 < $1.1 }
        guard let best, best.1 <= max(least, typed.count / 3) else { return nil }
        return best.0
    }

    /// Levenshtein's: letters added, removed or replaced.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
