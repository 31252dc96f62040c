import Screen

extension DeskState {
    mutating func take(_ input: InputEvent) -> [DeskEffect] {
        switch input {
        case .key(let key): return take(key)
        case .paste(let text): return lock == nil ? take(pasted: text) : []
        case .resize where options.isLinear: return []
        case .resize(let size):
            take(size)
            return []
        case .mouse(let mouse): return lock == nil ? take(mouse) : []
        case .focus(let isFocused):
            isWindowFocused = isFocused
            return []
        }
    }

    /// A key that runs nothing types its character where one types.
    mutating func type(_ key: Key) -> [DeskEffect] {
        guard let character = key.character else { return [] }
        guard lock == nil else {
            lock?.type(character)
            return []
        }
        if form != nil { return changeForm { $0.edit { $0.insert(String(character)) } } }
        if mode == .panes || mode == .attention || grab != nil {
            let help = self.key(.help)
            notice = Notice(text: "\(key.name) runs nothing here; \(help) lists the keys.")
            return []
        }
        return edit { $0.insert(String(character)) }
    }

    /// A pasted text never runs keys: it goes where one types, and else is offered as a reply.
    private mutating func take(pasted text: String) -> [DeskEffect] {
        notice = nil
        begun = []
        early = nil
        if form != nil { return changeForm { $0.edit { $0.insert(text) } } }
        if mode == .panes || mode == .attention || grab != nil { return offer(pasted: text) }
        return edit { $0.insert(String(text.prefix(TextField.longest))) }
    }

    /// Where a key is pressed now.
    var place: Place {
        guard lock == nil else { return .lock }
        return switch mode {
        case .panes: fullView?.place ?? Place(focus)
        case .typing: .field
        case .choosing: .menu
        case .form: .form
        case .grabbing: .grab
        case .attention: .attention
        }
    }

    /// Changes the line that is typed into, and all that it narrows.
    mutating func edit(_ change: (inout TextField) -> Void) -> [DeskEffect] {
        switch mode {
        case .panes, .form, .grabbing, .attention:
            return []
        case .typing(var field):
            change(&field)
            mode = .typing(field)
            narrow(to: field.text)
            return []
        case .choosing(var menu):
            menu.edit(change)
            mode = .choosing(menu)
            return preview(menu)
        }
    }

    /// Narrows the focused pane to a text.
    mutating func narrow(to text: String) {
        switch focus {
        case .leads: leads.setFilter(text)
        case .conversation: conversation.search(text, in: transcriptFrame)
        case .questions: questions.setWords(text)
        case .tours: break
        }
    }
}
