/// The themes that there are, by name, and how one is put together from those it extends.
package struct ThemeLibrary: Sendable {
    private var texts: [String: String]

    /// A theme may extend one that extends one, so deep; deeper is a circle.
    private static let deepest = 8

    /// Themes by their names; the two defaults are there without a file, and a file of the same
    /// name takes their place.
    package init(texts: [String: String] = [:]) {
        self.texts = BuiltInThemes.texts.merging(texts) { $1 }
    }

    package var names: [String] { texts.keys.sorted() }

    /// The first sentence that a theme's file says of itself, in its comment.
    package func about(_ name: String) -> String? {
        guard let first = texts[name]?.split(separator: "\n").first, first.hasPrefix("#") else {
            return nil
        }
        return String(first.drop { "# ".contains($0) })
    }

    /// The theme of that name.
    package func theme(_ name: String) throws(ThemeProblem) -> Theme {
        let files = try lineage(of: name)
        var palette: [String: Color] = [:]
        for file in files { palette.merge(file.palette.mapValues(\.value)) { $1 } }
        var roles: [Role: Paint] = [:]
        var grounds: [Ground: Paint] = [:]
        for file in files {
            for (key, raw) in file.roles {
                guard let role = Role(rawValue: key) else { continue }
                roles[role] = try paint(raw, palette, file.name)
            }
            for (key, raw) in file.grounds {
                guard let ground = Ground(rawValue: key) else { continue }
                grounds[ground] = try paint(raw, palette, file.name)
            }
        }
        return Theme(name: name, roles: roles, grounds: grounds)
    }

    /// The theme's file and those it extends, the furthest first.
    private func lineage(of name: String) throws(ThemeProblem) -> [ThemeFile] {
        var files: [ThemeFile] = []
        var next: String? = name
        var child: String?
        while let current = next {
            guard let text = texts[current] else {
                let nearest = Nearest.of(current, among: names).map { "; did you mean \($0)?" }
                let known = nearest ?? ". There are: " + names.joined(separator: ", ")
                throw ThemeProblem(
                    theme: child ?? current,
                    line: nil,
                    reason: "there is no theme \(current)\(known)"
                )
            }
            files.insert(try ThemeFile(name: current, text: text), at: 0)
            guard files.count <= Self.deepest else {
                throw ThemeProblem(theme: name, line: nil, reason: "extends itself in a circle")
            }
            child = current
            next = files[0].extends
        }
        return files
    }

    private func paint(
        _ entry: ThemeFile.Entry<ThemeFile.RawPaint>,
        _ palette: [String: Color],
        _ file: String
    ) throws(ThemeProblem) -> Paint {
        let raw = entry.value
        var color: Color?
        if let name = raw.color, name != "terminal" {
            guard let known = palette[name] ?? Color(hex: name) else {
                let nearest = Nearest.hint(to: name, among: palette.keys.sorted())
                throw ThemeProblem(
                    theme: file,
                    line: entry.line,
                    reason: "the palette has no \(name)\(nearest)"
                )
            }
            color = known
        }
        return Paint(
            color: color,
            attributes: raw.attributes,
            c256: raw.c256,
            c16: raw.c16,
            mono: raw.mono
        )
    }
}
