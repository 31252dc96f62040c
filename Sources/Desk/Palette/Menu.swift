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
}

extension DeskState {
    /// What a menu offers, narrowed to what contains every word typed.
    func choices(of menu: Menu) -> [Choice] {
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
            return commands.commands
                .filter { !$0.places.isDisjoint(with: Command.anyView) && matches($0.title, words) }
                .map(Choice.command)
        case .stages:
            return SetStage.statuses.filter { matches($0.replacing("_", with: " "), words) }
                .map(Choice.stage)
        case .agents:
            let agents = [nil] + (booking?.agents ?? []).map(Optional.some)
            return agents.filter { matches($0?.words ?? "nobody", words) }.map(Choice.agent)
        case .themes: return themeChoices(words)
        }
    }

    private func themeChoices(_ words: [Substring]) -> [Choice] {
        themes.names.filter { matches($0, words) }.map(Choice.theme)
    }

    private func matches(_ text: String, _ words: [Substring]) -> Bool {
        guard !words.isEmpty else { return true }
        let text = text.lowercased()
        return words.allSatisfy(text.contains)
    }
}

extension AgentName {
    /// Both names.
    var words: String { "\(first) \(last)" }
}
