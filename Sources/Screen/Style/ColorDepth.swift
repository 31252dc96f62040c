/// How many colours a terminal has.
package enum ColorDepth: Hashable, Sendable, CaseIterable {
    case mono
    case c16
    case c256

    /// The depth of a terminal that says it has so many colours; none where the agent wants none,
    /// as https://no-color.org asks of every program.
    package init(colors: Int, noColor: Bool) {
        switch (noColor, colors) {
        case (true, _), (_, ..<8): self = .mono
        case (_, ..<256): self = .c16
        default: self = .c256
        }
    }
}
