import Model

// What the desk remembers from one day to the next: filters by name, commands used last.
extension DeskState {
    /// What the names begin with under which the unfinished texts keep it.
    private static let filterPrefix = "filter/"
    static let recentName = "palette/recent"
    private static let mostRecent = 8
    private static let mostFilters = 100

    /// The filters that were kept, by name.
    var savedFilters: [(name: String, text: String)] {
        drafts.filter { $0.key.hasPrefix(Self.filterPrefix) }
            .map { (String($0.key.dropFirst(Self.filterPrefix.count)), $0.value) }
            .sorted { $0.0 < $1.0 }
    }

    mutating func keepFilter(_ name: String) -> [DeskEffect] {
        guard savedFilters.count < Self.mostFilters else {
            notice = Notice(
                text: "\(Self.mostFilters) filters are kept; \(key(.forgetFilter)) forgets one."
            )
            return []
        }
        notice = Notice(text: "The filter is kept as \(name); \(key(.savedFilters)) takes it.")
        return keep([Self.filterPrefix + name: leads.filterText])
    }

    /// Forgets the filter that is selected in the menu.
    mutating func forgetFilter() -> [DeskEffect] {
        guard case .choosing(var menu) = mode, menu.kind == .filters else { return [] }
        let choices = choices(of: menu)
        guard choices.indices.contains(menu.selection),
            case .filter(let name, _) = choices[menu.selection]
        else { return [] }
        let effects = keep([Self.filterPrefix + name: ""])
        menu.move(by: 0, among: max(1, self.choices(of: menu).count))
        mode = .choosing(menu)
        return effects
    }

    /// Remembers a command of the palette.
    mutating func remember(_ id: CommandID) -> [DeskEffect] {
        recentCommands = Array(
            ([id] + recentCommands.filter { $0 != id }).prefix(Self.mostRecent)
        )
        return [
            .keepDraft(
                name: Self.recentName,
                text: recentCommands.map(\.rawValue).joined(separator: " ")
            )
        ]
    }

    /// Takes what was remembered.
    mutating func recall(_ texts: [String: String]) {
        let words = (texts[Self.recentName] ?? "").split(separator: " ")
        recentCommands = words.prefix(Self.mostRecent)
            .compactMap { CommandID(rawValue: String($0)) }
    }
}
