import Model
import Screen

// The last line: what is possible here and now, or a sentence for the agent.
extension DeskState {
    func footerLine() -> Line {
        var line = Line(room: width)
        if let (words, role) = footerSentence {
            line.add(DisplayText(outside: " \(words)"), role)
        } else {
            addCommands(to: &line)
        }
        return line
    }

    /// The sentence that stands in the place of the hints; nil where they are seen.
    var footerSentence: (words: String, Role)? {
        if let notice {
            guard notice.offersUndo, outbox.undo != nil else { return (notice.text, .notice) }
            return ("\(notice.text) \(key(.undo)) takes it back.", .notice)
        }
        guard mode == .panes, case .refused(let reason) = freshness else { return nil }
        return (reason.remedy, .problem)
    }

    /// One key of the footer, its word and the columns that both take.
    struct FooterHint: Equatable {
        var id: CommandID
        var key: String
        var word: String
        var columns: Range<Int>
    }

    private func addCommands(to line: inout Line) {
        for hint in footerHints {
            line.pad(to: hint.columns.lowerBound)
            line.add(DisplayText(outside: hint.key), .key)
            line.add(DisplayText(outside: " \(hint.word)"), .muted)
        }
    }

    /// The hints that fit, from the left; help, which leads to all others, at every width.
    var footerHints: [FooterHint] {
        let all = paneHints + commandHints
        var hints: [FooterHint] = []
        var kept = all.first { $0.id == .help }.map { Self.columns(of: $0) + Self.between } ?? 0
        var end = 1
        for hint in all {
            if hint.id == .help { kept = 0 }
            let start = hints.isEmpty ? end : end + Self.between
            let columns = Self.columns(of: hint)
            guard start + columns + kept <= width else { continue }
            end = start + columns
            hints.append(
                FooterHint(id: hint.id, key: hint.key, word: hint.word, columns: start..<end)
            )
        }
        return hints
    }

    /// Columns between two hints.
    private static let between = 3

    private static func columns(of hint: (id: CommandID, key: String, word: String)) -> Int {
        DisplayText(outside: hint.key).width + DisplayText(outside: " \(hint.word)").width
    }

    /// The commands of this place that have a word for the footer and are possible now.
    private var commandHints: [(id: CommandID, key: String, word: String)] {
        commands.commands.compactMap { command in
            guard let word = command.footer, command.places.contains(place),
                let key = command.keys.first, obstacle(to: command) == nil
            else { return nil }
            return (command.id, key, command.id == .formTab ? tabWord ?? word : word)
        }
    }

    /// What Tab does where it does not go to the next field; nil where it does.
    private var tabWord: String? {
        guard case .answer = form?.purpose, questionCard?.similar.isEmpty == false else {
            return nil
        }
        return "take an answer"
    }

    /// The panes that are not seen, with what waits in them.
    private var paneHints: [(id: CommandID, key: String, word: String)] {
        let layout = layout
        guard mode == .panes, fullView == nil, layout.tabs == nil else { return [] }
        return Pane.allCases.filter { layout[$0] == nil }.compactMap { pane in
            guard let key = commands.command(pane.focusCommand)?.keys.first else { return nil }
            let count = count(of: pane).map { " (\($0))" } ?? ""
            return (pane.focusCommand, key, pane.title.lowercased() + count)
        }
    }

    /// How much there is in a pane, for where it is not seen.
    func count(of pane: Pane) -> String? {
        switch pane {
        case .leads: leadsInAll.map { Words.count($0) }
        case .questions: waits.map { Words.count($0.questions) }
        case .conversation, .tours: nil
        }
    }

    /// One tab a pane, the focused one marked.
    func tabsLine() -> Line {
        var line = Line(room: width)
        for tab in tabs {
            line.pad(to: tab.columns.lowerBound)
            line.add(DisplayText(outside: tab.words), tab.pane == focus ? .selected : .muted)
        }
        return line
    }

    /// The tabs with the columns that they take.
    var tabs: [(pane: Pane, words: String, columns: Range<Int>)] {
        var tabs: [(pane: Pane, words: String, columns: Range<Int>)] = []
        for pane in Pane.allCases {
            let count = count(of: pane).map { " \($0)" } ?? ""
            let words = "\(pane.rawValue) \(pane.title)\(count)"
            let tab = pane == focus ? "[\(words)]" : " \(words) "
            let start = tabs.last.map { $0.columns.upperBound + 1 } ?? 1
            tabs.append((pane, tab, start..<start + DisplayText(outside: tab).width))
        }
        return tabs
    }
}

extension Pane {
    /// The command that moves the focus here.
    var focusCommand: CommandID {
        switch self {
        case .leads: .focusLeads
        case .conversation: .focusConversation
        case .questions: .focusQuestions
        case .tours: .focusTours
        }
    }
}
