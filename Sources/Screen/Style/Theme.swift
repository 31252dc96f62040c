/// What every role and every ground looks like.
package struct Theme: Hashable, Sendable {
    package let name: String
    package let roles: [Role: Paint]
    package let grounds: [Ground: Paint]

    /// A role in its colour on a ground's colour.
    func style(_ role: Role, on ground: Ground, depth: ColorDepth) -> Style {
        let text = roles[role] ?? roles[.text] ?? Paint()
        let under = grounds[ground] ?? grounds[.plain] ?? Paint()
        return Style(
            foreground: text.index(at: depth),
            background: under.index(at: depth),
            attributes: text.attributes(at: depth).union(under.attributes(at: depth))
        )
    }

    /// Roles that cannot be read well enough on a ground, with their contrast.
    ///
    /// 4.5:1 is what WCAG 2.2 asks of text (success criterion 1.4.3); frames are no text, stand on
    /// no row, and rows that are out of date are meant to step back: 3:1 is asked of those
    /// (1.4.11).
    package func illegible() -> [(role: Role, ground: Ground, contrast: Double)] {
        var found: [(role: Role, ground: Ground, contrast: Double)] = []
        for role in Role.allCases {
            for ground in Ground.allCases {
                guard let text = roles[role]?.color, let under = grounds[ground]?.color else {
                    continue
                }
                let isFrame = role == .border || role == .focusedBorder
                if isFrame, ground == .selected || ground == .resting { continue }
                let contrast = text.contrast(to: under)
                if contrast < (isFrame || role == .stale ? 3.0 : 4.5) {
                    found.append((role, ground, contrast))
                }
            }
        }
        return found
    }
}
