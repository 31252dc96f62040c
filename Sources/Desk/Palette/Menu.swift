import Model

/// A list to choose from, narrowed by what is typed: help, the palette, the themes.
struct Menu: Equatable, Sendable {
    var kind: Kind
    var field = TextField()
    /// The place of the selected choice among those that are left.
    var selection = 0

    enum Kind: Equatable, Sendable {
        case help
        case palette
        /// The stages that a lead may have come to.
        case stages(ConversationID)
        /// Those whom a lead of a property can be given to.
        case agents(ConversationID, PropertyID)
        case themes
        /// Filters of the leads that were kept under a name.
        case filters
        /// Links of the conversation that is open.
        case links
        /// What of the lead can be copied.
        case copying
        /// Rows of the office.
        case listing(Listing)
    }

    /// What follows `theme ` in the palette: the names of themes are chosen among there too.
    var themeWords: [Substring]? {
        guard kind == .palette, field.text.lowercased().hasPrefix("theme ") else { return nil }
        return field.text.lowercased().dropFirst("theme ".count).split(separator: " ")
    }

    /// Moves the selection, no further than the ends.
    mutating func move(by step: Int, among count: Int) {
        selection = min(max(0, selection + step), max(0, count - 1))
    }

    /// Takes the line as edited: the selection begins at the top again.
    mutating func edit(_ change: (inout TextField) -> Void) {
        let before = field.text
        change(&field)
        if field.text != before { selection = 0 }
    }
}

/// One thing that can be chosen from a menu.
enum Choice: Equatable, Sendable {
    case command(Command)
    case theme(String)
    /// A stage in the platform's word.
    case stage(String)
    /// An agent; nil is nobody.
    case agent(AgentName?)
    /// A filter of the leads, by its name.
    case filter(String, String)
    /// Keep the filter that holds, under a name.
    case keepFilter(String)
    /// Something to copy: what it is, and its text.
    case copy(String, String)
    case listed(Listed)

    /// Whether both are about the same thing, whatever has changed of it meanwhile.
    func isSame(as other: Choice) -> Bool {
        switch (self, other) {
        case (.listed(let row), .listed(let before)): row.isSame(as: before)
        case (.agent(let agent), .agent(let before)): agent?.id == before?.id
        default: self == other
        }
    }
}

extension DeskState {
    /// What a menu offers, narrowed to what contains every word typed.
    func choices(of menu: Menu) -> [Choice] {
        if let offered { return offered }
        let words = menu.field.text.lowercased().split(separator: " ")
        switch menu.kind {
        case .help:
            return commands.commands
                .filter {
                    matches("\($0.title) \($0.help) \($0.keys.joined(separator: " "))", words)
                }
                .map(Choice.command)
        case .palette:
            if let words = menu.themeWords { return themeChoices(words) }
            return paletteCommands(words).map(Choice.command)
                + savedFilters.filter { !words.isEmpty && matches("filter \($0.name)", words) }
                .map { .filter($0.name, $0.text) }
        case .filters: return filterChoices(menu.field.text, words)
        case .links: return links.filter { matches($0, words) }.map { .copy("link", $0) }
        case .copying:
            return copies.filter { matches("\($0.label) \($0.text)", words) }
                .map { .copy($0.label, $0.text) }
        case .stages:
            return SetStage.statuses.filter {
                matches("\(Stage.words(of: $0)) \($0.replacing("_", with: " "))", words)
            }
            .map(Choice.stage)
        case .agents:
            // Colleagues first: a lead is mostly handed to one.
            let mine = [overview?.agent].compactMap(\.self)
            let others = (booking?.agents ?? []).filter { $0.id != overview?.agent?.id }
            return ((others + mine).map(Optional.some) + [nil])
                .filter { matches($0?.words ?? "nobody", words) }.map(Choice.agent)
        case .listing(let listing): return listed(listing, words).map(Choice.listed)
        case .themes: return themeChoices(words)
        }
    }

    /// The commands that have these words; while nothing is typed, those used last come first.
    private func paletteCommands(_ words: [Substring]) -> [Command] {
        let all = commands.commands.filter {
            !$0.places.isDisjoint(with: Command.anyView) && matches($0.title, words)
        }
        guard words.isEmpty else { return all }
        let recent = recentCommands.compactMap { id in all.first { $0.id == id } }
        return recent + all.filter { !recentCommands.contains($0.id) }
    }

    private func filterChoices(_ typed: String, _ words: [Substring]) -> [Choice] {
        let found = savedFilters.filter { matches("\($0.name) \($0.text)", words) }
            .map { Choice.filter($0.name, $0.text) }
        let name = typed.trimmingBlanks
        let isNew = !savedFilters.contains { $0.name == name }
        guard !name.isEmpty, isNew, !leads.filterText.isEmpty else { return found }
        return found + [.keepFilter(name)]
    }

    private func themeChoices(_ words: [Substring]) -> [Choice] {
        themes.names.filter { matches($0, words) }.map(Choice.theme)
    }

    func matches(_ text: String, _ words: [Substring]) -> Bool {
        guard !words.isEmpty else { return true }
        let text = text.lowercased()
        return words.allSatisfy(text.contains)
    }
}

extension AgentName {
    /// Both names.
    var words: String { "\(first) \(last)" }
}
