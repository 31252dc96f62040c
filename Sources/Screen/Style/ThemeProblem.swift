/// Why a theme cannot be used.
package struct ThemeProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The theme's file name without its ending.
    package let theme: String
    /// The line, counted from 1; nil where it is not about one.
    package let line: Int?
    package let reason: String

    package var description: String {
        let place = line.map { ":\($0)" } ?? ""
        return "themes/\(theme).toml\(place): \(reason)"
    }
}
