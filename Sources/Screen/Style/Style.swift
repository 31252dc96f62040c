/// How a cell is drawn on a terminal of a certain depth.
package struct Style: Hashable, Sendable {
    /// An index of the terminal's palette, or a colour's number; -1 is the terminal's own colour.
    package var foreground: Int32
    /// An index of the terminal's palette, or a colour's number; -1 is the terminal's own colour.
    package var background: Int32
    package var attributes: Attributes
}

/// A theme worked out for one depth: a style for every role on every ground.
package struct StyleSheet: Hashable, Sendable {
    private let styles: [Style]

    package init(_ theme: Theme, depth: ColorDepth) {
        styles = Role.allCases.flatMap { role in
            Ground.allCases.map { theme.style(role, on: $0, depth: depth) }
        }
    }

    package subscript(role: Role, ground: Ground) -> Style {
        styles[role.order * Ground.allCases.count + ground.order]
    }
}

extension Role {
    /// Its place among all roles.
    fileprivate var order: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(
        uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, $0) }
    )
}

extension Ground {
    fileprivate var order: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(
        uniqueKeysWithValues: Ground.allCases.enumerated().map { ($1, $0) }
    )
}
