/// The names of all keys that a terminal can tell apart.
package enum KeyName {
    /// Keys that take Ctrl, Alt and Shift, in this order before their names.
    package static let movers =
        ["Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "Insert", "Delete"]
        + (1...12).map { "F\($0)" }
    /// Keys that take Alt alone.
    package static let others = ["Enter", "Tab", "Backspace", "Space", "Esc"]

    private static let modifiers = [
        "", "Shift-", "Alt-", "Alt-Shift-", "Ctrl-", "Ctrl-Shift-", "Ctrl-Alt-", "Ctrl-Alt-Shift-",
    ]
    /// What Ctrl makes a key of its own; see `same` for the others.
    private static let controls = "abcdefgklnopqrstuvwxyz".map { "Ctrl-\($0)" } + ["Ctrl-Space"]

    /// Every key but those that type a character.
    private static let named: [String] = {
        let moved = modifiers.flatMap { modifier in movers.map { modifier + $0 } }
        let plain = others + controls + ["Ctrl-\\", "Ctrl-]", "Ctrl-^", "Ctrl-_"]
        return moved + plain + plain.map { "Alt-" + $0 } + ["Shift-Tab"]
    }()

    private static let known = Set(named)

    /// Whether a terminal ever sends a key of this name.
    package static func isKnown(_ name: String) -> Bool {
        if known.contains(name) { return true }
        let rest = name.hasPrefix("Alt-") ? name.dropFirst("Alt-".count) : name[...]
        return rest.count == 1 && types(String(rest))
    }

    /// Whether the key types a character where one types.
    package static func types(_ name: String) -> Bool {
        if name == "Space" { return true }
        guard name.count == 1, let scalar = name.unicodeScalars.first else { return false }
        return scalar.properties.generalCategory != .control && name != " "
    }

    /// Keys that a terminal cannot tell from others.
    private static let same = [
        "Ctrl-h": "Backspace", "Ctrl-i": "Tab", "Ctrl-j": "Enter", "Ctrl-m": "Enter",
        "Ctrl-[": "Esc",
    ]

    /// `; did you mean Ctrl-p?`, or nothing.
    package static func hint(to name: String) -> String {
        if let other = same[name] { return "; a terminal sends \(other) for it" }
        let spelled = name.replacing("C-", with: "Ctrl-").replacing("M-", with: "Alt-")
        let small = spelled.lowercased()
        let alike = named.first { $0.lowercased() == small }
        if let alike { return "; did you mean \(alike)?" }
        return Nearest.hint(to: spelled, among: named)
    }
}
