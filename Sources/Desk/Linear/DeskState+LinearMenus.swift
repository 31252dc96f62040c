import Model
import Screen

// Lists to choose from and forms in sentences.
extension DeskState {
    func describe(_ menu: Menu, _ scene: inout LinearScene) {
        let choices = choices(of: menu)
        scene.place = ["\(menuTitle(menu)), \(Words.count(choices.count))."]
        scene.input = LinearScene.Input(
            label: ": ",
            text: menu.field.text,
            cursor: menu.field.cursor
        )
        guard choices.indices.contains(menu.selection) else {
            scene.remarks = ["Nothing is called that."]
            return
        }
        let size = Self.linearSize
        let content = menuContent(menu, width: size.width, height: size.height)
        let line = content.lines.first(where: \.isSelected).map(Spoken.words) ?? ""
        var sentence = "\(menu.selection + 1) of \(choices.count): \(line)."
        if case .command(let command) = choices[menu.selection] {
            sentence = "\(command.title). \(keysSentence(command)) \(command.help)"
            if let obstacle = obstacle(to: command) { sentence += " Not now: \(obstacle)" }
        }
        scene.selection = LinearScene.Thing(sentence: sentence, identity: sentence)
    }

    private func keysSentence(_ command: Command) -> String {
        command.keys.isEmpty ? "No key." : "\(command.keys.joined(separator: ", "))."
    }

    func describe(_ form: Form, _ scene: inout LinearScene) {
        scene.place = ["\(form.purpose.title)."]
        let size = Self.linearSize
        let lines = FormLines(desk: self, form: form, room: size.width, height: size.height)
        scene.place += lines.introduction.map(Spoken.words).filter { !$0.isEmpty }
        scene.remarks = (lines.remarks + lines.verdict).map(Spoken.words).filter { !$0.isEmpty }
        guard let field = form.focused else { return }
        let count = "\(form.focus + 1) of \(form.fields.count)"
        switch field.kind {
        case .line(let text):
            scene.selection = LinearScene.Thing(sentence: "\(field.label), \(count).", field, form)
            scene.input = LinearScene.Input(
                label: "\(field.label): ",
                text: text.text,
                cursor: text.cursor
            )
        case .text(let editor):
            let window = editor.window(width: Spoken.longestLine, height: 1)
            scene.selection = LinearScene.Thing(sentence: "\(field.label), \(count).", field, form)
            let line = window.lines.first?.string ?? ""
            scene.input = LinearScene.Input(
                label: "\(field.label): ",
                text: line,
                cursor: min(window.cursor.x, line.count)
            )
        case .choice:
            let sentence = "\(field.label), \(count): \(field.text)."
            scene.selection = LinearScene.Thing(sentence: sentence, identity: sentence)
        case .toggle(let isOn):
            let sentence = "\(field.label), \(count): \(isOn ? "yes" : "no")."
            scene.selection = LinearScene.Thing(sentence: sentence, identity: sentence)
        }
    }

    /// The writes that were refused.
    func describeAttention(_ scene: inout LinearScene) {
        let size = Self.linearSize
        let content = attentionContent(width: size.width, height: size.height)
        describe(content, "Needs attention", &scene)
        // What was wanted and what stands are lines of their own below the selected one.
        guard let wanted = attention.selected.flatMap({ wanted($0.intent) }) else { return }
        scene.remarks.append("yours: \(wanted)")
    }
}

extension LinearScene.Thing {
    /// A field that is typed into: another one only where another field has the focus.
    fileprivate init(sentence: String, _ field: FormField, _ form: Form) {
        self.init(sentence: sentence, identity: "\(form.focus) \(field.label)")
    }
}
