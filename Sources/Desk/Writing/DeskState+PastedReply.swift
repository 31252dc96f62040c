import Model

// A text that is pasted where nobody types: it becomes a reply that is looked at before it is sent.
extension DeskState {
    /// Opens the answer to the question at hand, else an email to the lead at hand, with the text
    /// behind what was written there before; where neither can be, says why.
    mutating func offer(pasted text: String) -> [DeskEffect] {
        guard mode == .panes, fullView == nil, focus != .tours else {
            notice = Notice(
                text: """
                    Pasted text becomes the reply to a lead or a question; \(key(.focusLeads)) and \
                    \(key(.focusQuestions)) go there.
                    """
            )
            return []
        }
        let reply: CommandID = questionAtHand == nil && focus != .questions ? .email : .answer
        guard let command = commands.command(reply) else { return [] }
        if let obstacle = obstacle(to: command) {
            notice = Notice(text: "Pasted text becomes a reply. \(obstacle)")
            return []
        }
        let effects = run(command)
        let field = reply == .email ? "text" : "answer"
        return effects
            + changeForm { form in
                form.focus = form.fields.firstIndex { $0.label == field } ?? form.focus
                form.edit { $0.insert(text) }
            }
    }
}
