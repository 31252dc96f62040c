import Model

/// The name that somebody most likely meant.
package enum Nearest {
    /// A sentence's end that suggests it, or lists what there is.
    package static func hint(to typed: String, among candidates: [String]) -> String {
        if let name = Spelling.nearest(to: typed, among: candidates, least: 2) {
            return "; did you mean \(name)?"
        }
        return "; there are \(candidates.joined(separator: ", "))"
    }
}
