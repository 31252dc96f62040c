// What a theme does not say of terminals with few colours, worked out.
extension Theme {
    /// A role in its colour on a ground's colour.
    ///
    /// What the theme says of a depth holds; where it says nothing, and where what it says could
    /// not be read on a row that is selected, it is the nearest colour that can be read.
    func style(_ role: Role, on ground: Ground, depth: ColorDepth) -> Style {
        let text = roles[role] ?? roles[.text] ?? Paint()
        let under = grounds[ground] ?? grounds[.plain] ?? Paint()
        guard depth != .mono else {
            let weight = text.mono ?? text.attributes.union(role.weight)
            return Style(
                foreground: -1,
                background: -1,
                attributes: weight.union(under.mono ?? under.attributes.union(ground.weight))
            )
        }
        let background = under.index(at: depth)
        var attributes = text.attributes.union(under.attributes)
        let isUnseen = background == grounds[.plain]?.index(at: depth)
        if ground == .selected, isUnseen, !under.attributes.contains(.reverse) {
            // A role that is reversed itself stays told apart on the row.
            attributes.formSymmetricDifference(.reverse)
        }
        return Style(
            foreground: foreground(text, role, ground, background, depth),
            background: background,
            attributes: attributes
        )
    }

    private func foreground(
        _ text: Paint,
        _ role: Role,
        _ ground: Ground,
        _ background: Int32,
        _ depth: ColorDepth
    ) -> Int32 {
        let own = text.index(at: depth)
        guard own >= 0, background >= 0, depth != .full else { return own }
        if ground == .plain, let said = text.index(saidOf: depth) { return said }
        let under = Color.of256(background)
        if Color.of256(own).contrast(to: under) >= role.contrast { return own }
        let wanted = text.color ?? Color.of256(own)
        return wanted.nearest(at: depth, legibleOn: under, contrast: role.contrast)
    }
}

extension Ground {
    /// What tells it apart where there are no colours and the theme does not say.
    fileprivate var weight: Attributes {
        switch self {
        case .selected: [.reverse]
        case .plain, .resting, .bar: []
        }
    }
}
