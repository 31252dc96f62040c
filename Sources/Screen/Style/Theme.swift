/// What every role and every ground looks like.
package struct Theme: Hashable, Sendable {
    package let name: String
    package let roles: [Role: Paint]
    package let grounds: [Ground: Paint]

    /// Roles that cannot be read well enough on a ground, with their contrast.
    package func illegible() -> [(role: Role, ground: Ground, contrast: Double)] {
        var found: [(role: Role, ground: Ground, contrast: Double)] = []
        for role in Role.allCases {
            for ground in Ground.allCases where role.stands(on: ground) {
                guard let text = roles[role]?.color, let under = grounds[ground]?.color else {
                    continue
                }
                let contrast = text.contrast(to: under)
                if contrast < role.contrast { found.append((role, ground, contrast)) }
            }
        }
        return found
    }
}

extension Role {
    /// How much a text must stand out from what lies under it.
    ///
    /// 4.5:1 is what WCAG 2.2 asks of text (success criterion 1.4.3), 3:1 of frames, which are no
    /// text (1.4.11).
    var contrast: Double { isFrame ? 3.0 : 4.5 }

    /// Whether it is ever drawn there: frames stand on no row.
    func stands(on ground: Ground) -> Bool {
        !isFrame || (ground != .selected && ground != .resting)
    }

    private var isFrame: Bool { self == .border || self == .focusedBorder }

    /// What tells it apart where there are no colours and the theme does not say.
    var weight: Attributes {
        switch self {
        case .text, .quote, .good, .title, .botText: []
        case .muted, .border, .bot, .stale: [.dim]
        case .accent, .brand, .selected, .name, .waiting, .unread, .problem, .prompt,
            .focusedBorder, .visitor, .flag, .key, .notice:
            [.bold]
        case .late: [.bold, .underline]
        case .field, .match: [.underline]
        case .currentMatch: [.bold, .reverse]
        }
    }
}
