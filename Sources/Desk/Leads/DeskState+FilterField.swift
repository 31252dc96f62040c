import Model
import Screen

// Help while the filter of the leads is typed.
extension DeskState {
    /// What the word before the cursor can become.
    var filterCompletions: [String] {
        guard focus == .leads, fullView == nil, case .typing(let field) = mode else { return [] }
        return LeadFilter.completions(
            of: String(field.text.prefix(field.cursor)),
            properties: (overview?.properties ?? []).map(\.name)
        )
    }

    /// The completions in a line, the first as the key takes it.
    func completionLine(room: Int) -> Line? {
        let words = filterCompletions
        guard !words.isEmpty else { return nil }
        var line = Line(room: room)
        line.pad(to: 1)
        line.add(DisplayText(outside: "\(key(.completeWord)) "), .key)
        for (index, word) in words.enumerated() {
            let text = DisplayText(outside: word)
            guard text.width + 2 <= line.left else { break }
            line.add(text, index == 0 ? .accent : .muted)
            line.add(.blanks(2))
        }
        return line
    }

    /// Takes the first completion; where there is none, goes to the next pane.
    mutating func completeWord() {
        guard let word = filterCompletions.first, case .typing(var field) = mode else {
            return moveFocus(to: focus.advanced(by: 1))
        }
        let typed = LeadFilter.lastWord(of: String(field.text.prefix(field.cursor)))
        for _ in typed { field.eraseLeft() }
        field.insert(word)
        mode = .typing(field)
        narrow(to: field.text)
    }
}
