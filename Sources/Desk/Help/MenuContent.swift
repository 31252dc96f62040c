import Model
import Screen

// Help, palette and theme picker: a box over the panes.
extension DeskState {
    /// Where the box of a menu stands: help takes most of the screen, the others its middle.
    func menuRect(_ menu: Menu) -> Rect {
        let isHelp = menu.kind == .help
        let boxWidth = min(width - 4, isHelp || menu.listing != nil ? 100 : 64)
        let most = isHelp ? height - 2 : min(height - 2, 22)
        let boxHeight = min(most, max(6, commands.commands.count + 4))
        return Rect(
            x: (width - boxWidth) / 2,
            y: max(1, (height - boxHeight) / (isHelp ? 2 : 3)),
            width: boxWidth,
            height: boxHeight
        )
    }

    func menuTitle(_ menu: Menu) -> String {
        switch menu.kind {
        case .help: "Help"
        case .palette: "Commands"
        case .themes: "Theme"
        case .stages: "Stage"
        case .agents: "Whose is the lead?"
        case .filters: "Saved filters"
        case .links: "Links of the talk"
        case .copying: "Copy"
        case .listing(let listing): listing.title
        }
    }

    func menuContent(_ menu: Menu, width: Int, height: Int) -> PaneContent {
        let choices = choices(of: menu)
        var content = PaneContent(note: Words.count(choices.count))
        content.footnote =
            "type to find, \(key(.choose)) \(menu.kind == .help ? "runs" : "takes") it"
        let shown = shown(menu.field, room: width)
        var fieldLine = Line(room: width)
        fieldLine.add(DisplayText(outside: " : "), .prompt)
        fieldLine.add(shown.text, .field)
        content.cursor = Point(x: 3 + shown.cursor, y: 0)
        content.lines = [fieldLine]
        if choices.isEmpty { content.lines += teaching(emptyWords(menu), room: width) }
        // The choice in the middle where it can be, and below the list what the choice does.
        let isWhole = menu.kind == .help && menu.field.text.isEmpty
        let explained =
            explanation(menu, choices, room: width) + (isWhole ? signs(room: width) : [])
        let rows = max(1, height - 1 - explained.count)
        let top = max(0, min(menu.selection - rows / 2, choices.count - rows))
        for index in top..<min(choices.count, top + rows) {
            let isSelected = index == menu.selection
            content.lines.append(line(choices[index], menu, isSelected, room: width))
        }
        while content.lines.count < height - explained.count {
            content.lines.append(Line(room: width))
        }
        content.lines += explained
        return content
    }

    /// What the signs of rows mean, below the keys.
    private func signs(room: Int) -> [Line] {
        let signs = [
            (glyphs.dot, "unread"), (glyphs.flag, "just came in"),
            ("!", "waits \(options.amberMinutes) minutes"), ("!!", "\(options.redMinutes)"),
            (glyphs.up, "not on the hub yet"), (glyphs.overlap, "overlaps"),
            (glyphs.absent, "no-show"),
        ]
        let words = signs.map { "\($0.0) \($0.1)" }.joined(separator: "  ")
        return DisplayText(outside: words).wrapped(width: max(1, room - 2)).map { text in
            var line = Line(room: room)
            line.pad(to: 1)
            line.add(text, .muted)
            return line
        }
    }

    /// What to do where a menu offers nothing.
    private func emptyWords(_ menu: Menu) -> String {
        switch menu.kind {
        case .filters where leads.filterText.isEmpty:
            "No filter is kept. Filter the leads with \(key(.filterLeads)), and come back."
        case .filters: "Type a name to keep the filter that holds: \(leads.filterText)"
        case .links: "No link in what is loaded of the talk."
        case .copying: "Nothing of the lead is known yet."
        case .listing(let listing) where menu.field.text.isEmpty:
            isHere(listing) ? listing.emptiness(self) : "Reading…"
        case .help, .palette, .stages, .agents, .themes, .listing: "Nothing is called that."
        }
    }

    private func line(_ choice: Choice, _ menu: Menu, _ isSelected: Bool, room: Int) -> Line {
        var line = Line(room: room)
        line.isSelected = isSelected
        let marker = isSelected ? " \(glyphs.selected) " : "   "
        line.add(DisplayText(outside: marker), .selected)
        let role: Role = isSelected ? .selected : .text
        switch choice {
        case .theme(let name):
            line.add(DisplayText(outside: name), role)
        case .agent(let agent):
            line.add(DisplayText(outside: agent?.words ?? "nobody"), role)
        case .listed(let row): add(row, to: &line, role)
        case .stage(let status):
            line.add(DisplayText(outside: Stage.words(of: status)), column: 22, role)
            line.add(DisplayText(outside: status.replacing("_", with: " ")), .muted)
        case .filter(let name, let text):
            line.add(DisplayText(outside: name), column: 24, role)
            line.add(DisplayText(outside: text), .muted)
        case .keepFilter(let name):
            line.add(DisplayText(outside: "keep \(leads.filterText) as \(name)"), role)
        case .copy(let label, let text):
            line.add(DisplayText(outside: label), column: 10, .muted)
            line.add(DisplayText(outside: text), role)
        case .command(let command):
            let keys = DisplayText(outside: command.keys.joined(separator: " "))
            line.add(keys, column: 18, .key)
            line.add(DisplayText(outside: command.title), column: 24, role)
            if menu.kind == .help {
                line.add(DisplayText(outside: command.where), column: 16, .muted)
                line.add(DisplayText(outside: command.help), .muted)
            }
        }
        return line
    }

    /// What the selected command does, and why it is not possible now.
    private func explanation(_ menu: Menu, _ choices: [Choice], room: Int) -> [Line] {
        guard choices.indices.contains(menu.selection),
            let sentences = sentences(on: choices[menu.selection])
        else { return [] }
        let wrapped = DisplayText(outside: sentences).wrapped(width: max(1, room - 2)).prefix(3)
        let rule = DisplayText.blanks(1) + .repeating(glyphs.rule, room - 2)
        return [Line(rule, .border, room: room)]
            + wrapped.map { text in
                var line = Line(room: room)
                line.pad(to: 1)
                line.add(text, .quote)
                return line
            }
    }
}

extension DeskState {
    /// What is to be said of a choice below the list; nil where its line says all.
    private func sentences(on choice: Choice) -> String? {
        switch choice {
        case .command(let command):
            let obstacle = obstacle(to: command).map { " Not now: \($0)" }
            return command.help + (obstacle ?? "")
        case .listed(let row): return row.sentences(self)
        case .theme, .stage, .agent, .filter, .keepFilter, .copy: return nil
        }
    }
}

extension Command {
    /// Where its keys work, in a word or two.
    var `where`: String {
        if places.isSuperset(of: Self.anyPane) { return "everywhere" }
        return Place.allCases.filter(places.contains).map(\.title).joined(separator: ", ")
    }
}
