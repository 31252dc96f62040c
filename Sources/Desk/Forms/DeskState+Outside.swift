// A long text in the agent's own editor.
extension DeskState {
    /// The field of the form that is a text of several lines: the one that has the keys, else the
    /// first.
    var longText: FormField? {
        guard let form, form.sending == nil else { return nil }
        func isLong(_ field: FormField) -> Bool {
            if case .text = field.kind { true } else { false }
        }
        return form.focused.flatMap { isLong($0) ? $0 : nil } ?? form.fields.first(where: isLong)
    }

    /// Hands the text over; it is on disk before, and again when it comes back.
    mutating func editOutside() -> [DeskEffect] {
        guard let form, let field = longText else { return [] }
        guard !isMasked else {
            let words = "An editor would show it while renters are hidden"
            notice = Notice(text: "\(words); \(key(.mask)) shows them.")
            return []
        }
        let name = form.draftName(of: field)
        let kept = field.text.isEmpty ? [] : keep([name: field.text])
        return kept + [.editOutside(name: name, text: field.text)]
    }

    /// Takes the text back as one change, through the same hands as a paste.
    mutating func take(_ edit: OutsideEdit) -> [DeskEffect] {
        notice = edit.trouble.map { Notice(text: $0) }
        guard let text = edit.text else { return [] }
        guard let form, form.sending == nil,
            let field = form.fields.first(where: { form.draftName(of: $0) == edit.name })
        else { return keep([edit.name: text]) }
        return changeForm { $0.edit(field.label) { $0.replace(with: text) } }
    }
}
