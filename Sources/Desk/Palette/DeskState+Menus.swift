import Model

// What keys do in help, in the palette and among the themes.
extension DeskState {
    mutating func openThemes() {
        var menu = Menu(kind: .themes)
        menu.selection = themes.names.firstIndex(of: themes.current) ?? 0
        mode = .choosing(menu)
    }

    /// Moves among what is listed while a line is typed into.
    mutating func moveWhileTyping(by step: Int) -> [DeskEffect] {
        switch mode {
        case .panes, .form, .grabbing, .attention:
            return []
        case .typing:
            move(.lines(step))
            return []
        case .choosing(var menu):
            menu.move(by: step, among: choices(of: menu).count)
            mode = .choosing(menu)
            return preview(menu)
        }
    }

    /// Takes the selected choice.
    mutating func choose() -> [DeskEffect] {
        guard case .choosing(let menu) = mode else { return [] }
        guard let choice = selectedChoice else { return [] }
        mode = .panes
        switch choice {
        case .command(let command):
            return (menu.kind == .palette ? remember(command.id) : []) + runFromMenu(command)
        case .filter(_, let text):
            moveFocus(to: .leads)
            leads.setFilter(text)
        case .keepFilter(let name): return keepFilter(name)
        case .copy(let label, let text): return copy(label, text)
        case .theme(let name):
            let effects = themes.show(name)
            themes.keep()
            return effects
        case .stage(let status):
            guard case .stages(let lead) = menu.kind else { return [] }
            return setStage(status, of: lead)
        case .agent(let agent):
            guard case .agents(let lead, _) = menu.kind else { return [] }
            return assign(lead, to: agent?.id)
        case .listed(let row): return open(row)
        }
        return []
    }

    /// What Enter would take; nil where nothing is chosen from.
    var selectedChoice: Choice? {
        guard case .choosing(let menu) = mode else { return nil }
        let choices = choices(of: menu)
        return choices.indices.contains(menu.selection) ? choices[menu.selection] : nil
    }

    /// Keeps a choice selected where the rows around it have changed: Enter takes what was seen.
    mutating func keep(_ choice: Choice?) {
        guard let choice, case .choosing(var menu) = mode else { return }
        let choices = choices(of: menu)
        guard let place = choices.firstIndex(where: { $0.isSame(as: choice) }) else { return }
        menu.selection = place
        mode = .choosing(menu)
    }

    mutating func openAgents() {
        guard let lead = leadAtHand else { return }
        if booking?.query.property != lead.property { booking = nil }
        mode = .choosing(Menu(kind: .agents(lead.id, lead.property)))
    }

    /// The property whose agents a menu offers.
    var menuProperty: PropertyID? {
        guard case .choosing(let menu) = mode, case .agents(_, let property) = menu.kind else {
            return nil
        }
        return property
    }

    mutating func openStages() {
        guard let lead = leadAtHand else { return }
        var menu = Menu(kind: .stages(lead.id))
        // It begins at what the lead has come to.
        let status = conversation.card.flatMap { $0.lead.id == lead.id ? $0.status : nil }
        menu.selection = status.flatMap { SetStage.statuses.firstIndex(of: $0) } ?? 0
        mode = .choosing(menu)
    }

    /// Closes the menu; a theme that was only looked at goes.
    mutating func closeMenu() -> [DeskEffect] {
        guard case .choosing = mode else { return [] }
        mode = .panes
        return themes.show(themes.kept)
    }

    /// Runs a command in the focused pane, or in the one it belongs to.
    private mutating func runFromMenu(_ command: Command) -> [DeskEffect] {
        if !command.places.contains(place) {
            guard let pane = Pane.allCases.first(where: { command.places.contains(Place($0)) })
            else {
                if let view = FullView.allCases.first(where: {
                    command.places.contains($0.place)
                }) {
                    open(view)
                    return run(command)
                }
                notice = Notice(text: "\(command.title): only while a line is typed into.")
                return []
            }
            moveFocus(to: pane)
        }
        return run(command)
    }

    /// Shows the theme that is selected, and where none is the one that was kept.
    mutating func preview(_ menu: Menu) -> [DeskEffect] {
        // Else a long text that is typed at once is looked for in every command with every letter.
        guard menu.kind == .themes || menu.themeWords != nil else {
            return themes.show(themes.kept)
        }
        let choices = choices(of: menu)
        guard choices.indices.contains(menu.selection),
            case .theme(let name) = choices[menu.selection]
        else { return themes.show(themes.kept) }
        return themes.show(name)
    }
}
