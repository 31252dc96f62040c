/// One field of a form.
struct FormField: Equatable, Sendable {
    let label: String
    var kind: Kind
    /// Whether all that was typed, pasted or kept found room in it.
    var isWhole = true

    enum Kind: Equatable, Sendable {
        /// A line of text.
        case line(TextField)
        /// A text of several lines.
        case text(TextEditor)
        /// One of some words, by its place.
        case choice([String], Int)
        case toggle(Bool)
    }

    static func line(_ label: String, _ text: String = "") -> FormField {
        FormField(label: label, kind: .line(TextField(text)))
    }

    static func text(_ label: String, _ draft: String = "") -> FormField {
        let editor = TextEditor(draft: draft)
        return FormField(label: label, kind: .text(editor), isWhole: editor.isWhole)
    }

    static func choice(_ label: String, _ words: [String], _ place: Int = 0) -> FormField {
        FormField(label: label, kind: .choice(words, place))
    }

    static func toggle(_ label: String, _ isOn: Bool) -> FormField {
        FormField(label: label, kind: .toggle(isOn))
    }

    var text: String {
        switch kind {
        case .line(let field): field.text
        case .text(let editor): editor.text
        case .choice(let words, let place): words.indices.contains(place) ? words[place] : ""
        case .toggle: ""
        }
    }

    /// What is said where not everything found room; nil where it did.
    var cutWords: String? {
        guard !isWhole else { return nil }
        let most = if case .text(let editor) = kind { editor.most } else { TextField.longest }
        return "Only the first \(Words.count(most)) characters fit."
    }

    /// Whether it holds what somebody types.
    var isTyped: Bool {
        switch kind {
        case .line, .text: true
        case .choice, .toggle: false
        }
    }

    var choice: Int { if case .choice(_, let place) = kind { place } else { 0 } }

    var isOn: Bool { if case .toggle(let isOn) = kind { isOn } else { false } }

    /// Takes what a key types or what is pasted.
    mutating func insert(_ typed: String) {
        switch kind {
        case .line(var field):
            isWhole = field.insert(typed)
            kind = .line(field)
        case .text(var editor):
            isWhole = typed.count > 1 ? editor.paste(typed) : editor.insert(typed)
            kind = .text(editor)
        case .choice: if typed == " " { turn(by: 1) }
        case .toggle(let isOn): if typed == " " { kind = .toggle(!isOn) }
        }
    }

    /// Takes the next choice, or the one before, around the ends.
    mutating func turn(by step: Int) {
        switch kind {
        case .choice(let words, let place) where !words.isEmpty:
            kind = .choice(words, (place + step + words.count) % words.count)
        case .toggle(let isOn): kind = .toggle(!isOn)
        case .line, .text, .choice: break
        }
    }

    /// Takes the choice of that name, where there is one.
    mutating func choose(_ word: String) {
        guard case .choice(let words, _) = kind, let place = words.firstIndex(of: word) else {
            return
        }
        kind = .choice(words, place)
    }

    mutating func change(line: (inout TextField) -> Void, text: (inout TextEditor) -> Void) {
        switch kind {
        case .line(var field):
            line(&field)
            kind = .line(field)
        case .text(var editor):
            text(&editor)
            kind = .text(editor)
        case .choice, .toggle: break
        }
    }

    mutating func replace(with text: String) {
        switch kind {
        case .line: kind = .line(TextField(text))
        case .text(var editor):
            isWhole = editor.replaceAll(with: text)
            kind = .text(editor)
        case .choice, .toggle: break
        }
    }
}
