/// Finds what somebody may have meant.
package enum Nearest {
    /// The candidate that is fewest edits away; nil where none is near.
    package static func of(_ word: String, among candidates: [String]) -> String? {
        let ranked = candidates.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(2, word.utf8.count / 3)
        else { return nil }
        return best.0
    }

    /// `; did you mean dark?`, or nothing.
    package static func hint(to word: String, among candidates: [String]) -> String {
        of(word, among: candidates).map { "; did you mean \($0)?" } ?? ""
    }

    /// Levenshtein's distance.
    private static func distance(_ one: [UInt8], _ two: [UInt8]) -> Int {
        var row = Array(0...two.count)
        for (i, a) in one.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, b) in two.enumerated() {
                let cost = min(row[j] + 1, row[j + 1] + 1, corner + (a == b ? 0 : 1))
                corner = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[two.count]
    }
}
