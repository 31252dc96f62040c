import Model
import Screen

// The last line: what is possible here and now, or a sentence for the agent.
extension DeskState {
    func footerLine() -> Line {
        var line = Line(room: width)
        if let notice {
            line.add(DisplayText(outside: " \(notice.text)"), .notice)
            if notice.offersUndo, outbox.undo != nil {
                line.add(DisplayText(outside: " \(key(.undo)) takes it back."), .notice)
            }
            return line
        }
        if mode == .panes, case .refused(let reason) = freshness {
            line.add(DisplayText(outside: " \(reason.remedy)"), .problem)
            return line
        }
        addCommands(to: &line)
        return line
    }

    private func addCommands(to line: inout Line) {
        line.add(.blanks(1))
        for hint in paneHints + commandHints {
            let key = DisplayText(outside: hint.key)
            let word = DisplayText(outside: " \(hint.word)")
            let gap = line.width > 1 ? 3 : 0
            guard gap + key.width + word.width <= line.left else { continue }
            line.add(.blanks(gap))
            line.add(key, .key)
            line.add(word, .muted)
        }
    }

    /// The commands of this place that have a word for the footer and are possible now.
    private var commandHints: [(key: String, word: String)] {
        commands.commands.compactMap { command in
            guard let word = command.footer, command.places.contains(place),
                let key = command.keys.first, obstacle(to: command.need) == nil
            else { return nil }
            return (key, word)
        }
    }

    /// The panes that are not seen, with what waits in them.
    private var paneHints: [(key: String, word: String)] {
        let layout = layout
        guard mode == .panes, fullView == nil, layout.tabs == nil else { return [] }
        return Pane.allCases.filter { layout[$0] == nil }.compactMap { pane in
            guard let key = commands.command(pane.focusCommand)?.keys.first else { return nil }
            let count = count(of: pane).map { " (\($0))" } ?? ""
            return (key, pane.title.lowercased() + count)
        }
    }

    /// How much there is in a pane, for where it is not seen.
    func count(of pane: Pane) -> String? {
        switch pane {
        case .leads: overview.map { Words.count($0.leads) }
        case .questions: overview.map { Words.count($0.questions) }
        case .conversation, .tours: nil
        }
    }

    /// One tab a pane, the focused one marked.
    func tabsLine() -> Line {
        var line = Line(room: width)
        line.add(.blanks(1))
        for pane in Pane.allCases {
            let count = count(of: pane).map { " \($0)" } ?? ""
            let words = "\(pane.rawValue) \(pane.title)\(count)"
            let isHere = pane == focus
            let tab = isHere ? "[\(words)]" : " \(words) "
            line.add(DisplayText(outside: tab), isHere ? .selected : .muted)
            line.add(.blanks(1))
        }
        return line
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
