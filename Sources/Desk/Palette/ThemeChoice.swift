/// The themes that there are and the one in use.
struct ThemeChoice: Equatable, Sendable {
    private(set) var names: [String] = []
    /// What the desk is drawn in.
    private(set) var current = ""
    /// What it goes back to where one only looked at the current one.
    private(set) var kept = ""

    mutating func know(_ names: [String], current: String) {
        self.names = names
        if self.current == kept { kept = current }
        self.current = current
    }

    /// Shows a theme, to be kept or not.
    mutating func show(_ name: String) -> [DeskEffect] {
        guard name != current else { return [] }
        current = name
        return [.useTheme(name)]
    }

    mutating func keep() {
        kept = current
    }
}
